"""The graph as a pyvis `Network`, to look at in a notebook: the one module that imports pyvis.

The page of `draw` has a layout and a program of its own; this is for those who want to style the
graph themselves, with what pyvis and vis-network offer.
"""

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from vaultgraph.graph.structure import find_communities, find_neighbourhood

if TYPE_CHECKING:
    from pyvis.network import Network

    from vaultgraph.graph.graph import VaultGraph

__all__ = ["make_network"]

_COLOURS = ("#3f66cf", "#bd7600", "#c43d3a", "#24897d", "#64932a", "#9258ad", "#ac5f36", "#cd5c9a")
"""Those of the first topics of the map; further find_communities are grey, as notes without one."""
_GREY, _PALE, _DARK = "#a4abb8", "#d5d9e0", "#5d6b88"
_DRAWN = {"note", "canvas", "unresolved"}
_OPTIONS = {
    "layout": {"randomSeed": 7, "improvedLayout": False},
    "nodes": {"font": {"size": 16}, "scaling": {"min": 8, "max": 32}},
    "edges": {"arrows": {"to": {"enabled": True, "scaleFactor": 0.5}}, "smooth": False},
    "interaction": {"hover": True},
}


def make_network(graph: "VaultGraph") -> "Network":
    """Return notes, canvases and missing notes of *graph*, with the links between them.

    Colours are communities, sizes the number of links; relations are dark and have their label,
    missing notes are hollow.  The library is put into the page, not fetched.
    """
    from pyvis.network import Network

    network = Network("700px", directed=True, notebook=True, cdn_resources="in_line")
    network.set_options(json.dumps(_OPTIONS))
    kinds = {node: data for node, data in graph.nx.nodes(data=True) if data["kind"] in _DRAWN}
    links = Counter(
        (source, target, data.get("label", ""))
        for source, target, data in graph.nx.edges(data=True)
        if source in kinds and target in kinds and source != target
    )
    colours = _colours(graph)
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


def _colours(graph: "VaultGraph") -> dict[str, str]:
    """The colour of each note of the largest find_communities."""
    groups = zip(find_communities(find_neighbourhood(graph)), _COLOURS, strict=False)
    return {path: colour for group, colour in groups for path in group}


def _style(kind: str, colour: str) -> dict[str, Any]:
    if kind == "unresolved":
        hollow = {"background": "#ffffff", "border": _GREY}
        return {"color": hollow, "shapeProperties": {"borderDashes": [4, 4]}}
    return {"color": colour, "shape": "square" if kind == "canvas" else "dot"}


def _title(node: str, data: dict[str, Any]) -> str:
    """What a node says when the pointer is on it."""
    if data["kind"] == "unresolved":
        return "missing"
    cards = data.get("cards", 0)
    return f"{node}\n{cards} {'card' if cards == 1 else 'cards'}" if cards else node
