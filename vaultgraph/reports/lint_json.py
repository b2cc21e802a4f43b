"""Diagnostics as JSON, `vaultgraph-lint/1`, for other programs."""

from vaultgraph.languages import Language
from vaultgraph.model import Diagnostic, Fix, Severity
from vaultgraph.printing import JSON
from vaultgraph.reports.json_document import json_document
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.severities import severity_counts

__all__ = ["as_dict", "render"]


@report_format(form=JSON)
def render(report: Report) -> str:
    """Return *report* as JSON; see `schemas/lint.schema.json` for the fields."""
    counts = severity_counts(report.diagnostics)
    fields = {
        "vault": report.graph.vault.name,
        "summary": {str(severity): counts[severity] for severity in sorted(Severity, reverse=True)},
        "diagnostics": [as_dict(found, report.language) for found in report.diagnostics],
    }
    return json_document("lint/1", fields)


def as_dict(diagnostic: Diagnostic, language: Language) -> dict[str, object]:
    """Return the fields of *diagnostic* in JSON, its texts in this *language*."""
    location = diagnostic.location
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "end_line": location.end_line,
        "end_column": location.end_column,
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": language.say(diagnostic.message),
        "hint": language.say(diagnostic.hint),
        "fix": diagnostic.fix and _fix(diagnostic.fix),
    }


def _fix(fix: Fix) -> dict[str, object]:
    everywhere = {"replaces": fix.replaces} if fix.replaces else {}
    return {"text": fix.text, "safe": fix.safe, **everywhere}
