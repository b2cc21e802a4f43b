"""The rule `merged-cards`."""

import re
from collections.abc import Iterator
from functools import cache

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.rules import rule

_PARAGRAPHS = {"neuracache", "ruled", "custom"}
_CODE = re.compile(r"`[^`\n]*`")
_ID = re.compile(r"<!--ID: \d+|^ID: \d+", re.MULTILINE)


@rule(Severity.ERROR)
def merged_cards(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """Two flashcards run into one, because no empty line stands between them.

    The question of a card is its whole paragraph: with it the plugin takes the card above, its
    answer and even its ID, or the line that names the deck.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        What is work? #flashcard
        Force times distance.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        What is work? #flashcard
        Force times distance.
    """
    if not card.goes_to_anki:
        return
    place = card.place(note.path)
    sides = _CODE.sub("", card.question + "\n" + card.answer)
    in_paragraph = card.style in _PARAGRAPHS
    finder = graph.vault.card_finder
    is_marked = in_paragraph and any(tag in sides.lower() for tag in finder.tags)
    if is_marked or _ID.search(sides):
        hint = "put an empty line between the cards"
        yield Finding(place, "more than one card runs into one here", hint)
    elif in_paragraph and _deck_line(finder.settings.words.deck_line).search(card.question):
        hint = "put an empty line below the deck line"
        yield Finding(place, "the deck line is part of this question", hint)


@cache
def _deck_line(word: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(word)}(?:\n|: )", re.MULTILINE)
