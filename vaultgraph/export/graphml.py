"""The network as GraphML, which Gephi, yEd, Cytoscape and networkx read."""

from io import BytesIO

from vaultgraph.export import Sink, exporter
from vaultgraph.export.network import exported_network
from vaultgraph.graph import VaultGraph

__all__ = ["render", "write"]


@exporter(".graphml", "the graph, for Gephi, yEd, Cytoscape and networkx")
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph))


def render(graph: VaultGraph) -> str:
    """Return the network of *graph* as GraphML."""
    import networkx

    page = BytesIO()
    networkx.write_graphml_xml(exported_network(graph), page)
    return page.getvalue().decode("utf-8") + "\n"
