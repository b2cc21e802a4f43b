"""Text in which the plugin looks for no cards: code and maths, by its own rough rules.

The plugin's notion of code and maths is not Obsidian's: a single backtick or dollar sign may open
a span that runs over many lines.
"""

import re
from bisect import bisect_right

__all__ = ["Spans"]

_OPENINGS = (
    (re.compile(r"```"), "```"),
    (re.compile(r"\$\$"), "$$"),
    (re.compile(r"`(?<!``)(?=[^`])"), "`"),
    (re.compile(r"\$(?<!\$\$)(?=[^\s$])"), "$"),
)


class Spans:
    """The code and maths of a text."""

    def __init__(self, text: str) -> None:
        self._spans = [_spans(text, opening, close) for opening, close in _OPENINGS]

    def cover(self, start: int, end: int) -> bool:
        """Whether one span holds all from *start* to *end*, give or take a character."""
        for starts, ends in self._spans:
            index = bisect_right(starts, start + 1) - 1
            if index >= 0 and end - 1 <= ends[index]:
                return True
        return False


def _spans(text: str, opening: re.Pattern[str], close: str) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    match = opening.search(text)
    while match:
        end = _close(text, close, match.end())
        if end < 0:
            break
        starts.append(match.start())
        ends.append(end)
        match = opening.search(text, end)
    return starts, ends


def _close(text: str, mark: str, start: int) -> int:
    """The offset behind the next *mark*; a single `$` closes only behind a character."""
    found = text.find(mark, start)
    while found >= 0 and mark == "$" and text[found - 1].isspace():
        found = text.find(mark, found + 1)
    return -1 if found < 0 else found + len(mark)
