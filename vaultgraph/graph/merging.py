"""Flashcards that have swallowed their neighbour."""

import re
from typing import TYPE_CHECKING

from vaultgraph.model import WRITTEN_OUT, Card

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["holds_another", "is_paragraph"]

_PARAGRAPHS = {"neuracache", "ruled", "custom"}
_CODE = re.compile(r"`[^`\n]*`")
_ID = re.compile(r"<!--ID: \d+|^ID: \d+", re.MULTILINE)


def is_paragraph(card: Card) -> bool:
    """Whether the question of *card* is a whole paragraph, whatever else stands in it."""
    return card.style in _PARAGRAPHS


def holds_another(graph: "VaultGraph", card: Card) -> bool:
    """Whether the mark or the ID of another card stands in *card*, outside of code.

    Words at both ends keep a written-out card apart from others: `wrong-card-end` is for those.
    """
    if not card.goes_to_anki or card.style in WRITTEN_OUT:
        return False
    sides = _CODE.sub("", f"{card.question}\n{card.back}")
    tags = graph.vault.card_finder.tags if is_paragraph(card) else ()
    return any(tag in sides.lower() for tag in tags) or _ID.search(sides) is not None
