"""The rule `broken-image`."""

from collections.abc import Iterator
from posixpath import dirname, normpath

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.distinctive import is_distinctive
from vaultgraph.graph.link_fixes import suggest_fix, suggest_hint
from vaultgraph.graph.reasons import Reason
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.reading import is_image
from vaultgraph.rules import rule

_GIT_IGNORED = say("{count:,} images are missing, and .gitignore excludes them")


@rule(
    Severity.ERROR,
    plural("{count:,} missing image", "{count:,} missing images"),
    on="broken link",
    of="image",
    skips_templates=True,
)
def broken_image(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """An embedded image does not exist.

    Obsidian shows a grey box instead, and Obsidian_to_Anki sends the card without the picture.
    Where a whole folder is missing, as when git leaves images out, it is reported once.  Images in
    HTML, `<img src>` and `srcset`, are checked as well, and so are placeholders such as
    `![Uploading engine.png…]()`, which stay in the note if an upload fails.

    Bad::

        -- Heat.md --
        ![[engine.png]]

    Good::

        -- Heat.md --
        ![[engine.png]]
        -- Images/engine.png --

    When it is wrong to worry: an image on the web is not looked up, and one in a template is yet
    to be chosen.  One at the root of a web site, in a folder that begins with a dot, or excluded by
    `.gitignore`, is only information.  Obsidian finds an image in any folder, whatever the capitals
    and the form of the accents in its name, and a size after a bar is not part of the name.

    Images in HTML are not checked in code and comments.  If any file of the vault has the name,
    that may be the one, and a path with a variable, or from the root of a web site, is unknown.

    Fine::

        -- Heat.md --
        ![](https://example.org/engine.png) ![[Engine.PNG|200]]
        <img src="../engine.png"> `<img src="boiler.png">` <img src="/static/boiler.png">
        -- Images/engine.png --
    """
    if edge.link.syntax == "upload":
        message = _with_card(graph, edge, _upload_message(edge))
        yield Finding(edge.span, message, _upload_hint(graph, edge))
        return
    if graph.evidence.is_hidden(edge.link):
        message = say("this image is in a folder that begins with a dot, which Obsidian ignores")
        yield Finding(edge.span, _with_card(graph, edge, message), severity=Severity.INFO)
        return
    is_git_ignored = graph.evidence.is_left_out(edge)
    is_elsewhere = is_git_ignored or graph.evidence.is_of_site(edge.link)
    yield Finding(
        edge.span,
        _with_card(graph, edge, _message(edge)),
        suggest_hint(graph, edge),
        _GIT_IGNORED if is_git_ignored else _lost_folder(graph, edge.link.path),
        severity=Severity.INFO if is_elsewhere else None,
        fix=suggest_fix(graph, edge),
    )


def _upload_message(edge: Edge) -> Message:
    name = edge.link.target
    if is_image(name):
        return say("{name} was never uploaded", name=name)
    return say("this image was never uploaded")


def _upload_hint(graph: VaultGraph, edge: Edge) -> Message:
    """What to insert: the only file with the name, unless pasted images are called so."""
    name = edge.link.target
    called = graph.resolver.candidates(name) if is_image(name) and is_distinctive(name) else ()
    if len(called) == 1:
        return say("the vault has {path}: embed it if it is the same", path=called[0])
    return say("insert the image again, or remove this")


def _lost_folder(graph: VaultGraph, path: str) -> str:
    """The group message for the images in the folder of *path*, if the vault has no such folder."""
    folder = path.rpartition("/")[0].rpartition("/")[2]
    if folder in {"", ".", ".."} or folder.lower() in graph.folder_names:
        return ""
    return say("{count:,} images are missing, and so is the folder {folder}", folder=folder)


def _with_card(graph: VaultGraph, edge: Edge, message: Message) -> Message:
    """The *message* about the image of *edge*, with the card that shows it, if any."""
    card = graph.card_at(edge.source, edge.link.start)
    if card is None:
        return message
    return say("{message}, in the card “{title}”", message=message, title=card.title)


def _message(edge: Edge) -> Message:
    """What is missing: a name, or a path from the root of the vault."""
    path = edge.link.path
    if path.startswith(("./", "../")):
        path = normpath(f"/{dirname(edge.source)}/{path}").lstrip("/")
    if "/" in path:
        return say("there is no {path}", path=path)
    return say("no image is called {path}", path=path)
