"""Counts as text."""

from collections import Counter
from collections.abc import Iterable

from vaultgraph.messages import Message, join, say_count
from vaultgraph.model import Diagnostic, Severity

__all__ = ["counted", "severity_count", "severity_counts", "totals"]


def severity_counts(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """Count *diagnostics* by severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def counted(number: int, noun: str) -> str:
    """Return *number* and *noun*, in the plural unless *number* is 1.

    >>> counted(1, "note"), counted(2344, "image")
    ('1 note', '2,344 images')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


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
