"""Convert findings and diagnostics to plain rows and back.

The cache and the exchange between processes only support plain data, which contains no code.
"""

from functools import lru_cache
from typing import Any

from vaultgraph.messages import message_from_row, message_row
from vaultgraph.model import Diagnostic, Finding, Fix, Location, Severity, Span

__all__ = ["diagnostic_of", "diagnostic_row", "finding_of", "finding_row"]

_message = lru_cache(maxsize=1 << 14)(message_from_row)
"""Most messages occur twice, in a finding and in its diagnostic, and many hints are the same."""

_SEVERITIES = {int(severity): severity for severity in Severity}


def finding_row(finding: Finding) -> tuple[Any, ...]:
    """Return *finding* as a row of strings and numbers."""
    place, message, hint, group_message, severity, fix, other, subject = finding
    messages = message_row(message), message_row(hint), message_row(group_message)
    row = (*place,), *messages, severity and int(severity), fix and (*fix,)
    return *row, other, subject


def finding_of(row: tuple[Any, ...]) -> Finding:
    """Return the finding for *row*."""
    place, message, hint, group_message, severity, fix, other, subject = row
    return Finding(
        Span(*place),
        _message(message),
        _message(hint),
        _message(group_message),
        _SEVERITIES[severity] if severity else None,
        Fix(*fix) if fix else None,
        other,
        subject,
    )


def diagnostic_row(diagnostic: Diagnostic) -> tuple[Any, ...]:
    """Return *diagnostic* as a row of strings and numbers."""
    location, severity, rule, message, hint, group_message, source, place, fix, subject = diagnostic
    messages = message_row(message), message_row(hint), message_row(group_message)
    row = (*location,), int(severity), rule, *messages, source, (*place,)
    return *row, fix and (*fix,), subject


def diagnostic_of(row: tuple[Any, ...]) -> Diagnostic:
    """Return the diagnostic for *row*."""
    location, severity, rule, message, hint, group_message, source, place, fix, subject = row
    return Diagnostic(
        Location(*location),
        _SEVERITIES[severity],
        rule,
        _message(message),
        _message(hint),
        _message(group_message),
        source,
        Span(*place),
        Fix(*fix) if fix else None,
        subject,
    )
