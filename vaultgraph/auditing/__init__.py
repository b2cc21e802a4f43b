"""Is the vault ready to study from?  What blocks it, what is not covered, and in which order."""

from vaultgraph.auditing.audit import audit
from vaultgraph.auditing.result import Audit, Deck, Recall, Step, Weakness

__all__ = ["Audit", "Deck", "Recall", "Step", "Weakness", "audit"]
