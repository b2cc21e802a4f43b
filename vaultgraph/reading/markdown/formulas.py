"""Formulas between two `$$`, anywhere in their lines.

`inline` reads formulas within one line.  Multi-line formulas are found here, before their content
is parsed as blocks: their delimiters begin or end a line, or are in one paragraph.
"""

import re
from collections.abc import Sequence

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.markdown.containers import Containers
from vaultgraph.reading.markdown.extents import Extents

__all__ = ["Formulas"]

# Markup that may begin before a `$$` on its line and contain it, so that it opens no formula.
_OPENING = lazy_re(
    r"""
    \$ (?: \$ (?P<math>) | (?![\s$]) [^$\n]* (?<![\s\\]) \$ (?!\d) )
  | ` (?: (?!`) [^`\n]+ ` (?!`) | `* (?P<ticks>) )
  | \[\[ [^\[\]\n]* \]\]
  | \\ [!-/:-@\[-`{-~]
    """,
    re.VERBOSE,
)
_LEAD = lazy_re(r"[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*")
_BLOCK = lazy_re(r"\n[ \t>]*(?:\#{1,6}[ \t]|```|~~~)")

Span = tuple[int, int]


class Formulas:
    """Finds formulas in *text*, which cannot leave the quotes and list items of *containers*."""

    def __init__(self, text: str, containers: Containers) -> None:
        self._text = text
        self._containers = containers
        self._extents = Extents(text)
        self._line = -1, -1, -1

    def find(self, math: int, end: int, closed: int, gaps: Sequence[Span]) -> Span | None:
        """Return the first multi-line formula that begins before *end*.

        The first `$$` is at *math*; *gaps* are known not to be prose, up to *closed*.
        """
        text = self._text
        while 0 <= math < end:
            line_end = position = _line_end(text, math)
            # On most lines every opening `$$` is closed: skip them.
            if text.count("$$", math, line_end) % 2 or text.find("`", math, line_end) >= 0:
                position = max(text.rfind("\n", 0, math) + 1, closed)
                while position < line_end:
                    opening, position = self._next(position, line_end, gaps)
                    if opening >= 0:
                        return opening, position
            math = text.find("$$", position)
        return None

    def _next(self, position: int, line_end: int, gaps: Sequence[Span]) -> Span:
        """Return the start of the next multi-line formula, else -1, and where to continue."""
        found = _OPENING.search(self._text, position, line_end)
        if not found:
            return -1, line_end
        start, end = found.span()
        resume = -1
        if found.lastgroup == "ticks":
            resume = self._extents.code_end(start, end, len(self._text))
        elif found.lastgroup == "math":
            resume = self.end(start, gaps)
            if resume > line_end:
                return start, resume
        return -1, resume if resume >= 0 else end

    def end(self, start: int, gaps: Sequence[Span]) -> int:
        """Return the end of the formula that the `$$` at *start* opens; -1 if it opens none.

        If the `$$` begins or ends a line, the formula may contain empty lines, as a fence may.  It
        cannot leave its container or contain another block: if one comes first, it is not closed.
        """
        text, inside = self._text, start + 2
        close = text.find("$$", inside)
        if close < 0:
            return -1
        if text[start - 1] == "\n":
            return -1 if _BLOCK.search(text, inside, close) else close + 2
        if start > self._line[2]:
            line = text.rfind("\n", 0, start) + 1
            lead = _LEAD.match(text, line)
            self._line = line, lead.end() if lead else line, _line_end(text, inside)
        line, text_start, line_end = self._line
        if close < line_end:
            return -1 if self._extents.has_cell_break(start, close) else close + 2
        if _BLOCK.search(text, inside, close):
            return -1
        if start == text_start or not text[inside:line_end].strip():
            container = self._containers.find(line, text_start, gaps)
            if container and container.holds(text, inside, close + 1):
                return close + 2
        return close + 2 if self._extents.joins(start, close) else -1


def _line_end(text: str, offset: int) -> int:
    """Return the offset of the next newline, or the end of the text."""
    end = text.find("\n", offset)
    return len(text) if end < 0 else end
