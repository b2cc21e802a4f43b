"""The audit as JSON, `vaultgraph-audit/1`, described by `schemas/audit.schema.json`."""

from typing import TYPE_CHECKING, Any

from vaultgraph.auditing import Audit
from vaultgraph.reports.audit_sections import load_sections
from vaultgraph.reports.json_document import json_document
from vaultgraph.reports.outlook import outlook_as_json

if TYPE_CHECKING:
    from vaultgraph.planning import Plan

__all__ = ["render"]

_FIRST = ("blockers", "warnings", "decks", "order", "coverage", "recall", "frontier", "progress")


def render(audit: Audit, plan: "Plan | None" = None) -> str:
    """Return *audit*, with the *plan* for its exam, as JSON text."""
    report: dict[str, Any] = {
        "vault": audit.vault,
        "about": {"kind": audit.scope_kind, "name": audit.scope_name},
        "ready": audit.ready,
        "notes": audit.notes,
        "notes_with_cards": audit.notes_with_cards,
        "cards": audit.cards,
        "ids": audit.ids,
    }
    if audit.exam:
        report["exam"] = audit.exam._asdict()
        report["due_by_day"] = audit.due_by_day if audit.has_anki else None
    if plan:
        report["plan"] = outlook_as_json(plan)
    for section in load_sections(_FIRST):
        report |= section.find(audit).json()
    return json_document("audit/1", report)
