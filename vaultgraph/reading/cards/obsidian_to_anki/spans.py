"""Text in which the plugin looks for no cards: code, maths, and what is a card already.

The plugin's notion of code and maths is not Obsidian's: a single backtick or dollar sign may open
a span that runs over many lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import NamedTuple

from vaultgraph.lazy import lazy_re

__all__ = ["Runaway", "Spans"]

_OPENINGS = (
    (lazy_re(r"```"), "```"),
    (lazy_re(r"\$\$"), "$$"),
    (lazy_re(r"`(?<!``)(?=[^`])"), "`"),
    (lazy_re(r"\$(?<!\$\$)(?=[^\s$])"), "$"),
)


class Runaway(NamedTuple):
    """A span that nobody means, from `start` to `end`, and the mark at which it went wrong."""

    start: int
    end: int
    unpaired: int


class Spans:
    """The code and maths of a text, and all that is added to them."""

    def __init__(self, text: str) -> None:
        self._code: list[_Layer] = []
        self._added: list[_Layer] = []
        self._pairs: list[_Pairs] = []
        for opening, close in _OPENINGS:
            spans = _spans(text, opening, close)
            if spans:
                self._code.append(_Layer(spans))
            if len(close) == 1:
                self._pairs.append(_Pairs(text, spans))
            elif close == "```":
                self._fences = _Layer(spans)

    def add(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take what lies from the start to the end of each of *spans*."""
        if ordered := sorted(spans):
            self._added.append(_Layer(ordered))

    def cover(self, start: int, end: int) -> bool:
        """Whether one span holds all from *start* to *end*, give or take a character."""
        for layer in self._added:
            if layer.span(start, end):
                return True
        return self.is_code(start, end)

    def is_code(self, start: int, end: int) -> bool:
        """Whether code or maths hold all from *start* to *end*, give or take a character."""
        return any(layer.span(start, end) for layer in self._code) if self._code else False

    def fence(self, start: int, end: int) -> bool:
        """Whether a fenced block of code holds all from *start* to *end*."""
        return self._fences.span(start, end) is not None

    def runaway(self, start: int, end: int) -> Runaway | None:
        """The span between two single marks, across an empty line, that holds *start* to *end*.

        Nobody means such a span.
        """
        if self.fence(start, end):
            return None
        runaways = (pairs.runaway(start, end) for pairs in self._pairs)
        return next(filter(None, runaways), None)


class _Pairs:
    """The *spans* of a *text* that lie between two single marks."""

    def __init__(self, text: str, spans: list[tuple[int, int]]) -> None:
        self._text = text
        self._spans = spans
        self._runaways = _Layer([span for span in spans if text.find("\n\n", *span) >= 0])

    def runaway(self, start: int, end: int) -> Runaway | None:
        """The span across an empty line that holds *start* to *end*."""
        span = self._runaways.span(start, end)
        return Runaway(*span, self._origins[span[0]]) if span else None

    @cached_property
    def _origins(self) -> Mapping[int, int]:
        """Where the first span begins of a row in which each ends on the line of the next.

        In such a row one mark is missing, and all others find the wrong partner.
        """
        origins, origin, above = {}, 0, -1
        for start, end in self._spans:
            if above < 0 or self._text.find("\n", above, start) >= 0:
                origin = start
            origins[start] = origin
            above = end
        return origins


class _Layer:
    """Spans, in order; of those that begin before a place, the one that reaches farthest counts."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._farthest: list[tuple[int, int]] = []
        farthest = (0, 0)
        for span in spans:
            farthest = span if span[1] > farthest[1] else farthest
            self._farthest.append(farthest)

    def span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span that holds all from *start* to *end*, give or take a character."""
        index = bisect_right(self._starts, start + 1) - 1
        if index < 0:
            return None
        farthest = self._farthest[index]
        return farthest if end - 1 <= farthest[1] else None


def _spans(text: str, opening: re.Pattern[str], close: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    if close not in text:
        return spans
    match = opening.search(text)
    while match:
        end = _close(text, close, match.end())
        if end < 0:
            break
        spans.append((match.start(), end))
        match = opening.search(text, end)
    return spans


def _close(text: str, mark: str, start: int) -> int:
    """The offset behind the next *mark*; a single `$` closes only behind a character."""
    found = text.find(mark, start)
    while found >= 0 and mark == "$" and text[found - 1].isspace():
        found = text.find(mark, found + 1)
    return -1 if found < 0 else found + len(mark)
