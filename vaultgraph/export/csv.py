"""The network as two tables of comma-separated values: its nodes and its edges.

The columns are the attributes described in `vaultgraph.graph.network`, after `id`, or `source` and
`target`, as Gephi and pandas want them.
"""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO
from typing import Any

from vaultgraph.export.network import exported_network
from vaultgraph.graph import VaultGraph

__all__ = ["render_tables"]

_NODE = ("id", "label", "kind", "folder", "tags", "cards", "deck", "anki_id", "answer")
_EDGE = ("source", "target", "kind", "label")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_tables(graph: VaultGraph) -> dict[str, str]:
    """Return the tables `nodes` and `edges` of *graph*.

    An apostrophe stands before text that a spreadsheet would take for a formula.
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
    # A return would end the row for a spreadsheet, and need not be quoted for `csv`.
    return value.replace("\r\n", "\n").replace("\r", "\n")
