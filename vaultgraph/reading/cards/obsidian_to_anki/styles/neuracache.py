"""Cards in the style of Neuracache: a question that ends in ` #flashcard`, and its answer.

- The marker has a space before it and at most one after it, then the line ends.
- The question is all of the paragraph before the marker.  The last marker of a paragraph wins.
- The answer begins on the next line that is not empty.  It ends before an empty line, before a
  line that begins with `<!--`, or at the end of the note.
- An ID belongs to the card if it follows directly, on the same line or the next: `<!--ID: 123-->`
  or `ID: 123`.

This matches the plugin's regular expression for this style, but takes linear time.
"""

import re
from collections.abc import Callable, Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import (
    LINES,
    Answer,
    Found,
    Suffix,
    card_id,
    end_of_lines,
    ending,
)
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS, after_card

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "Neuracache", "parser"]

NAME = "neuracache"
NOTE_TYPE = "Basic"
IS_MARKED = True
EXPRESSION = r"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"
EXAMPLE = "What is heat? #flashcard\nEnergy on its way"

_BELOW = rf" ?\n++(?!<!--)(?=[^{LINE_ENDS}])"
_ANSWER = rf"(?P<answer>[^{LINE_ENDS}]++{LINES})"
_QUESTION = r"((?:[^\n][\n]?)+) #"
_DEFAULT = lazy_re(
    re.escape(_QUESTION)
    + r"(?P<tag>[^\s\\()\[\]{}|?*+.^$]+)"
    + re.escape(r" ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)")
)


def parser(pattern: str) -> "Neuracache | None":
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    default = _DEFAULT.fullmatch(pattern) if pattern.startswith(_QUESTION) else None
    return Neuracache(default["tag"]) if default else None


_Candidate = tuple[int, Answer]


class Neuracache:
    """The parser for the style with this *tag*, without `#`."""

    groups = 2

    def __init__(self, tag: str) -> None:
        self.marker: str = f" #{tag}"
        self._text = ""
        self._known: list[list[_Candidate]] = []
        marked = re.escape(self.marker) + _BELOW
        self._marked = lazy_re(marked)
        self._separate = lazy_re(rf"{marked}{_ANSWER}(?:{after_card('id')})?(?=\n\n|\n?\Z)")

    def separate_cards(self, text: str, cover: Callable[[int, int], bool]) -> list[Found] | None:
        """Return all cards of *text* in one pass if each marker makes one card; else None.

        This fast path holds for nearly all notes: each card has empty lines around it, there are no
        tags, no IDs except at the end of a card, and no card for which *cover* holds.  Then all
        passes of the plugin together find exactly these cards.
        """
        # All that is counted begins at the first marker, as no tag or ID above it can be in an
        # answer.
        first = text.find(self.marker)
        separate = list(self._separate.finditer(text, first))
        if text.count(self.marker, first) != len(separate) or text.find("Tags: ", first) >= 0:
            return None
        cards, free = [], 0
        for card in separate:
            (marker, end), (_, answer_end), (id_start, _) = card.regs
            start = _question_start(text, free, marker)
            if start == marker or cover(start, answer_end):
                return None
            answer, digits = card.group("answer", "id")
            number, id_start = (card_id(digits), id_start) if digits else (0, end)
            question = text[start:marker]
            cards.append(Found(question.strip(), answer.strip(), start, end, number, id_start))
            free = end
        has_ids = text.count("ID: ", first) == len([card for card in cards if card.id])
        return cards if has_ids else None

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        if self._text is not text:  # the questions are the same in every pass
            self._text, self._known = text, self._paragraphs(text)
        free = 0
        for candidates in self._known:
            card = _last_card(text, free, candidates, suffix)
            if card:
                free = card.end
                yield card

    def _paragraphs(self, text: str) -> list[list[_Candidate]]:
        """Return the questions of each paragraph, the last one first."""
        paragraphs: list[list[tuple[int, int]]] = []
        above = -1
        for marker in self._marked.finditer(text, text.find(self.marker)):
            if above < 0 or text.find("\n\n", above, marker.start()) >= 0:
                paragraphs.append([])
            paragraphs[-1].append(marker.span())
            above = marker.start()
        return [_candidates_in(text, markers) for markers in paragraphs]


def _candidates_in(text: str, markers: list[tuple[int, int]]) -> list[_Candidate]:
    """Return the offset of each of *markers* with the answer after it, the last one first.

    The text searched for one marker is not searched again for the previous one.
    """
    candidates, seen = [], len(text)
    for marker, start in reversed(markers):
        stop = end_of_lines(text, start, seen)
        candidates.append((marker, Answer(start, stop, stop)))
        seen = start
    return candidates


def _last_card(text: str, free: int, candidates: list[_Candidate], suffix: Suffix) -> Found | None:
    """Return the first of *candidates* with *suffix* whose question begins at *free* or later."""
    for marker, answer in candidates:
        if marker <= free and free:
            continue
        end = ending(text, answer, suffix)
        if end and (start := _question_start(text, free, marker)) < marker:
            question, back = text[start:marker], text[answer.start : end.answer_end]
            return Found(question.strip(), back.strip(), start, *end[1:4], "", end.tags)
    return None


def _question_start(text: str, free: int, end: int) -> int:
    paragraph = text.rfind("\n\n", free, end)
    start = free if paragraph < 0 else paragraph + 2
    while text.startswith("\n", start):
        start += 1
    return start
