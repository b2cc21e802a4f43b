"""Cards in the style of Neuracache: a question that ends in ` #flashcard`, and its answer.

- The marker has a blank before it and at most one behind it, then the line ends.
- The question is all of the paragraph before the marker.  The last marker of a paragraph wins.
- The answer begins on the next line that is not empty.  It ends before an empty line, before a
  line that begins with `<!--`, or at the end of the note.
- An ID belongs to the card if it follows directly, on the same line or the next: `<!--ID: 123-->`
  or `ID: 123`.

This is what the plugin's regular expression for this style does, but in linear time.
"""

import re
from collections.abc import Iterator, Sequence

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import (
    Answer,
    Found,
    Suffix,
    end_of_lines,
    ending,
)
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS

__all__ = ["EXPRESSION", "NAME", "NOTE_TYPE", "Neuracache", "parser"]

NAME = "neuracache"
NOTE_TYPE = "Basic"
EXPRESSION = r"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"

_STOCK = lazy_re(
    re.escape(r"((?:[^\n][\n]?)+) #")
    + r"(?P<tag>[^\s\\()\[\]{}|?*+.^$]+)"
    + re.escape(r" ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)")
)
_ANSWER_BELOW = rf" ?(?=\n+(?!<!--)[^{LINE_ENDS}])"


def parser(pattern: str) -> "Neuracache | None":
    """The parser for the regular expression *pattern*, if it is of this style."""
    stock = _STOCK.fullmatch(pattern)
    return Neuracache(stock["tag"]) if stock else None


_Asked = tuple[int, Answer]


class Neuracache:
    """The style with a *tag* of the vault's choice."""

    groups = 2

    def __init__(self, tag: str) -> None:
        self.marker = f" #{tag}"
        self._text = ""
        self._known: list[list[_Asked]] = []
        self._end_of_question = lazy_re(
            re.escape(self.marker) + r" ?(?=\n+(?!<!--)[^\n\r\u2028\u2029])"
        )

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        if self._text is not text:  # what is asked is the same in every pass
            self._text, self._known = text, list(self._paragraphs(text))
        free = 0
        for asked in self._known:
            card = _last_card(text, free, asked, suffix)
            if card:
                free = card.end
                yield card

    def is_done(self, cards: Sequence[Found]) -> bool:
        """Whether each marker of the text that was searched last has given one of *cards*, whole.

        One whose answer is cut off by an ID or tags within it is found once more without them; and
        IDs and tags that no card has may make one that begins in another.
        """
        if len(cards) != len(self._known):
            return False
        if self._text.count("ID: ") != sum(1 for card in cards if card.id):
            return False
        if self._text.count("Tags: ") != sum(1 for card in cards if card.tags):
            return False
        ends = sorted(card.end for card in cards)
        return all(
            len(asked) == 1 and end >= asked[0][1].stop
            for asked, end in zip(self._known, ends, strict=True)
        )

    def _paragraphs(self, text: str) -> Iterator[list[_Asked]]:
        """Yield what each paragraph asks, the last first."""
        markers: list[tuple[int, int]] = []
        for match in self._end_of_question.finditer(text):
            start, end = match.span()
            if markers and text.find("\n\n", markers[-1][1], start) >= 0:
                yield list(_asked(text, markers))
                markers = []
            markers.append((start, end))
        if markers:
            yield list(_asked(text, markers))


def _asked(text: str, markers: list[tuple[int, int]]) -> Iterator[_Asked]:
    """Yield the place of each of *markers* with the answer behind it, the last first.

    What was searched for one marker is not searched again for the one before it.
    """
    seen = len(text)
    for start, end in reversed(markers):
        answer = _skip_newlines(text, end)
        stop = end_of_lines(text, answer, seen)
        yield start, Answer(answer, stop, stop)
        seen = answer


def _last_card(text: str, free: int, asked: list[_Asked], suffix: Suffix) -> Found | None:
    """The first card of *asked* that has *suffix*, its question taken from *free* on."""
    for marker, answer in asked:
        if marker <= free and free:
            continue
        end = ending(text, answer, suffix)
        if end and (start := _question_start(text, free, marker)) < marker:
            question, back = text[start:marker], text[answer.start : end.answer_end]
            return Found(question.strip(), back.strip(), start, *end[1:4], "", end.tags)
    return None


def _question_start(text: str, free: int, end: int) -> int:
    paragraph = text.rfind("\n\n", free, end)
    return _skip_newlines(text, free if paragraph < 0 else paragraph + 2)


def _skip_newlines(text: str, offset: int) -> int:
    while text.startswith("\n", offset):
        offset += 1
    return offset
