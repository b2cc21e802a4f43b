"""Audit whether a vault is ready to study: blockers, coverage and study order."""

from vaultgraph.auditing.audit import audit
from vaultgraph.auditing.exam import MAX_DAYS_AHEAD, Exam
from vaultgraph.auditing.frontier import is_forgotten
from vaultgraph.auditing.result import (
    Audit,
    Deck,
    FaultGroup,
    Frontier,
    Recall,
    StudyStep,
    Weakness,
)

__all__ = [
    "MAX_DAYS_AHEAD",
    "Audit",
    "Deck",
    "Exam",
    "FaultGroup",
    "Frontier",
    "Recall",
    "StudyStep",
    "Weakness",
    "audit",
    "is_forgotten",
]
