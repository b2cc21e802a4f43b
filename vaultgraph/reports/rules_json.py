"""The rules as JSON, `vaultgraph-rules/1`."""

from collections.abc import Iterable

from vaultgraph.languages import Language
from vaultgraph.reports.json_document import json_document
from vaultgraph.reports.rule_pages import sections
from vaultgraph.rules import Rule

__all__ = ["render"]


def render(rules: Iterable[Rule], language: Language) -> str:
    """Return *rules* as JSON text, with their pages in a *language* of `load_help`."""
    return json_document("rules/1", {"rules": [_rule(rule, language) for rule in rules]})


def _rule(rule: Rule, language: Language) -> dict[str, object]:
    return {
        "name": rule.name,
        "severity": str(rule.severity),
        "is_on": rule.is_on,
        "needs_anki": rule.needs_anki,
        "summary": language.translate(rule.summary),
        "options": {name.replace("_", "-"): value for name, value in rule.options.items()},
        "page": "\n\n".join(sections(rule, language)),
    }
