"""The rule `merged-cards`."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from vaultgraph.graph import VaultGraph, add_hint_on_id, holds_another, is_paragraph
from vaultgraph.graph.dead_markers import is_meant
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import MEANT_ID
from vaultgraph.rules import rule

_TWO = 2
_LINE_OF_SPACES = lazy_re(r"\n[ \t]+(?=\n)")
_HEADING = lazy_re(r"#{1,6}[ \t]")


@rule(
    Severity.ERROR,
    plural("{count:,} merged card", "{count:,} merged cards"),
    on="card",
)
def merged_cards(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """Two flashcards are merged into one, because there is no empty line between them.

    The question of a card is its whole paragraph: the plugin includes the card above, its answer
    and even its ID, or the line that names the deck.

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

    When it is wrong to worry: a card about the marker quotes it as code, and a heading or a few
    lines of text right above the question are meant to be part of it.

    Fine::

        -- Heat.md --
        ## Cards
        Of the two marks, which one
        does the line end in, `#flashcard` or `#card`? #flashcard
        In `#flashcard`.
    """
    if holds_another(graph, note, card):
        message = say("two cards are merged here: no empty line between them")
        if card.style == "custom" and len(_find_markers(graph, note, card)) < _TWO:
            message = say("this card contains the ID of another one")
        yield Finding(card.span(note.path), message, _hint_with_id(graph, note, card))
    elif is_paragraph(card) and card.goes_to_anki:
        word = graph.vault.card_finder.settings.words.deck_line
        if word in card.question and _deck_line(word).search(card.question):
            hint = say("put an empty line below the deck line")
            message = say("the deck line is part of this question")
            yield Finding(card.span(note.path), message, hint)


def _hint_with_id(graph: VaultGraph, note: Note, card: Card) -> str:
    """How to separate the cards, and what to do about the ID at the end.

    That is the first card's if its answer contains the rest.  If the markers of both are in one
    question, that question is the second card's.
    """
    hint = _hint(graph, note, card)
    question_end = card.question_start + len(card.question)
    later = [start for start in _find_markers(graph, note, card) if start > question_end + 1]
    return add_hint_on_id(hint, graph, note, card, later[0]) if later else hint


def _find_markers(graph: VaultGraph, note: Note, card: Card) -> list[int]:
    """Where the tags in *card* of *note* begin that are meant to mark a card."""
    marks, text = note.parsed.card_marks, graph.vault.text(note.path)
    first, last = (
        bisect_left(marks, place, key=attrgetter("start")) for place in (card.start, card.end)
    )
    return [mark.start for mark in marks[first:last] if is_meant(text, mark)]


def _hint(graph: VaultGraph, note: Note, card: Card) -> str:
    """How to separate the first two cards in *card*, so that each keeps its answer."""
    markers = _find_markers(graph, note, card)
    if len(markers) < _TWO and card.style == "custom":
        return say("if two cards are merged here, separate them as the expression requires")
    if len(markers) < _TWO:
        return say("put an empty line between the cards")
    return _suggest_empty_line(graph, note, *markers[:_TWO])


def _suggest_empty_line(graph: VaultGraph, note: Note, first: int, second: int) -> str:
    """Where to separate the cards with markers at *first* and *second* by an empty line."""
    text = graph.vault.text(note.path)
    answer_start = text.index("\n", first)
    question_start = _question_start(text, answer_start + 1, second)
    number = MEANT_ID.search(text, answer_start, question_start)
    answer = text[answer_start : number.start() if number else question_start]
    if not answer.strip():
        return say("the first card has no answer: write one below its question")
    if number:
        line = graph.vault.line(note.path, number.start()) + 1
        return say("put an empty line above line {line}, below the ID of the first card", line=line)
    spaces = [*_LINE_OF_SPACES.finditer(text, answer_start, question_start)][-1:]
    if spaces:
        line = graph.vault.line(note.path, spaces[0].start() + 1)
        return say("line {line} only looks empty: remove the spaces in it", line=line)
    line = graph.vault.line(note.path, question_start)
    if "\n" not in answer.strip() or _HEADING.match(text, question_start):
        return say("put an empty line above line {line}, between the cards", line=line)
    # Of several lines, those at the end may be the beginning of the second question.
    return say(
        "put an empty line above line {line}, between the cards, "
        "or higher if the second question begins there",
        line=line,
    )


def _question_start(text: str, least: int, marker: int) -> int:
    """The start of the line with *marker*, or of the headings right above it; *least* or later."""
    start = max(text.rfind("\n", 0, marker) + 1, least)
    while start > least:
        above = text.rfind("\n", 0, start - 1) + 1
        if not _HEADING.match(text, above):
            break
        start = above
    return start


@cache
def _deck_line(word: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(word)}(?:\n|: )", re.MULTILINE)
