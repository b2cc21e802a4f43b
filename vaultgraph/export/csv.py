"""The network as two CSV tables: nodes and edges.

The first columns are `id`, or `source` and `target`, as Gephi and pandas expect; the others are
the attributes described in `vaultgraph.graph.network`.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from vaultgraph.errors import UsageError
from vaultgraph.export import Sink, exporter
from vaultgraph.export.network import exported_network
from vaultgraph.graph import VaultGraph
from vaultgraph.messages import say

__all__ = ["render_tables", "write"]

_NODE = ("id", "label", "kind", "folder", "tags", "cards", "deck", "anki_id", "answer")
_EDGE = ("source", "target", "kind", "label")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@exporter(".csv", "the graph as two tables, FILE-nodes and FILE-edges")
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write the tables, each to a file of its own."""
    if not sink.file:
        hint = say("-o vault.csv writes vault-nodes.csv and vault-edges.csv")
        raise UsageError(say("csv takes two files, so they need a name"), hint=hint)
    sink.write_parts(render_tables(graph))


def render_tables(graph: VaultGraph) -> dict[str, str]:
    """Return the tables `nodes` and `edges` of *graph*.

    Text that a spreadsheet would run as a formula is prefixed with an apostrophe.
    """
    network = exported_network(graph)
    nodes = ({"id": node, **attributes} for node, attributes in network.nodes(data=True))
    edges = (
        {"source": source, "target": target, **attributes}
        for source, target, attributes in network.edges(data=True)
    )
    return {"nodes": _table(_NODE, nodes), "edges": _table(_EDGE, edges)}


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    page = StringIO(newline="")
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column, "")) for column in columns] for row in rows)
    return page.getvalue()


def _cell(value: str | int) -> str | int:
    if not isinstance(value, str):
        return value
    if value.startswith(_FORMULA):
        value = "'" + value
    # A spreadsheet ends the row at a carriage return, which `csv` does not quote.
    return value.replace("\r\n", "\n").replace("\r", "\n")
