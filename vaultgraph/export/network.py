"""The network that GraphML, GEXF and CSV contain.

It is `VaultGraph.nx`, described in `vaultgraph.graph.network`, without unlinked attachments: a
vault may have thousands of them, each an isolated node.  A part of it has the selected notes, and
of their tags, cards and files what `show` names.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.export.selecting import part_of
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re

if TYPE_CHECKING:
    import networkx

__all__ = ["exported_network"]

_SHOWN = {"attachments": "attachment", "tags": "tag", "cards": "card", "unresolved": "unresolved"}
"""The kinds of nodes by what `--show` calls them."""
_NOT_IN_XML = lazy_re("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def exported_network(
    graph: VaultGraph, selection: Selection = WHOLE
) -> "networkx.MultiDiGraph[str]":
    r"""Return the network of a *selection* of *graph*.

    Edge keys are numbered through the whole graph, since Gephi drops edges with a duplicate ID.
    Characters that XML cannot represent, such as `\x07`, are escaped: `\u0007`.  Raises UsageError
    if a name in *selection* is unknown, or if nothing is left.
    """
    import networkx

    whole = _selected(graph, selection)
    result: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(name=_escape(graph.vault.name))
    for node, attributes in whole.nodes(data=True):
        if attributes["kind"] != "attachment" or whole.degree(node):
            result.add_node(_escape(node), **_escape_values(attributes))
    for number, (source, target, attributes) in enumerate(whole.edges(data=True)):
        result.add_edge(_escape(source), _escape(target), key=number, **_escape_values(attributes))
    return result


def _selected(graph: VaultGraph, selection: Selection) -> "networkx.MultiDiGraph[str]":
    """Return the network of the notes in *selection*, with what it shows besides them."""
    part = part_of(graph, selection)
    if part is None:
        return graph.nx
    kinds = {_SHOWN[name] for name in selection.show}
    result = graph.nx.copy()
    others = {node for node, data in graph.nx.nodes(data=True) if data["kind"] in kinds}
    result.remove_nodes_from(
        [
            node
            for node in graph.nx
            if node not in part.nodes
            and not (node in others and part.nodes & set(graph.nx.predecessors(node)))
        ]
    )
    result.remove_edges_from(
        [
            (source, target, key)
            for source, target, key, data in graph.nx.edges(keys=True, data=True)
            if source in part.nodes and target in part.nodes
            if not part.has_link(source, target, data.get("label", ""))
        ]
    )
    return result


def _escape_values(attributes: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: _escape(value) if isinstance(value, str) else value
        for name, value in attributes.items()
    }


def _escape(text: str) -> str:
    return _NOT_IN_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
