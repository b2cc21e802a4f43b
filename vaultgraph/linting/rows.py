"""Findings and diagnostics as plain rows, which a cache can keep without keeping code."""

from typing import Any

from vaultgraph.model import Diagnostic, Finding, Fix, Location, Place, Severity

__all__ = ["diagnostic_of", "diagnostic_row", "finding_of", "finding_row"]

_SEVERITIES = {int(severity): severity for severity in Severity}


def finding_row(finding: Finding) -> tuple[Any, ...]:
    """The *finding* as a row of text and numbers."""
    place, message, hint, crowd, severity, fix, other, subject = finding
    row = (*place,), message, hint, crowd, severity and int(severity), fix and (*fix,)
    return *row, other, subject


def finding_of(row: tuple[Any, ...]) -> Finding:
    """The finding of which this is the *row*."""
    place, message, hint, crowd, severity, fix, other, subject = row
    return Finding(
        Place(*place),
        message,
        hint,
        crowd,
        _SEVERITIES[severity] if severity else None,
        Fix(*fix) if fix else None,
        other,
        subject,
    )


def diagnostic_row(diagnostic: Diagnostic) -> tuple[Any, ...]:
    """The *diagnostic* as a row of text and numbers."""
    location, severity, rule, message, hint, crowd, source, place, fix, subject = diagnostic
    row = (*location,), int(severity), rule, message, hint, crowd, source, (*place,)
    return *row, fix and (*fix,), subject


def diagnostic_of(row: tuple[Any, ...]) -> Diagnostic:
    """The diagnostic of which this is the *row*."""
    location, severity, rule, message, hint, crowd, source, place, fix, subject = row
    return Diagnostic(
        Location(*location),
        _SEVERITIES[severity],
        rule,
        message,
        hint,
        crowd,
        source,
        Place(*place),
        Fix(*fix) if fix else None,
        subject,
    )
