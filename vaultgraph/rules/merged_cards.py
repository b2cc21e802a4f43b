"""The rule `merged-cards`."""

import re
from collections.abc import Iterator
from functools import cache

from vaultgraph.graph import VaultGraph, holds_another, is_paragraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.rules import rule

_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n)")


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
    place = card.place(note.path)
    if holds_another(graph, card):
        yield Finding(place, "more than one card runs into one here", _hint(graph, note, card))
    elif is_paragraph(card) and card.goes_to_anki:
        word = graph.vault.card_finder.settings.words.deck_line
        if word in card.question and _deck_line(word).search(card.question):
            hint = "put an empty line below the deck line"
            yield Finding(place, "the deck line is part of this question", hint)


def _hint(graph: VaultGraph, note: Note, card: Card) -> str:
    text = graph.vault.text(note.path)
    is_next = any(tag in card.answer.lower() for tag in graph.vault.card_finder.tags)
    if is_next and text.find("\n\n", card.start, card.end) >= 0:
        return "the first card has no answer: write one below its question"
    if blank := _BLANK_LINE.search(text, card.start, card.end):
        line = graph.vault.line(note.path, blank.end())
        return f"line {line} only looks empty: delete the blanks in it"
    return "put an empty line between the cards"


@cache
def _deck_line(word: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(word)}(?:\n|: )", re.MULTILINE)
