"""The rule `unshowable-embed`."""

from collections.abc import Iterable, Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.reading import unshown_kind
from vaultgraph.rules import rule

_HINTS = {
    "image": say("convert it to PNG, JPEG or WebP"),
    "media": say("convert it to MP4 or MP3"),
    "document": say("embed it as PDF, or link to it"),
    "archive": say("link to it"),
}
_FOR_ANY = lazy_re(r"file-support|onlyoffice|office|document-viewer")
_GROUP = say("{count:,} embeds are of formats that Obsidian does not show")


@rule(
    Severity.WARNING,
    plural(
        "{count:,} embed that Obsidian does not show",
        "{count:,} embeds that Obsidian does not show",
    ),
    on="vault",
)
def unshowable_embed(graph: VaultGraph) -> Iterator[Finding]:
    """A note embeds a file of a format that Obsidian does not show.

    Instead of the picture or document there is a link or an empty box, and Obsidian_to_Anki sends
    nothing that Anki could show.  Obsidian shows the formats on
    <https://help.obsidian.md/file-formats>.

    Bad::

        -- Heat.md --
        ![[engine.heic]]
        -- engine.heic --

    Good::

        -- Heat.md --
        ![[engine.jpg]]
        -- engine.jpg --

    When it is wrong to worry: a link does not show the file, so it may lead to any format.  Not
    reported are formats that plugins commonly show, such as drawings, tables and code, and those
    that a plugin of the vault shows, according to its name.

    Fine::

        -- Heat.md --
        [[engine.heic]] ![[engine.avif]] ![[engine.pdf]] ![[engine.drawio]] ![[engine.csv]]
        -- engine.heic --
        -- engine.avif --
        -- engine.pdf --
        -- engine.drawio --
        -- engine.csv --
    """
    linked = graph.linked.intersection(graph.vault.files)
    unshown = {path: kind for path in linked if (kind := unshown_kind(path))}
    if not unshown:
        return
    plugins = graph.vault.plugins
    for links in graph.outgoing.values():
        for index, path in enumerate(links.targets) if links.linked_paths & unshown.keys() else ():
            edge = links.edge(index)
            if path in unshown and edge.link.embed and not _is_shown_by(plugins, path):
                extension = path.rpartition(".")[2]
                message = say("Obsidian does not show .{extension} files", extension=extension)
                yield Finding(edge.span, message, _HINTS[unshown[path]], _GROUP)


def _is_shown_by(plugins: Iterable[str], path: str) -> bool:
    """Whether one of *plugins*, by its ID such as `docx-viewer`, is likely to show *path*."""
    extension = path.rpartition(".")[2].lower()
    return any(extension in plugin or _FOR_ANY.search(plugin) for plugin in plugins)
