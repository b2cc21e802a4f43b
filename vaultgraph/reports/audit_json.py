"""The audit as JSON, `vaultgraph-audit/1`, described by `schemas/audit.schema.json`."""

from typing import Any

from vaultgraph.auditing import Audit
from vaultgraph.reports.audit_sections import load_sections
from vaultgraph.reports.json_document import json_document

__all__ = ["render"]

_FIRST = ("blockers", "warnings", "decks", "order", "coverage", "recall")


def render(audit: Audit) -> str:
    """Return *audit* as JSON text."""
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
    for section in load_sections(_FIRST):
        report |= section.find(audit).json()
    return json_document("audit/1", report)
