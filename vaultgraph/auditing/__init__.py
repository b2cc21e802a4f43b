"""Audit whether a vault is ready to study: blockers, coverage and study order."""

from vaultgraph.auditing.audit import audit
from vaultgraph.auditing.exam import Exam
from vaultgraph.auditing.result import Audit, Deck, FaultGroup, Recall, StudyStep, Weakness

__all__ = ["Audit", "Deck", "Exam", "FaultGroup", "Recall", "StudyStep", "Weakness", "audit"]
