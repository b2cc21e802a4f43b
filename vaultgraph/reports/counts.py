"""Numbers in words."""

from collections import Counter
from collections.abc import Iterable

from vaultgraph.model import Diagnostic, Severity

__all__ = ["counted", "severity_counts", "totals"]


def severity_counts(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """How many *diagnostics* there are of each severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def counted(number: int, noun: str) -> str:
    """*number* and *noun*, in the plural unless it is one.

    >>> counted(1, "note"), counted(2344, "image")
    ('1 note', '2,344 images')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def totals(diagnostics: Iterable[Diagnostic]) -> str:
    """How many *diagnostics* there are of each severity, in words."""
    counts = severity_counts(diagnostics)
    errors = counted(counts[Severity.ERROR], "error")
    warnings = counted(counts[Severity.WARNING], "warning")
    return f"{errors}, {warnings}, {counts[Severity.INFO]:,} info"
