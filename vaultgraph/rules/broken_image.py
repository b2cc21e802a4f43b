"""The rule `broken-image`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.causes import Cause
from vaultgraph.graph.retargeting import mended
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def broken_image(graph: VaultGraph, source: Note) -> Iterator[Finding]:
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
    """
    for edge in graph.broken_links(source, Cause.IMAGE):
        card = graph.card_at(edge.source, edge.link.start)
        where = f", in the card “{card.title}”" if card else ""
        message = f"no image is called {edge.link.path}{where}"
        hint = graph.causes.hint(edge.link)
        folder = edge.link.path.rpartition("/")[0].rpartition("/")[2]
        is_lost = folder not in {"", ".", ".."} and folder.lower() not in graph.folder_names
        lost = f"{{count}} images are missing, and with them the folder {folder}"
        crowd = lost if is_lost else ""
        yield Finding(edge.place, message, hint, crowd, fix=mended(graph, edge))
