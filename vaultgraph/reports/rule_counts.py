"""The number of findings per rule, most frequent first."""

from collections import Counter

from vaultgraph.reports.counts import totals
from vaultgraph.reports.report import Report

__all__ = ["render"]


def render(report: Report) -> str:
    """Return a line per rule and severity, and the totals."""
    counts = Counter((d.severity, d.rule) for d in report.diagnostics)
    width = max((len(f"{count:,}") for count in counts.values()), default=0)
    ranked = sorted(counts.items(), key=lambda item: (-item[0][0], -item[1], item[0][1]))
    lines = [f"{count:>{width},}  {severity!s:7}  {rule}" for (severity, rule), count in ranked]
    return "\n".join([*lines, report.language.say(totals(report.diagnostics))]) + "\n"
