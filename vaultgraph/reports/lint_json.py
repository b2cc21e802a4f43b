"""Diagnostics as JSON, `vaultgraph-lint/1`, for other programs."""

import json

from vaultgraph.model import Fix, Severity
from vaultgraph.printing import JSON
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.severities import severity_counts
from vaultgraph.version import __version__

__all__ = ["render"]


@report_format(form=JSON)
def render(report: Report) -> str:
    """Return *report* as JSON; see README for the fields."""
    counts = severity_counts(report.diagnostics)
    fields = {
        "schema": "vaultgraph-lint/1",
        "generator": f"vaultgraph {__version__}",
        "vault": report.graph.vault.name,
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
                "message": report.language.say(message),
                "hint": report.language.say(hint),
                "fix": fix and _fix(fix),
            }
            for (
                path,
                line,
                column,
                end_line,
                end_column,
            ), severity, rule, message, hint, _, _, _, fix, _ in report.diagnostics
        ],
    }
    return json.dumps(fields, ensure_ascii=False, indent=2) + "\n"


def _fix(fix: Fix) -> dict[str, object]:
    everywhere = {"replaces": fix.replaces} if fix.replaces else {}
    return {"text": fix.text, "safe": fix.safe, **everywhere}
