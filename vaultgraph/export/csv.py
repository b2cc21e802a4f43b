"""The network as two CSV tables: nodes and edges.

The first columns are `id`, or `source` and `target`, as Gephi and pandas expect; the others are
the attributes described in `vaultgraph.graph.network`.
"""

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.errors import UsageError
from vaultgraph.export import Sink, exporter
from vaultgraph.export.network import exported_network
from vaultgraph.export.tables import render_table
from vaultgraph.graph import VaultGraph
from vaultgraph.messages import say

__all__ = ["render_tables", "write"]

_NODE = ("id", "label", "kind", "folder", "tags", "cards", "deck", "anki_id", "answer")
_EDGE = ("source", "target", "kind", "label")


@exporter(".csv", "the graph as two tables, FILE-nodes and FILE-edges", is_narrowed=True)
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write the tables, each to a file of its own."""
    if not sink.file:
        hint = say("-o vault.csv writes vault-nodes.csv and vault-edges.csv")
        raise UsageError(say("csv takes two files, so they need a name"), hint=hint)
    sink.write_parts(render_tables(graph, sink.selection))


def render_tables(graph: VaultGraph, selection: Selection = WHOLE) -> dict[str, str]:
    """Return the tables `nodes` and `edges` of a *selection* of *graph*."""
    network = exported_network(graph, selection)
    nodes = ({"id": node, **attributes} for node, attributes in network.nodes(data=True))
    edges = (
        {"source": source, "target": target, **attributes}
        for source, target, attributes in network.edges(data=True)
    )
    return {"nodes": render_table(_NODE, nodes), "edges": render_table(_EDGE, edges)}
