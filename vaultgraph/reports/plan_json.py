"""The plan as JSON, `vaultgraph-plan/1`, described by `schemas/plan.schema.json`."""

from typing import Any

from vaultgraph.planning import Day, Plan
from vaultgraph.reports.json_document import json_document
from vaultgraph.reports.outlook import outlook_as_json

__all__ = ["render"]


def render(plan: Plan) -> str:
    """Return *plan* as JSON text."""
    audit = plan.audit
    report: dict[str, Any] = {
        "vault": audit.vault,
        "about": {"kind": audit.scope_kind, "name": audit.scope_name},
        "exam": audit.exam._asdict() if audit.exam else None,
        **outlook_as_json(plan),
        "pace": {
            "review_seconds": round(plan.pace.review, 1),
            "new_seconds": round(plan.pace.new, 1),
            "is_measured": plan.pace.is_measured,
        },
        "days": [_day(day) for day in plan.days],
    }
    return json_document("plan/1", report)


def _day(day: Day) -> dict[str, Any]:
    return {**day._asdict(), "readings": [reading._asdict() for reading in day.readings]}
