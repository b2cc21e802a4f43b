"""The rule `broken-image`."""

from collections.abc import Iterator
from posixpath import dirname, normpath

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import suggest_fix, suggest_hint
from vaultgraph.graph.reasons import Reason
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_LEFT_OUT = "{count} images are missing, and .gitignore leaves them out"
_UNREAD = "this image lies in a folder that begins with a dot, which Obsidian does not read"


@rule(Severity.ERROR, on="broken link", of="image", skips_templates=True)
def broken_image(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """An image that a note shows does not exist.

    Obsidian shows a grey box instead, and Obsidian_to_Anki sends the card without the picture.
    Where a whole folder is missing, as when git leaves images out, it is told once.

    Bad::

        -- Heat.md --
        ![[engine.png]]

    Good::

        -- Heat.md --
        ![[engine.png]]
        -- Images/engine.png --

    When it is wrong to worry: an image of the web is not looked for, and one in a template is yet
    to be chosen.  One at the top of a web site, in a folder that begins with a dot, or left out by
    `.gitignore`, is only information.  Obsidian finds an image in any folder, whatever the capitals
    and the form of the accents in its name, and a size behind a bar is not part of the name.

    Fine::

        -- Heat.md --
        ![](https://example.org/engine.png) ![[Engine.PNG|200]]
        -- Images/engine.png --
    """
    card = graph.card_at(edge.source, edge.link.start)
    where = f", in the card “{card.title}”" if card else ""
    if graph.evidence.is_hidden(edge.link):
        yield Finding(edge.place, f"{_UNREAD}{where}", severity=Severity.INFO)
        return
    is_left_out = graph.evidence.is_left_out(edge)
    is_elsewhere = is_left_out or graph.evidence.is_of_site(edge.link)
    yield Finding(
        edge.place,
        f"{_message(edge)}{where}",
        suggest_hint(graph, edge),
        _LEFT_OUT if is_left_out else _lost_folder(graph, edge.link.path),
        severity=Severity.INFO if is_elsewhere else None,
        fix=suggest_fix(graph, edge),
    )


def _lost_folder(graph: VaultGraph, path: str) -> str:
    """What stands for all images of the folder of *path*, if the vault has none of its name."""
    folder = path.rpartition("/")[0].rpartition("/")[2]
    is_lost = folder not in {"", ".", ".."} and folder.lower() not in graph.folder_names
    return f"{{count}} images are missing, and with them the folder {folder}" if is_lost else ""


def _message(edge: Edge) -> str:
    """What is missing: a name, or a path from the top of the vault."""
    path = edge.link.path
    if path.startswith(("./", "../")):
        path = normpath(f"/{dirname(edge.source)}/{path}").lstrip("/")
    return f"there is no {path}" if "/" in path else f"no image is called {path}"
