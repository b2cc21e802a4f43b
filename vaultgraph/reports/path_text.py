"""The shortest path between two notes as text, one step per line."""

from collections.abc import Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.paths import Step
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.messages import say_count
from vaultgraph.reports.arrows import Places, Row, arrow, rows_as_text
from vaultgraph.reports.terminal import Style, visible

__all__ = ["render"]


def render(  # noqa: PLR0913 -- what to say, and how
    graph: VaultGraph,
    start: str,
    steps: Sequence[Step],
    style: Style,
    language: Language = ENGLISH,
    *,
    folder: str = "",
) -> str:
    """Return the path from the note at *start* along *steps*, one per line.

    Places are below *folder*, the path from the current folder to the vault.
    """
    places = Places(graph, folder)
    rows = (
        Row(
            arrow(step.edge, step.kind, language, forward=step.forward),
            step.end.removesuffix(".md"),
            places(step.edge.span),
        )
        for step in steps
    )
    length = language.say(say_count("{count:,} step", "{count:,} steps", len(steps)))
    first = style.paint("1", visible(start.removesuffix(".md")))
    return "\n".join([first, *rows_as_text(rows, style), style.paint("2", length)]) + "\n"
