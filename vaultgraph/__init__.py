"""Lint, map and audit Obsidian vaults, read the way Obsidian reads them.

>>> from vaultgraph import VaultGraph, read_vault
>>> graph = VaultGraph(read_vault("sample_vault"))
>>> graph.unresolved["Transfomer"]
1
"""

from vaultgraph.version import __version__

TYPE_CHECKING = False  # type checkers treat it as True; importing `typing` would take 4 ms
if TYPE_CHECKING:
    from vaultgraph.anki import (
        AnkiCard,
        AnkiNote,
        Answers,
        Collection,
        Memory,
        Preset,
        read_collection,
    )
    from vaultgraph.auditing import (
        Audit,
        Change,
        Deck,
        Exam,
        FaultGroup,
        Frontier,
        Progress,
        Recall,
        StudyStep,
        Weakness,
        audit,
    )
    from vaultgraph.concept_map import Selection, draw
    from vaultgraph.counting import CardCount, Statistics, statistics
    from vaultgraph.errors import AnkiError, UsageError, VaultError, VaultGraphError
    from vaultgraph.graph import Edge, OutgoingLinks, Relation, VaultGraph
    from vaultgraph.graph.paths import Step, shortest_path
    from vaultgraph.linting import Linter, choose_rules, lint
    from vaultgraph.model import (
        Arrow,
        Attachment,
        Block,
        Card,
        CardFault,
        CardId,
        Diagnostic,
        Finding,
        Fix,
        Heading,
        InvalidLink,
        LabeledLink,
        Link,
        Location,
        MarkupFault,
        Note,
        ParsedNote,
        Problem,
        PropertyFault,
        Severity,
        Span,
        Suppression,
        Tag,
    )
    from vaultgraph.planning import Day, Done, Pace, Plan, Reading, plan
    from vaultgraph.reading import Vault, Workers, find_vault, read_vault
    from vaultgraph.rules import Rule
    from vaultgraph.settings import Settings, load_settings
    from vaultgraph.suggesting import Mention, MissingLinks, Suggestion

_HOMES = {
    "AnkiCard": "anki",
    "AnkiError": "errors",
    "AnkiNote": "anki",
    "Answers": "anki",
    "Arrow": "model",
    "Attachment": "model",
    "Audit": "auditing",
    "Block": "model",
    "Card": "model",
    "CardCount": "counting",
    "CardFault": "model",
    "CardId": "model",
    "Change": "auditing",
    "Collection": "anki",
    "Day": "planning",
    "Deck": "auditing",
    "Diagnostic": "model",
    "Done": "planning",
    "Edge": "graph",
    "Exam": "auditing",
    "FaultGroup": "auditing",
    "Frontier": "auditing",
    "Finding": "model",
    "Fix": "model",
    "Heading": "model",
    "InvalidLink": "model",
    "LabeledLink": "model",
    "Link": "model",
    "Linter": "linting",
    "Location": "model",
    "MarkupFault": "model",
    "Memory": "anki",
    "Mention": "suggesting",
    "MissingLinks": "suggesting",
    "Note": "model",
    "OutgoingLinks": "graph",
    "ParsedNote": "model",
    "Pace": "planning",
    "Plan": "planning",
    "Preset": "anki",
    "Progress": "auditing",
    "Problem": "model",
    "PropertyFault": "model",
    "Reading": "planning",
    "Recall": "auditing",
    "Relation": "graph",
    "Rule": "rules",
    "Selection": "concept_map",
    "Settings": "settings",
    "Severity": "model",
    "Span": "model",
    "Statistics": "counting",
    "Suggestion": "suggesting",
    "Step": "graph.paths",
    "StudyStep": "auditing",
    "Suppression": "model",
    "Tag": "model",
    "UsageError": "errors",
    "Vault": "reading",
    "VaultError": "errors",
    "VaultGraph": "graph",
    "VaultGraphError": "errors",
    "Weakness": "auditing",
    "Workers": "reading",
    "audit": "auditing",
    "choose_rules": "linting",
    "draw": "concept_map",
    "find_vault": "reading",
    "lint": "linting",
    "load_settings": "settings",
    "plan": "planning",
    "read_collection": "anki",
    "read_vault": "reading",
    "shortest_path": "graph.paths",
    "statistics": "counting",
}
"""The module of each public name."""

__all__ = [
    "AnkiCard",
    "AnkiError",
    "AnkiNote",
    "Answers",
    "Arrow",
    "Attachment",
    "Audit",
    "Block",
    "Card",
    "CardCount",
    "CardFault",
    "CardId",
    "Change",
    "Collection",
    "Day",
    "Deck",
    "Diagnostic",
    "Done",
    "Edge",
    "Exam",
    "FaultGroup",
    "Finding",
    "Fix",
    "Frontier",
    "Heading",
    "InvalidLink",
    "LabeledLink",
    "Link",
    "Linter",
    "Location",
    "MarkupFault",
    "Memory",
    "Mention",
    "MissingLinks",
    "Note",
    "OutgoingLinks",
    "Pace",
    "ParsedNote",
    "Plan",
    "Preset",
    "Problem",
    "Progress",
    "PropertyFault",
    "Reading",
    "Recall",
    "Relation",
    "Rule",
    "Selection",
    "Settings",
    "Severity",
    "Span",
    "Statistics",
    "Step",
    "StudyStep",
    "Suggestion",
    "Suppression",
    "Tag",
    "UsageError",
    "Vault",
    "VaultError",
    "VaultGraph",
    "VaultGraphError",
    "Weakness",
    "Workers",
    "__version__",
    "audit",
    "choose_rules",
    "draw",
    "find_vault",
    "lint",
    "load_settings",
    "plan",
    "read_collection",
    "read_vault",
    "shortest_path",
    "statistics",
]


def __dir__() -> list[str]:
    """List the public names, including those not imported yet."""
    return list(__all__)


def __getattr__(name: str) -> object:
    """Import a public name on first use, so that the command line starts fast."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
