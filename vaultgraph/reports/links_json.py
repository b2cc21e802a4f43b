"""The links of a note, and the path between two, as JSON: `vaultgraph-links/1` and `-path/1`."""

from collections.abc import Mapping, Sequence
from typing import Any

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.paths import Step
from vaultgraph.model import Span
from vaultgraph.reports.arrows import Places
from vaultgraph.reports.json_document import json_document
from vaultgraph.reports.links_text import shows_image

__all__ = ["render", "render_path"]


def render(graph: VaultGraph, path: str) -> str:
    """Return the links, backlinks, cards and images of the file at *path* as JSON text."""
    places = Places(graph)
    kinds = {relation.edge: relation.kind for relation in graph.relations}
    leaving = graph.outgoing[path].edges if path in graph.outgoing else ()
    note = graph.vault.notes.get(path)

    def link(edge: Edge) -> dict[str, Any]:
        return _link(places, edge, kinds)

    fields = {
        "vault": graph.vault.name,
        "path": path,
        "links": [link(edge) for edge in leaving if not shows_image(edge)],
        "backlinks": [link(edge) for edge in graph.backlinks[path]],
        "images": [link(edge) for edge in leaving if shows_image(edge)],
        "cards": [
            {"question": card.question, "id": card.id or None, **_place(places, card.span(path))}
            for card in (note.cards if note else ())
        ],
    }
    return json_document("links/1", fields)


def render_path(graph: VaultGraph, start: str, end: str, steps: Sequence[Step] | None) -> str:
    """Return *steps* from the file *start* to *end* as JSON text; null if none connects them."""
    places = Places(graph)
    found = [
        {
            "from": step.start,
            "to": step.end,
            "forward": step.forward,
            **_link(places, step.edge, {step.edge: step.kind}),
        }
        for step in steps or ()
    ]
    fields = {"vault": graph.vault.name, "start": start, "end": end}
    return json_document("path/1", {**fields, "steps": None if steps is None else found})


def _link(places: Places, edge: Edge, kinds: Mapping[Edge, str]) -> dict[str, Any]:
    """Return *edge* as data; `target` is null if it is missing, `written` is as in the note."""
    return {
        "source": edge.source,
        "target": edge.target,
        "written": edge.link.target,
        "relation": kinds.get(edge) or None,
        "embed": edge.link.embed,
        **_place(places, edge.span),
    }


def _place(places: Places, span: Span) -> dict[str, int]:
    line, column = places.position(span)
    return {"line": line, "column": column}
