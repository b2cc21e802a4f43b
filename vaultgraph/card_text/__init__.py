"""The text of flashcards for pages: formatted text, formulas, and cloze deletions."""

from vaultgraph.card_text.clozes import is_cloze, with_deletions
from vaultgraph.card_text.formulas import Tree, formula
from vaultgraph.card_text.pieces import pieces

__all__ = ["Tree", "formula", "is_cloze", "pieces", "with_deletions"]
