"""The graph as a pyvis `Network` for notebooks: the only module that imports pyvis.

The map (`draw`) has its own layout and code; this is for users who want to style the graph
themselves, with the options of pyvis and vis-network.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx
    from pyvis.network import Network

from vaultgraph.graph.palette import COLOURS

__all__ = ["make_network"]

_GREY, _PALE, _DARK = "#828a9a", "#d5d9e0", "#5d6b88"
_DRAWN = {"note", "canvas", "unresolved"}
_OPTIONS = {
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "nodes": {"font": {"size": 16}, "scaling": {"min": 8, "max": 32}},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}, "smooth": False},
    "interaction": {"hover": True},
}


def make_network(
    graph: "networkx.MultiDiGraph[str]", communities: Iterable[Sequence[str]]
) -> "Network":
    """Return a network of the notes, canvases and missing notes of *graph* and their links.

    Colours show communities, sizes the number of links. Relations are dark and labelled, missing
    notes hollow. The JavaScript library is embedded in the page, not loaded from the web.
    """
    from pyvis.network import Network

    network = Network("700px", directed=True, notebook=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    kinds = {node: data for node, data in graph.nodes(data=True) if data["kind"] in _DRAWN}
    links = Counter(
        (source, target, data.get("label", ""))
        for source, target, data in graph.edges(data=True)
        if source in kinds and target in kinds and source != target
    )
    colours = _colours(communities)
    degrees = Counter(end for link in links for end in link[:2])
    for node, data in kinds.items():
        style = _style(data["kind"], colours.get(node, _GREY))
        network.add_node(
            node, data["label"], title=_title(node, data), value=1 + degrees[node], **style
        )
    for (source, target, label), number in links.items():
        look = {"label": label, "color": _DARK} if label else {"color": _PALE}
        network.add_edge(source, target, width=min(number, 5), **look)
    return network


def _colours(communities: Iterable[Sequence[str]]) -> dict[str, str]:
    """The colour of each note of the largest *communities*."""
    groups = zip(communities, COLOURS, strict=False)
    return {path: colour for group, colour in groups for path in group}


def _style(kind: str, colour: str) -> dict[str, Any]:
    if kind == "unresolved":
        hollow = {"background": "#ffffff", "border": _GREY}
        return {"color": hollow, "shapeProperties": {"borderDashes": [4, 4]}}
    return {"color": colour, "shape": "square" if kind == "canvas" else "dot"}


def _title(node: str, data: dict[str, Any]) -> str:
    """The tooltip of a node."""
    if data["kind"] == "unresolved":
        return "missing"
    cards = data.get("cards", 0)
    return f"{node}\n{cards} {'card' if cards == 1 else 'cards'}" if cards else node
