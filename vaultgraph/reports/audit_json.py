"""The audit as JSON, `vaultgraph-audit/1`, described by `audit.schema.json` in this folder."""

import json
from collections.abc import Iterable
from typing import Any

from vaultgraph.auditing import Audit, Deck, Recall, StudyStep
from vaultgraph.model import Diagnostic
from vaultgraph.version import __version__

__all__ = ["render"]


def render(audit: Audit) -> str:
    """Return *audit* as JSON text."""
    report = {
        "schema": "vaultgraph-audit/1",
        "generator": f"vaultgraph {__version__}",
        "vault": audit.vault,
        "about": {"kind": audit.scope_kind, "name": audit.scope_name},
        "ready": audit.ready,
        "notes": audit.notes,
        "notes_with_cards": audit.notes_with_cards,
        "cards": audit.cards,
        "ids": audit.ids,
        "blockers": [_fault(fault) for fault in audit.blockers],
        "doubts": [_fault(fault) for fault in audit.warnings],
        "decks": [_deck(deck, audit) for deck in audit.decks],
        "order": [_step(step, audit) for step in audit.order],
        "left_out": [{"from": before, "to": after} for before, after in audit.ignored_edges],
        "against_dates": [{"from": a, "to": b} for a, b in audit.against_dates],
        "uncovered": _counts("path", audit.uncovered),
        "missing": _counts("target", audit.missing),
        "most_connected": _counts("path", audit.most_connected),
        "cut_notes": _counts("path", audit.cut_notes),
        "recall": _recall(audit.recall, audit),
        "weak": [weak._asdict() for weak in audit.weak],
    }
    return json.dumps(report, ensure_ascii=False, indent=2) + "\n"


def _fault(fault: Diagnostic) -> dict[str, Any]:
    path, line, column, *_ = fault.location
    texts = {"rule": fault.rule, "message": str(fault.message), "hint": str(fault.hint)}
    return {"path": path, "line": line, "column": column, **texts}


def _deck(deck: Deck, audit: Audit) -> dict[str, Any]:
    return {**deck._asdict(), "recall": _recall(deck.recall, audit)}


def _step(step: StudyStep, audit: Audit) -> dict[str, Any]:
    return {**step._asdict(), "recall": _recall(step.recall, audit)}


def _recall(recall: Recall, audit: Audit) -> dict[str, int] | None:
    """Return the numbers of *recall*; None if no collection was given."""
    return recall._asdict() if audit.has_anki else None


def _counts(what: str, counts: Iterable[tuple[str, int]]) -> list[dict[str, Any]]:
    return [{what: name, "count": count} for name, count in counts]
