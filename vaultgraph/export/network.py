"""The network that GraphML, GEXF and CSV hold.

It is `VaultGraph.nx`, described in `vaultgraph.graph.network`, without the attachments that nothing
links: a vault may have thousands of them, each a dot on its own.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re

if TYPE_CHECKING:
    import networkx

__all__ = ["exported_network"]

_UNFIT_FOR_XML = lazy_re("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def exported_network(graph: VaultGraph) -> "networkx.MultiDiGraph[str]":
    r"""Return the network of *graph*; its edges are numbered, since Gephi drops an ID seen before.

    Characters that XML cannot hold, such as `\x07`, are spelled out: `\u0007`.
    """
    import networkx

    whole = graph.nx
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=_fit(graph.vault.name))
    for node, attributes in whole.nodes(data=True):
        if attributes["kind"] != "attachment" or whole.degree(node):
            result.add_node(_fit(node), **_all_fit(attributes))
    for number, (source, target, attributes) in enumerate(whole.edges(data=True)):
        result.add_edge(_fit(source), _fit(target), key=number, **_all_fit(attributes))
    return result


def _all_fit(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _fit(value) if isinstance(value, str) else value for name, value in attributes.items()
    }


def _fit(text: str) -> str:
    return _UNFIT_FOR_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
