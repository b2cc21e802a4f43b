"""Diagnostics as JSON, for other programs."""

import json
from collections.abc import Sequence

from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reports.counts import severity_counts
from vaultgraph.version import __version__

__all__ = ["render"]


def render(diagnostics: Sequence[Diagnostic], vault: str) -> str:
    """Return *diagnostics* of the vault called *vault* as JSON; see README for the fields."""
    counts = severity_counts(diagnostics)
    report = {
        "schema": "vaultgraph-lint/1",
        "generator": f"vaultgraph {__version__}",
        "vault": vault,
        "summary": {str(severity): counts[severity] for severity in sorted(Severity, reverse=True)},
        "diagnostics": [
            {
                "path": path,
                "line": line,
                "column": column,
                "end_line": end_line,
                "end_column": end_column,
                "rule": rule,
                "severity": str(severity),
                "message": message,
                "hint": hint,
            }
            for (
                path,
                line,
                column,
                end_line,
                end_column,
            ), severity, rule, message, hint, *_ in diagnostics
        ],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"
