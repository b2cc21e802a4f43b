"""The network as GEXF 1.2, the format of Gephi."""

from io import BytesIO

from vaultgraph.export import Sink, exporter
from vaultgraph.export.network import exported_network
from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re

__all__ = ["render", "write"]

_TODAY = lazy_re(r' lastmodifieddate="[-0-9]*"')


@exporter(".gexf", "the graph, for Gephi")
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph))


def render(graph: VaultGraph) -> str:
    """Return the network of *graph* as GEXF, without the date, so that it is deterministic."""
    import networkx

    page = BytesIO()
    networkx.write_gexf(exported_network(graph), page)
    return _TODAY.sub("", page.getvalue().decode("utf-8"), count=1) + "\n"
