"""The network that GraphML, GEXF and CSV contain.

It is `VaultGraph.nx`, described in `vaultgraph.graph.network`, without unlinked attachments: a
vault may have thousands of them, each an isolated node.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re

if TYPE_CHECKING:
    import networkx

__all__ = ["exported_network"]

_NOT_IN_XML = lazy_re("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def exported_network(graph: VaultGraph) -> "networkx.MultiDiGraph[str]":
    r"""Return the network of *graph*.

    Edge keys are numbered through the whole graph, since Gephi drops edges with a duplicate ID.
    Characters that XML cannot represent, such as `\x07`, are escaped: `\u0007`.
    """
    import networkx

    whole = graph.nx
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=_escape(graph.vault.name))
    for node, attributes in whole.nodes(data=True):
        if attributes["kind"] != "attachment" or whole.degree(node):
            result.add_node(_escape(node), **_escape_values(attributes))
    for number, (source, target, attributes) in enumerate(whole.edges(data=True)):
        result.add_edge(_escape(source), _escape(target), key=number, **_escape_values(attributes))
    return result


def _escape_values(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _escape(value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def _escape(text: str) -> str:
    return _NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
