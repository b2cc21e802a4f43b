"""The number of findings per rule, most frequent first."""

from collections import Counter

from vaultgraph.model import Severity
from vaultgraph.reports.report import Report
from vaultgraph.reports.severities import severity_name, totals

__all__ = ["render"]


def render(report: Report) -> str:
    """Return a line per rule and severity, and the totals."""
    counts = Counter((d.severity, d.rule) for d in report.diagnostics)
    ranked = sorted(counts.items(), key=lambda item: (-item[0][0], -item[1], item[0][1]))
    language = report.language
    names = {severity: language.say(severity_name(severity)) for severity in Severity}
    widest = max(map(len, names.values()))
    digits = max((len(language.number(count)) for count in counts.values()), default=0)
    lines = [
        f"{language.number(count):>{digits}}  {names[severity]:{widest}}  {rule}"
        for (severity, rule), count in ranked
    ]
    return "\n".join([*lines, language.say(totals(report.diagnostics))]) + "\n"
