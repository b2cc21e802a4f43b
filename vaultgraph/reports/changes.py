"""What a change brought: the new findings, and the resolved ones."""

from collections.abc import Collection, Iterator
from itertools import islice

from vaultgraph.linting.baseline import Comparison
from vaultgraph.reports import text
from vaultgraph.reports.counts import counted, totals
from vaultgraph.reports.report import Report
from vaultgraph.reports.terminal import visible

__all__ = ["render", "resolved"]

_MOST_NAMED = 3
_MOST_RESOLVED = 5


def render(report: Report, changed: Collection[str], comparison: Comparison) -> str:
    """Return what is new in *report* after the files *changed*, and a line that sums up all."""
    news = text.findings(report._replace(diagnostics=comparison.new))
    end = [_summary(report, changed, comparison), *resolved(comparison)]
    return "\n\n".join([*news, "\n".join(end)]) + "\n"


def resolved(comparison: Comparison) -> Iterator[str]:
    """Yield a line for each of the first findings that *comparison* misses now."""
    for rule, path, source in islice(comparison.resolved.elements(), _MOST_RESOLVED):
        yield visible(f"  resolved: {path}: {source} [{rule}]")
    if comparison.resolved.total() > _MOST_RESOLVED:
        yield f"  … and {comparison.resolved.total() - _MOST_RESOLVED:,} more"


def _summary(report: Report, changed: Collection[str], comparison: Comparison) -> str:
    named = sorted(changed)
    where = ", ".join(named) if len(named) <= _MOST_NAMED else counted(len(named), "file")
    news = [
        f"{number:,} {what}"
        for number, what in (
            (len(comparison.new), "new"),
            (comparison.resolved.total(), "resolved"),
        )
        if number
    ]
    summed = ", ".join(news) or "nothing new"
    return f"{report.style.paint('1', where)}: {summed} · {totals(report.diagnostics)}"
