"""Audit whether a vault is ready to study: blockers, coverage and study order."""

from vaultgraph.auditing.audit import audit
from vaultgraph.auditing.exam import MAX_DAYS_AHEAD, Exam, exam_on
from vaultgraph.auditing.frontier import is_forgotten
from vaultgraph.auditing.progress import compare_audits
from vaultgraph.auditing.recall import recall_by_note, recall_of_cards
from vaultgraph.auditing.result import (
    Audit,
    Change,
    Deck,
    FaultGroup,
    Frontier,
    Progress,
    Recall,
    StudyStep,
    Weakness,
)

__all__ = [
    "MAX_DAYS_AHEAD",
    "Audit",
    "Change",
    "Deck",
    "Exam",
    "FaultGroup",
    "Frontier",
    "Progress",
    "Recall",
    "StudyStep",
    "Weakness",
    "audit",
    "compare_audits",
    "exam_on",
    "is_forgotten",
    "recall_by_note",
    "recall_of_cards",
]
