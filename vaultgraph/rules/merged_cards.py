"""The rule `merged-cards`."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from vaultgraph.graph import VaultGraph, add_hint_on_id, holds_another, is_paragraph
from vaultgraph.graph.dead_markers import is_meant
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Card, Finding, Note, Severity, Tag
from vaultgraph.reading import MEANT_ID
from vaultgraph.rules import rule

_TWO = 2
_BLANK_LINE = lazy_re(r"\n[ \t]+(?=\n)")
_HEADING = lazy_re(r"#{1,6}[ \t]")


@rule(Severity.ERROR, on="card")
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

    When it is wrong to worry: a card about the marker quotes it as code, and a heading or a few
    lines of text above the question are part of it as its writer wants.

    Fine::

        -- Heat.md --
        ## Cards
        Of the two marks, which one
        does the line end in, `#flashcard` or `#card`? #flashcard
        In `#flashcard`.
    """
    if holds_another(graph, note, card):
        hint = _hint_with_id(graph, note, card)
        message = "more than one card runs into one here"
        if card.style == "custom" and len(_marks_within(graph, note, card)) < _TWO:
            message = "the ID of another card stands in this one"
        yield Finding(card.span(note.path), message, hint)
    elif is_paragraph(card) and card.goes_to_anki:
        word = graph.vault.card_finder.settings.words.deck_line
        if word in card.question and _deck_line(word).search(card.question):
            hint = "put an empty line below the deck line"
            message = "the deck line is part of this question"
            yield Finding(card.span(note.path), message, hint)


def _hint_with_id(graph: VaultGraph, note: Note, card: Card) -> str:
    """How to separate the cards, and what to do about the ID at the end.

    That is the first card's if its answer contains the rest.  If the markers of both are in one
    question, that question is the second card's.
    """
    hint = _hint(graph, note, card)
    question_end = card.question_start + len(card.question)
    later = [start for start in _marks_within(graph, note, card) if start > question_end + 1]
    return add_hint_on_id(hint, graph, note, card, later[0]) if later else hint


def _marks_within(graph: VaultGraph, note: Note, card: Card) -> list[int]:
    """Where the tags in *card* of *note* begin that are meant to mark one."""
    marks, text = note.parsed.card_marks, graph.vault.text(note.path)
    first, last = (bisect_left(marks, place, key=itemgetter(1)) for place in (card.start, card.end))
    return [start for name, start in marks[first:last] if is_meant(text, Tag(name, start))]


def _hint(graph: VaultGraph, note: Note, card: Card) -> str:
    """How to part the first two cards in *card*, so that each keeps its answer."""
    text = graph.vault.text(note.path)
    inside = _marks_within(graph, note, card)
    if len(inside) < _TWO and card.style == "custom":
        return "if two cards run into one, part them as the expression wants it"
    if len(inside) < _TWO:
        return "put an empty line between the cards"
    answer_start = text.index("\n", inside[0])
    question_start = _question_start(text, answer_start + 1, inside[1])
    number = MEANT_ID.search(text, answer_start, question_start)
    answer = text[answer_start : number.start() if number else question_start]
    if not answer.strip():
        return "the first card has no answer: write one below its question"
    if number:
        line = graph.vault.line(note.path, number.start()) + 1
        return f"put an empty line above line {line}, below the ID of the first card"
    blank = [*_BLANK_LINE.finditer(text, answer_start, question_start)][-1:]
    if blank:
        line = graph.vault.line(note.path, blank[0].start() + 1)
        return f"line {line} only looks empty: remove the spaces in it"
    line = graph.vault.line(note.path, question_start)
    hint = f"put an empty line above line {line}, between the cards"
    # Of several lines, those at the end may be the beginning of the second question.
    is_sure = "\n" not in answer.strip() or _HEADING.match(text, question_start)
    return hint if is_sure else f"{hint}, or higher if the second question begins there"


def _question_start(text: str, least: int, mark: int) -> int:
    """The start of the line with *mark*, or of the headings right above it, at *least*."""
    start = max(text.rfind("\n", 0, mark) + 1, least)
    while start > least:
        above = text.rfind("\n", 0, start - 1) + 1
        if not _HEADING.match(text, above):
            break
        start = above
    return start


@cache
def _deck_line(word: str) -> re.Pattern[str]:
    return re.compile(rf"^{re.escape(word)}(?:\n|: )", re.MULTILINE)
