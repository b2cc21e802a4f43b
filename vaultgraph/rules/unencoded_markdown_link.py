"""The rule `unencoded-markdown-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Fix, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def unencoded_markdown_link(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A Markdown link has a blank in its destination, so it is no link.

    Only what names a file of the vault is reported; other text in parentheses is just text.

    Bad::

        -- Heat.md --
        See [the laws](My laws.md).
        -- My laws.md --
        Nothing is lost.

    Good::

        -- Heat.md --
        See [the laws](My%20laws.md) or [them](<My laws.md>).
        -- My laws.md --
        Nothing is lost.
    """
    for link in note.no_links:
        path = link.destination.partition("#")[0].strip()
        if path and graph.resolver.resolve(path, note.path):
            encoded = link.destination.strip().replace(" ", "%20")
            place = Place(note.path, link.start, link.end)
            written = graph.vault.text(note.path)[link.start : link.end]
            text, opening, _ = written.rpartition(f"({link.destination}")
            fix = Fix(f"{text}({encoded})") if opening else None
            yield Finding(place, "a blank ends the link here", f"write ({encoded})", fix=fix)
