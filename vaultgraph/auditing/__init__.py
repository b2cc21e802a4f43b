"""Is the vault ready to study from?  What blocks it, what is not covered, and in which order."""

from vaultgraph.auditing.audit import audit
from vaultgraph.auditing.result import Audit, Deck, FaultGroup, Recall, StudyStep, Weakness

__all__ = ["Audit", "Deck", "FaultGroup", "Recall", "StudyStep", "Weakness", "audit"]
