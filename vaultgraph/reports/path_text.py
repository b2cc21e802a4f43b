"""How two notes are connected, step by step."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.paths import Step
from vaultgraph.reports.arrows import Places, Row, arrow, rows_as_text
from vaultgraph.reports.counts import counted
from vaultgraph.reports.terminal import Style, visible

__all__ = ["render"]


def render(graph: VaultGraph, start: str, steps: Sequence[Step], style: Style) -> str:
    """Return the way from the note at *start* along *steps*, one on each line."""
    places = Places(graph)
    rows = (
        Row(
            arrow(step.edge, step.kind, forward=step.forward),
            step.end.removesuffix(".md"),
            places(step.edge.place),
        )
        for step in steps
    )
    return "\n".join(_lines(start, rows_as_text(rows, style), len(steps), style)) + "\n"


def _lines(start: str, rows: Iterator[str], length: int, style: Style) -> Iterator[str]:
    yield style.paint("1", visible(start.removesuffix(".md")))
    yield from rows
    yield style.paint("2", counted(length, "step"))
