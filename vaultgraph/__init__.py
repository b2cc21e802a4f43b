"""Obsidian vaults, read as Obsidian reads them: linted, mapped and audited.

>>> from vaultgraph import VaultGraph, read_vault
>>> graph = VaultGraph(read_vault("sample_vault"))
>>> graph.unresolved["Transfomer"]
1
"""

from vaultgraph.version import __version__

TYPE_CHECKING = False  # what type checkers take for True; `typing` itself would cost 4 ms
if TYPE_CHECKING:
    from vaultgraph.anki import Collection, read_collection
    from vaultgraph.auditing import Audit, audit
    from vaultgraph.concept_map import draw
    from vaultgraph.counting import Statistics, statistics
    from vaultgraph.errors import AnkiError, UsageError, VaultError, VaultGraphError
    from vaultgraph.graph import Edge, Relation, VaultGraph
    from vaultgraph.graph.paths import Step, shortest_path
    from vaultgraph.linting import choose_rules, lint
    from vaultgraph.model import Card, Diagnostic, Link, Note, Severity
    from vaultgraph.reading import Vault, find_vault, read_vault

_HOMES = {
    "AnkiError": "errors",
    "Audit": "auditing",
    "Card": "model",
    "Collection": "anki",
    "Diagnostic": "model",
    "Edge": "graph",
    "Link": "model",
    "Note": "model",
    "Relation": "graph",
    "Severity": "model",
    "Statistics": "counting",
    "Step": "graph.paths",
    "UsageError": "errors",
    "Vault": "reading",
    "VaultError": "errors",
    "VaultGraph": "graph",
    "VaultGraphError": "errors",
    "audit": "auditing",
    "choose_rules": "linting",
    "draw": "concept_map",
    "find_vault": "reading",
    "lint": "linting",
    "read_collection": "anki",
    "read_vault": "reading",
    "shortest_path": "graph.paths",
    "statistics": "counting",
}

__all__ = [
    "AnkiError",
    "Audit",
    "Card",
    "Collection",
    "Diagnostic",
    "Edge",
    "Link",
    "Note",
    "Relation",
    "Severity",
    "Statistics",
    "Step",
    "UsageError",
    "Vault",
    "VaultError",
    "VaultGraph",
    "VaultGraphError",
    "__version__",
    "audit",
    "choose_rules",
    "draw",
    "find_vault",
    "lint",
    "read_collection",
    "read_vault",
    "shortest_path",
    "statistics",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first used, so that the command line starts at once."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
