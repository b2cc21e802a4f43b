"""Diagnostics as SARIF 2.1.0, for GitHub code scanning and editors."""

import json
from typing import Any
from urllib.parse import quote

from vaultgraph.languages import Language, load_help
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.printing import JSON
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.rule_pages import sections
from vaultgraph.rules import Rule
from vaultgraph.version import __version__

__all__ = ["render"]

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


@report_format(form=JSON)
def render(report: Report) -> str:
    """Return *report* as SARIF."""
    language = load_help(report.language)
    index = {rule.name: number for number, rule in enumerate(report.rules)}
    log = {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "vaultgraph",
                        "version": __version__,
                        "rules": [_rule(rule, language) for rule in report.rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(found, index[found.rule], report) for found in report.diagnostics
                ],
            }
        ],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    summary, reason, *others = sections(rule, language)
    return {
        "id": rule.name,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": " ".join(reason.split())},
        "help": {"text": "\n\n".join([summary, reason, *others])},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.is_on},
    }


def _result(diagnostic: Diagnostic, index: int, report: Report) -> dict[str, Any]:
    say = report.language.say
    path, line, column, end_line, end_column = diagnostic.location
    hint = f" ({say(diagnostic.hint)})" if diagnostic.hint else ""
    physical: dict[str, Any] = {
        "artifactLocation": {"uri": quote(report.path_here(path), errors="surrogateescape")}
    }
    if diagnostic.source:
        physical["region"] = {
            "startLine": line,
            "startColumn": column,
            "endLine": end_line,
            "endColumn": end_column,
            "snippet": {"text": diagnostic.source},
        }
    return {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": say(diagnostic.message) + hint},
        "locations": [{"physicalLocation": physical}],
    }
