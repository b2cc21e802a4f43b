"""Numbers in words."""

from collections import Counter
from collections.abc import Iterable

from vaultgraph.messages import Message, join, say_count
from vaultgraph.model import Diagnostic, Severity

__all__ = ["counted", "severity_count", "severity_counts", "totals"]


def severity_counts(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """How many *diagnostics* there are of each severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def counted(number: int, noun: str) -> str:
    """*number* and *noun*, in the plural unless it is one.

    >>> counted(1, "note"), counted(2344, "image")
    ('1 note', '2,344 images')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def severity_count(severity: Severity, count: int) -> Message:
    """How many findings have this *severity*.

    >>> severity_count(Severity.WARNING, 2344)
    '2,344 warnings'
    """
    if severity is Severity.ERROR:
        return say_count("{count:,} error", "{count:,} errors", count)
    if severity is Severity.WARNING:
        return say_count("{count:,} warning", "{count:,} warnings", count)
    return say_count("{count:,} info", "{count:,} info", count)


def totals(diagnostics: Iterable[Diagnostic]) -> Message:
    """How many *diagnostics* there are of each severity."""
    counts = severity_counts(diagnostics)
    severities = sorted(Severity, reverse=True)
    return join(", ", [severity_count(severity, counts[severity]) for severity in severities])
