"""What has changed since an earlier audit, as its JSON says."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from vaultgraph.auditing.frontier import GOAL
from vaultgraph.auditing.result import Audit, Change, Progress
from vaultgraph.errors import UsageError
from vaultgraph.messages import say

__all__ = ["compare_audits"]

_SCHEMA = "vaultgraph-audit/1"
_READ_ERRORS = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


class _Step(NamedTuple):
    """A note of an audit: whether all its cards are learned, and whether it is forgotten."""

    is_learned: bool
    is_forgotten: bool


def compare_audits(audit: Audit, earlier: bytes, file: str) -> Progress:
    """Return what has changed in *audit* since the *earlier* one, JSON that is in *file*.

    Raises UsageError if that is not the JSON of an audit, or of another part of the vault.
    """
    try:
        report = json.loads(earlier)
        if report["schema"] != _SCHEMA:
            raise ValueError(report["schema"])
        about = (report["vault"], report["about"]["kind"], report["about"]["name"])
        before = _numbers(report)
        steps = {step["path"]: _step(step["cards"], step["recall"]) for step in report["order"]}
    except _READ_ERRORS as error:
        hint = say("name a file that vaultgraph audit -o {file} has written", file="audit.json")
        raise UsageError(say("{file} is not an audit", file=file), hint=hint) from error
    if about != (audit.vault, audit.scope_kind, audit.scope_name):
        hint = say("ask for the same decks, tags, folders and notes")
        raise UsageError(say("{file} is an audit of something else", file=file), hint=hint)
    return _progress(audit, before, steps)


def _progress(
    audit: Audit, before: Mapping[str, float | None], steps: Mapping[str, _Step]
) -> Progress:
    after = _numbers_of(audit)
    changes = tuple(Change(name, before[name], after[name]) for name in after)
    if None in {before["learned"], after["learned"]}:  # one of them has no collection
        return Progress(changes, (), ())
    now = {
        step.path: _step(step.cards, {**step.recall._asdict(), "retention": step.recall.retention})
        for step in audit.order
    }
    nothing = _Step(is_learned=False, is_forgotten=False)
    return Progress(
        changes,
        tuple(p for p, s in now.items() if s.is_learned > steps.get(p, nothing).is_learned),
        tuple(p for p, s in now.items() if s.is_forgotten > steps.get(p, nothing).is_forgotten),
    )


def _numbers(report: Mapping[str, Any]) -> Mapping[str, float | None]:
    """Return the numbers that are compared from the JSON of an audit."""
    recall = report["recall"] or {}
    learned = recall["young"] + recall["mature"] if recall else None
    blockers = report["blockers"]
    return {
        "problems": len(blockers),
        "cards": _number(report["cards"]),
        "learned": _number(learned),
        "new": _number(recall.get("new")),
        "due": _number(recall.get("due")),
        "overdue": _number(recall.get("overdue")),
        "leeches": _number(recall.get("leeches")),
        "retention": _number(recall.get("retention")),
    }


def _numbers_of(audit: Audit) -> Mapping[str, float | None]:
    recall = audit.recall if audit.has_anki else None
    share = recall.retention if recall else None
    return {
        "problems": len(audit.blockers),
        "cards": audit.cards,
        "learned": recall.learned if recall else None,
        "new": recall.new if recall else None,
        "due": recall.due if recall else None,
        "overdue": recall.overdue if recall else None,
        "leeches": recall.leeches if recall else None,
        "retention": None if share is None else round(share, 3),  # as in JSON
    }


def _number(value: Any) -> float | None:
    """Return *value*, a number or None; TypeError if it is something else."""
    if value is not None and type(value) not in {int, float}:
        raise TypeError(value)
    return value  # type: ignore[no-any-return]


def _step(cards: int, recall: Mapping[str, Any] | None) -> _Step:
    if not recall:
        return _Step(is_learned=False, is_forgotten=False)
    learned = recall["young"] + recall["mature"]
    share = recall["retention"]
    return _Step(0 < cards <= learned, share is not None and share < GOAL)
