"""The network as GraphML, which Gephi, yEd, Cytoscape and networkx read."""

from io import BytesIO

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.export import Sink, exporter
from vaultgraph.export.network import exported_network
from vaultgraph.export.positions import add_positions
from vaultgraph.graph import VaultGraph

__all__ = ["render", "write"]


@exporter(".graphml", "the graph, for Gephi, yEd, Cytoscape and networkx", is_narrowed=True)
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph, sink.selection))


def render(graph: VaultGraph, selection: Selection = WHOLE) -> str:
    """Return the network of a *selection* of *graph* as GraphML, with positions and colours."""
    import networkx

    page = BytesIO()
    network = exported_network(graph, selection)
    add_positions(network, graph, selection)
    networkx.write_graphml_xml(network, page)
    return page.getvalue().decode("utf-8") + "\n"
