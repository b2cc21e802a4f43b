"""The network as GEXF 1.3, the format of Gephi, with positions and colours."""

import re
from io import BytesIO
from typing import Any

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.export import Sink, exporter
from vaultgraph.export.network import exported_network
from vaultgraph.export.positions import add_positions
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re

__all__ = ["render", "write"]

_TODAY = lazy_re(r' lastmodifieddate="[-0-9]*"')
# networkx adds its keys of parallel edges as an attribute; the ID of an edge has them already.
_KEY = lazy_re(r'\s*<attribute id="(\d+)" title="networkx_key" type="\w+" />')


@exporter(".gexf", "the graph, for Gephi", is_narrowed=True)
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph, sink.selection))


def render(graph: VaultGraph, selection: Selection = WHOLE) -> str:
    """Return the network of a *selection* of *graph* as GEXF.

    It is deterministic: the date is left out.
    """
    import networkx

    page = BytesIO()
    network = exported_network(graph, selection)
    add_positions(network, graph, selection)
    for _, attributes in network.nodes(data=True):
        attributes["viz"] = _appearance(attributes)
    networkx.write_gexf(network, page, version="1.3")
    text = _TODAY.sub("", page.getvalue().decode("utf-8"), count=1)
    if key := _KEY.search(text):
        text = text.replace(key[0], "", 1)
        text = re.sub(rf'\n *<attvalue for="{key[1]}" value="\d+" />', "", text)
    return text + "\n"


def _appearance(attributes: dict[str, Any]) -> dict[str, Any]:
    """Take place and colour out of *attributes*, and return them as networkx writes them."""
    color = attributes.pop("color")
    red, green, blue = (int(color[at : at + 2], 16) for at in (1, 3, 5))
    # Gephi's y axis points upwards, that of the map downwards.
    place = {"x": attributes.pop("x"), "y": -attributes.pop("y"), "z": 0.0}
    return {"position": place, "color": {"r": red, "g": green, "b": blue, "a": 1.0}}
