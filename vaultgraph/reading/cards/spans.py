"""Text in which the plugin looks for no cards: code, maths, and what is a card already.

The plugin's notion of code and maths is not Obsidian's: a single backtick or dollar sign may open
a span that runs over many lines.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

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
        self._layers: list[tuple[list[int], list[int]]] = []
        for opening, close in _OPENINGS:
            self.add(_spans(text, opening, close))

    def add(self, spans: Iterable[tuple[int, int]]) -> None:
        """Take what lies from the start to the end of each of *spans*."""
        ordered = sorted(spans)
        if ordered:
            farthest = list(accumulate((end for _, end in ordered), max))
            self._layers.append(([start for start, _ in ordered], farthest))

    def cover(self, start: int, end: int) -> bool:
        """Whether one span holds all from *start* to *end*, give or take a character."""
        for starts, farthest in self._layers:
            index = bisect_right(starts, start + 1) - 1
            if index >= 0 and end - 1 <= farthest[index]:
                return True
        return False


def _spans(text: str, opening: re.Pattern[str], close: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
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
