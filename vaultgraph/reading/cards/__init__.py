"""Flashcards, as Obsidian_to_Anki finds them.

A style is a module with `NAME`, `MARKER`, a text without which a note has no such card, and
`find(text)`, which yields what it found.  `STYLES` lists them; nothing else knows how cards are
written.
"""

import re
from collections.abc import Iterator

from vaultgraph.model import CardRow
from vaultgraph.reading.cards import neuracache
from vaultgraph.reading.cards.spans import Spans

__all__ = ["DEFAULT_DECK", "STYLES", "find_cards"]

STYLES = (neuracache,)
DEFAULT_DECK = "Default"

# Both begin with a literal, so `re` leaps to it; the look-behind then asks for a line's start.
_DECK = re.compile(r"TARGET DECK(?<![^\n]TARGET DECK)(?:\n|: )(.*)")
_TAGS = re.compile(r"FILE TAGS(?<![^\n]FILE TAGS)(?:\n|: )(.*)")


def find_cards(text: str) -> Iterator[CardRow]:
    """Yield the fields of a `Card` for every flashcard of *text*, in order."""
    styles = [style for style in STYLES if style.MARKER in text]
    if not styles:
        return
    deck_line, tag_line = _DECK.search(text), _TAGS.search(text)
    deck = deck_line[1] if deck_line else DEFAULT_DECK
    tags = tuple(tag_line[1].split()) if tag_line else ()
    code = Spans(text)
    found = [
        (card.start, card, style.NAME)
        for style in styles
        for card in style.find(text)
        if not code.cover(card.start, card.end)
    ]
    for start, card, style in sorted(found):
        yield (
            card.question, card.answer, start, card.end, card.id, card.id_start,
            style, card.note_type, deck, tags,
        )  # fmt: skip
