"""Spans in which the plugin does not look for cards: code, math, and cards already found.

The plugin parses code and math differently from Obsidian: a single backtick or dollar sign may open
a span that runs over many lines.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from vaultgraph.lazy import lazy_re

__all__ = ["Runaway", "Spans", "between"]

# An unclosed mark consumes the rest of the text, because no mark after it could be closed either.
# This keeps the search linear.
# The expressions of the plugin's `constants.ts`.  The mark is before its look-behind, so that the
# search skips to it: 44 µs instead of 1,156 for 110 kB of prose with 100 code spans.
_CODE = lazy_re(r"`(?<!``)(?!`)[^`]*+(?P<close>`)?")
_MATH = lazy_re(r"\$(?<!\$\$)(?![\s$])[^$]*+(?:(?<=\s)\$[^$]*+)*+(?P<close>\$)?")

_Span = tuple[int, int]


class Runaway(NamedTuple):
    """An unintended span from `start` to `end`, and the offset of the `unpaired` mark."""

    start: int
    end: int
    unpaired: int


class Spans:
    """The code and math of a text, found on first access, and all spans added to them."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._added: list[_Layer] = []

    @cached_property
    def _fenced(self) -> list[_Span]:
        return between(self._text, "```")

    @cached_property
    def _single(self) -> tuple[list[_Span], list[_Span]]:
        """The spans between single backticks, and those between single dollar signs."""
        return _closed(self._text, "`", _CODE), _closed(self._text, "$", _MATH)

    @cached_property
    def _code(self) -> "_Layer":
        # Found when first asked for: a note of delimited cards that have IDs never asks.
        if not ("`" in self._text or "$" in self._text):
            return _EMPTY_LAYER
        code, math = self._single
        return _Layer([*self._fenced, *between(self._text, "$$"), *code, *math])

    @cached_property
    def _fences(self) -> "_Layer":
        return _Layer(self._fenced)

    @cached_property
    def _pairs(self) -> "tuple[_Pairs, ...]":
        return tuple(_Pairs(self._text, spans) for spans in self._single)

    def add(self, spans: Iterable[_Span]) -> None:
        """Add *spans*, in any order, to those in which no cards are found."""
        self._added.append(_Layer(spans))

    def cover(self, start: int, end: int) -> bool:
        """Return whether one span contains *start* to *end*, give or take a character."""
        for layer in self._added:
            if layer.span(start, end):
                return True
        return self.is_code(start, end)

    def is_code(self, start: int, end: int) -> bool:
        """Return whether code or math contains *start* to *end*, give or take a character."""
        return self._code.span(start, end) is not None

    def fence(self, start: int, end: int) -> bool:
        """Return whether a fenced code block contains *start* to *end*."""
        return self._fences.span(start, end) is not None

    def runaway(self, start: int, end: int) -> Runaway | None:
        """Return the span between two single marks, across an empty line, with *start* to *end*.

        Such a span is never intended.
        """
        if self.fence(start, end):
            return None
        runaways = (pairs.runaway(start, end) for pairs in self._pairs)
        return next(filter(None, runaways), None)


class _Pairs:
    """The *spans* of *text* between two single marks."""

    def __init__(self, text: str, spans: list[_Span]) -> None:
        self._text = text
        self._spans = spans
        self._runaways = _Layer([span for span in spans if text.find("\n\n", *span) >= 0])

    def runaway(self, start: int, end: int) -> Runaway | None:
        """Return the span across an empty line that contains *start* to *end*."""
        span = self._runaways.span(start, end)
        return Runaway(*span, self._origins[span[0]]) if span else None

    @cached_property
    def _origins(self) -> Mapping[int, int]:
        """The start of the first span of each chain, by the starts of the spans in it.

        In a chain each span ends on the line on which the next begins.  It results from a missing
        mark, after which all others are paired wrongly.
        """
        origins, origin, above = {}, 0, -1
        for start, end in self._spans:
            if above < 0 or self._text.find("\n", above, start) >= 0:
                origin = start
            origins[start] = origin
            above = end
        return origins


class _Layer:
    """Sorted spans; for each, the farthest one so far is known, so a lookup is one bisection."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._given = spans

    @cached_property
    def _spans(self) -> list[_Span]:
        return sorted(self._given)

    @cached_property
    def _farthest(self) -> list[_Span]:
        return list(accumulate(self._spans, _farther))

    def span(self, start: int, end: int) -> _Span | None:
        """Return the span that contains *start* to *end*, give or take a character."""
        # The leeway on both sides is that of the plugin, `contained_in` in `file.ts`.
        index = bisect_left(self._spans, (start + 2,)) if self._spans else 0
        if not index:
            return None
        # The spans overlap, as each kind of mark is searched for alone; if the farthest is too
        # short, all others that begin before it are too.
        farthest = self._farthest[index - 1]
        return farthest if end - 1 <= farthest[1] else None


_EMPTY_LAYER = _Layer(())


def _farther(span: _Span, later: _Span) -> _Span:
    return later if later[1] > span[1] else span


def _closed(text: str, mark: str, pattern: re.Pattern[str]) -> list[_Span]:
    """Return the closed spans that *pattern* finds in *text*; each begins with *mark*."""
    found = pattern.finditer(text) if mark in text else ()
    return [span.span() for span in found if span["close"]]


def between(text: str, mark: str) -> list[_Span]:
    """Return the spans from one *mark* of *text* to the next, both included."""
    spans = []
    start = text.find(mark) if mark[0] in text else -1
    while start >= 0 and (end := text.find(mark, start + len(mark))) >= 0:
        spans.append((start, end + len(mark)))
        start = text.find(mark, end + len(mark))
    return spans
