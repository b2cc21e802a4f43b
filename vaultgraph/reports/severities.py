"""Severities in words, and how many findings have them."""

from collections import Counter
from collections.abc import Iterable

from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic, Severity

__all__ = ["severity_count", "severity_counts", "severity_name", "totals"]


def severity_name(severity: Severity) -> Message:
    """Return the name of *severity* for people; options, settings and JSON keep the English one."""
    if severity is Severity.ERROR:
        return say("error")
    return say("warning") if severity is Severity.WARNING else say("info")


def severity_counts(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """Count *diagnostics* by severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def severity_count(severity: Severity, count: int) -> Message:
    """Return *count* with the name of *severity*.

    >>> severity_count(Severity.WARNING, 2344)
    '2,344 warnings'
    """
    if severity is Severity.ERROR:
        return say_count("{count:,} error", "{count:,} errors", count)
    if severity is Severity.WARNING:
        return say_count("{count:,} warning", "{count:,} warnings", count)
    return say_count("{count:,} info", "{count:,} info", count)


def totals(diagnostics: Iterable[Diagnostic]) -> Message:
    """Return the number of *diagnostics* of each severity as text, worst first."""
    counts = severity_counts(diagnostics)
    severities = sorted(Severity, reverse=True)
    return join(", ", [severity_count(severity, counts[severity]) for severity in severities])
