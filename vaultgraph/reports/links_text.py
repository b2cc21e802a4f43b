"""What one note is linked with: its links and backlinks, its cards and its images."""

from collections.abc import Mapping, Sequence

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.reading import is_image
from vaultgraph.reports.arrows import Places, Row, arrow, rows_as_text
from vaultgraph.reports.counts import counted
from vaultgraph.reports.terminal import Style, visible

__all__ = ["render"]


def render(graph: VaultGraph, path: str, style: Style) -> str:
    """Return what the file at *path* is linked with, relations named; nothing empty is shown."""
    sections = _sections(graph, path)
    counts = ", ".join(counted(len(rows), noun) for noun, rows in sections.items() if rows)
    name = style.paint("1", visible(path.removesuffix(".md")))
    lines = [f"{name}: {counts or 'no links'}"]
    for noun, rows in sections.items():
        if rows:
            lines += ["", style.paint("1", f"{noun}s"), *rows_as_text(rows, style)]
    return "\n".join(lines) + "\n"


def _sections(graph: VaultGraph, path: str) -> Mapping[str, Sequence[Row]]:
    """The lines of each section, by what one of them is called."""
    places = Places(graph)
    kinds = {relation.edge: relation.kind for relation in graph.relations}
    leaving = graph.outgoing[path].edges if path in graph.outgoing else ()
    images = [edge for edge in leaving if _shows_image(edge)]
    links = [edge for edge in leaving if not _shows_image(edge)]
    note = graph.vault.notes.get(path)
    return {
        "link": [
            Row(arrow(edge, kinds.get(edge, ""), forward=True), _target(edge), places(edge.place))
            for edge in links
        ],
        "backlink": [
            Row(
                arrow(edge, kinds.get(edge, ""), forward=False),
                edge.source.removesuffix(".md"),
                places(edge.place),
            )
            for edge in graph.backlinks[path]
        ],
        "card": [
            Row("", card.title.strip(), places(card.span(path)))
            for card in (note.cards if note else ())
        ],
        "image": [Row("", _target(edge), places(edge.place)) for edge in images],
    }


def _shows_image(edge: Edge) -> bool:
    return edge.link.embed and is_image(edge.target or edge.link.path)


def _target(edge: Edge) -> str:
    """What *edge* leads to, with its heading or block; or that it leads nowhere."""
    if edge.target is None:
        return f"{edge.link.path} (missing)"
    return edge.target.removesuffix(".md") + edge.link.subpath
