"""Text in which the plugin looks for no cards: code, maths, and what is a card already.

The plugin's notion of code and maths is not Obsidian's: a single backtick or dollar sign may open
a span that runs over many lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable

__all__ = ["Spans"]

_OPENINGS = (
    (re.compile(r"```"), "```"),
    (re.compile(r"\$\$"), "$$"),
    (re.compile(r"`(?<!``)(?=[^`])"), "`"),
    (re.compile(r"\$(?<!\$\$)(?=[^\s$])"), "$"),
)


class Spans:
    """The code and maths of a text, and all that is added to them."""

    def __init__(self, text: str) -> None:
        self._layers: list[_Layer] = []
        self._runaways: list[_Layer] = []
        for opening, close in _OPENINGS:
            spans = _spans(text, opening, close)
            self.add(spans)
            if len(close) == 1:
                runaways = [span for span in spans if text.find("\n\n", *span) >= 0]
                self._runaways.append(_Layer(runaways))
            elif close == "```":
                self._fences = _Layer(spans)

    def add(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take what lies from the start to the end of each of *spans*."""
        if ordered := sorted(spans):
            self._layers.append(_Layer(ordered))

    def cover(self, start: int, end: int) -> bool:
        """Whether one span holds all from *start* to *end*, give or take a character."""
        return any(layer.span(start, end) for layer in self._layers)

    def fence(self, start: int, end: int) -> bool:
        """Whether a fenced block of code holds all from *start* to *end*."""
        return self._fences.span(start, end) is not None

    def runaway(self, start: int, end: int) -> tuple[int, int] | None:
        """The span between two single marks, across an empty line, that holds *start* to *end*.

        Nobody means such a span.
        """
        if self.fence(start, end):
            return None
        spans = (layer.span(start, end) for layer in self._runaways)
        return next(filter(None, spans), None)


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
