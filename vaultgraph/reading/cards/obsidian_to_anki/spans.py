"""Text in which the plugin looks for no cards: code, maths, and what is a card already.

The plugin's notion of code and maths is not Obsidian's: a single backtick or dollar sign may open
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

# What nothing closes takes all the rest: no mark behind it would be closed either.
_CODE = lazy_re(r"`(?<!``)(?!`)[^`]*+(?P<close>`)?")
_MATHS = lazy_re(r"\$(?<!\$\$)(?![\s$])[^$]*+(?:(?<=\s)\$[^$]*+)*+(?P<close>\$)?")

_Span = tuple[int, int]


class Runaway(NamedTuple):
    """A span that nobody means, from `start` to `end`, and the mark at which it went wrong."""

    start: int
    end: int
    unpaired: int


class Spans:
    """The code and maths of a text, which are sought once asked for, and all that is added."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._added: list[_Layer] = []

    @cached_property
    def _fenced(self) -> list[_Span]:
        return between(self._text, "```")

    @cached_property
    def _single(self) -> tuple[list[_Span], list[_Span]]:
        """What is between two single backticks, and between two single dollar signs."""
        return _closed(self._text, "`", _CODE), _closed(self._text, "$", _MATHS)

    @cached_property
    def _code(self) -> "_Layer":
        if not ("`" in self._text or "$" in self._text):
            return _NOTHING
        code, maths = self._single
        return _Layer([*self._fenced, *between(self._text, "$$"), *code, *maths])

    @cached_property
    def _fences(self) -> "_Layer":
        return _Layer(self._fenced)

    @cached_property
    def _pairs(self) -> "tuple[_Pairs, ...]":
        return tuple(_Pairs(self._text, spans) for spans in self._single)

    def add(self, spans: Iterable[_Span]) -> None:
        """Take what lies from the start to the end of each of *spans*, in any order."""
        self._added.append(_Layer(spans))

    def cover(self, start: int, end: int) -> bool:
        """Whether one span holds all from *start* to *end*, give or take a character."""
        for layer in self._added:
            if layer.span(start, end):
                return True
        return self.is_code(start, end)

    def is_code(self, start: int, end: int) -> bool:
        """Whether code or maths hold all from *start* to *end*, give or take a character."""
        return self._code.span(start, end) is not None

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

    def __init__(self, text: str, spans: list[_Span]) -> None:
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
    """Spans; of those that begin before a place, the one that reaches farthest counts."""

    def __init__(self, spans: Iterable[_Span]) -> None:
        self._given = spans

    @cached_property
    def _spans(self) -> list[_Span]:
        return sorted(self._given)

    @cached_property
    def _farthest(self) -> list[_Span]:
        return list(accumulate(self._spans, _farther))

    def span(self, start: int, end: int) -> _Span | None:
        """The span that holds all from *start* to *end*, give or take a character."""
        index = bisect_left(self._spans, (start + 2,)) if self._spans else 0
        if not index:
            return None
        farthest = self._farthest[index - 1]
        return farthest if end - 1 <= farthest[1] else None


_NOTHING = _Layer(())


def _farther(span: _Span, later: _Span) -> _Span:
    return later if later[1] > span[1] else span


def _closed(text: str, mark: str, pattern: re.Pattern[str]) -> list[_Span]:
    """What *pattern* finds from one single *mark* of *text* to the next that closes it."""
    found = pattern.finditer(text) if mark in text else ()
    return [span.span() for span in found if span["close"]]


def between(text: str, mark: str) -> list[_Span]:
    """What is between one *mark* of *text* and the next, both included."""
    spans = []
    start = text.find(mark) if mark[0] in text else -1
    while start >= 0 and (end := text.find(mark, start + len(mark))) >= 0:
        spans.append((start, end + len(mark)))
        start = text.find(mark, end + len(mark))
    return spans
