"""Write vaultgraph/settings.schema.json, which editors use to complete and check settings.

`python docs/make_settings_schema.py` makes it of the rules and their options; a test checks it.
"""

import json
from pathlib import Path
from typing import Any

from vaultgraph.rules import Rule, load_rules

FILE = Path(__file__).parents[1] / "vaultgraph" / "settings.schema.json"
COMMAND = "python docs/make_settings_schema.py"

_GLOBS = {"type": "array", "items": {"type": "string"}}


def make_schema() -> str:
    """Return the schema as text."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "vaultgraph settings",
        "description": "The settings of an Obsidian vault, .vaultgraph.toml.",
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "fail-on": {
                "enum": ["error", "warning", "info", "never"],
                "default": "error",
                "description": "The severity from which lint exits with 1.",
            },
            "exclude": _globs("Report nothing on these files."),
            "allow": _globs("Links may lead to these targets though nothing is there."),
            "baseline": {
                "type": "string",
                "description": "A file of the vault with known findings, which are not reported.",
            },
            "relations": _table(
                "Labels of relations, in addition to the usual ones.",
                {
                    "forward": _globs("The note leads on to the one that it links."),
                    "backward": _globs("The note builds on the one that it links."),
                    "neutral": _globs("No order."),
                },
            ),
            "rules": _table(
                "The settings of single rules.",
                {name: _rule(rule) for name, rule in load_rules().items()},
            ),
        },
        "$defs": {
            "severity": {"enum": ["off", "info", "warning", "error"]},
            "exclude": _globs("Files on which this rule reports nothing."),
            "paths": _globs("The only files on which this rule reports."),
        },
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _globs(description: str) -> dict[str, Any]:
    return {**_GLOBS, "description": description}


def _table(description: str, properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": description,
        "additionalProperties": False,
        "properties": properties,
    }


def _rule(rule: Rule) -> dict[str, Any]:
    options = {name.replace("_", "-"): _option(usual) for name, usual in rule.options.items()}
    usual = str(rule.severity) if rule.is_on else "off"
    common = {
        "severity": {"$ref": "#/$defs/severity", "default": usual},
        "exclude": {"$ref": "#/$defs/exclude"},
        "paths": {"$ref": "#/$defs/paths"},
    }
    return _table(rule.summary, common | options)


def _option(usual: object) -> dict[str, Any]:
    if isinstance(usual, tuple):
        return {**_GLOBS, "default": list(usual)}
    kinds = {bool: "boolean", int: "integer", str: "string"}
    return {"type": kinds[type(usual)], "default": usual}


if __name__ == "__main__":
    FILE.write_text(make_schema(), "utf-8")
