"""What a change of the vault brought: the new findings, and how many are resolved."""

from collections.abc import Collection, Sequence

from vaultgraph.graph import VaultGraph
from vaultgraph.linting.baseline import Comparison
from vaultgraph.model import Diagnostic
from vaultgraph.reports import text
from vaultgraph.reports.counts import counted, totals

__all__ = ["render"]

_MOST_NAMED = 3


def render(
    graph: VaultGraph,
    changed: Collection[str],
    comparison: Comparison,
    diagnostics: Sequence[Diagnostic],
    style: text.Style,
) -> str:
    """Return the new findings after the files *changed*, and a line that sums up all."""
    found = text.findings(graph, comparison.new, (), style)
    return "\n\n".join([*found, _summary(changed, comparison, diagnostics, style)]) + "\n"


def _summary(
    changed: Collection[str],
    comparison: Comparison,
    diagnostics: Sequence[Diagnostic],
    style: text.Style,
) -> str:
    named = sorted(changed)
    where = ", ".join(named) if len(named) <= _MOST_NAMED else counted(len(named), "file")
    news = [
        f"{number:,} {what}"
        for number, what in ((len(comparison.new), "new"), (comparison.resolved, "resolved"))
        if number
    ]
    summed = ", ".join(news) or "nothing new"
    return f"{style.paint('1', where)}: {summed} · {totals(diagnostics)}"
