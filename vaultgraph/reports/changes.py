"""What a change of the vault brought: the new findings, and how many are resolved."""

from collections.abc import Collection

from vaultgraph.linting.baseline import Comparison
from vaultgraph.reports import text
from vaultgraph.reports.counts import counted, totals
from vaultgraph.reports.report import Report

__all__ = ["render"]

_MOST_NAMED = 3


def render(report: Report, changed: Collection[str], comparison: Comparison) -> str:
    """Return what is new in *report* after the files *changed*, and a line that sums up all."""
    news = text.findings(report._replace(diagnostics=comparison.new))
    return "\n\n".join([*news, _summary(report, changed, comparison)]) + "\n"


def _summary(report: Report, changed: Collection[str], comparison: Comparison) -> str:
    named = sorted(changed)
    where = ", ".join(named) if len(named) <= _MOST_NAMED else counted(len(named), "file")
    news = [
        f"{number:,} {what}"
        for number, what in ((len(comparison.new), "new"), (len(comparison.resolved), "resolved"))
        if number
    ]
    summed = ", ".join(news) or "nothing new"
    return f"{report.style.paint('1', where)}: {summed} · {totals(report.diagnostics)}"
