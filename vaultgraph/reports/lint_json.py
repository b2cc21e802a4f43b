"""Diagnostics as JSON, `vaultgraph-lint/1`, for other programs."""

from vaultgraph.model import Fix, Severity
from vaultgraph.printing import JSON
from vaultgraph.reports.json_document import json_document
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.severities import severity_counts

__all__ = ["render"]


@report_format(form=JSON)
def render(report: Report) -> str:
    """Return *report* as JSON; see `schemas/lint.schema.json` for the fields."""
    counts = severity_counts(report.diagnostics)
    fields = {
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
    return json_document("lint/1", fields)


def _fix(fix: Fix) -> dict[str, object]:
    everywhere = {"replaces": fix.replaces} if fix.replaces else {}
    return {"text": fix.text, "safe": fix.safe, **everywhere}
