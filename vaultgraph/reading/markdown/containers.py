"""Quotes and list items: a fence or formula that begins in one ends with it at the latest.

CommonMark 0.31, 4.5 and 5: a line belongs to a quote if it begins with `>`, and to a list item if
it is indented as far as the item's text; an empty line belongs to the item as well.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from vaultgraph.lazy import lazy_re

__all__ = ["NOTE", "Container", "Containers"]

_MAX_INDENT = 3
_MAX_MARKER_SPACE = 4
_LINE = lazy_re(
    r"\n(?P<indent>[ \t]*)(?:(?P<item>[-*+]|\d{1,9}[.)])(?P<space>[ \t]+|(?=\n|\Z))|(?=[^ \t\n]))"
)
_MARKED = lazy_re(r"(.*(?:[-*+]|\d[.)]))[ \t]+\Z")
_STARTS_BLOCK = lazy_re(r"[#>|<`~$]|(?:\*{3,}|-{3,}|_{3,}|={3,})[ \t]*(?:\n|\Z)")
_FOUR_COLUMNS = r"(?:[ ]{4}|[ ]{0,3}\t)"


class Container(NamedTuple):
    """The container of a block: the depth of `quotes`, and the `column` of a list item's text.

    Columns count from 0 after the quote markers; 0 means outside of lists.
    """

    quotes: int
    column: int

    def holds(self, text: str, start: int, end: int) -> bool:
        """Return whether all lines of *text* that begin between *start* and *end* are inside."""
        outside = _outside(self.quotes, self.column)
        return not outside or not re.compile(rf"\n(?:{outside})").search(text, start, end)

    def fence_end(self, text: str, fence: str, start: int) -> int:
        """Return the end of the code block that *fence* opens; *start* is after the fence."""
        found = _fence_end(self.quotes, self.column, fence[0], len(fence)).search(text, start)
        if not found:
            return len(text)
        return found.end() if found.lastgroup == "close" else found.start()


NOTE = Container(0, 0)
"""The note itself: neither a quote nor a list."""


class Containers:
    """Finds the container of a block in *text*, whose lines begin at *start*.

    Calls must be in order of offset: each line is scanned at most once, and none at all in notes
    whose fences and formulas are not indented.
    """

    def __init__(self, text: str, start: int) -> None:
        self._text = text
        self._known_to = start
        self._gaps_known = 0
        self._items: list[int] = []

    def find(self, start: int, end: int, gaps: Sequence[tuple[int, int]]) -> Container | None:
        """Return the container of the block at *end* in the line that begins at *start*.

        Return None if it is indented too far to begin a block.  *gaps* cannot begin list items.
        """
        lead = self._text[start:end]
        quotes = lead.count(">")
        if quotes:
            lead = lead.rpartition(">")[2].removeprefix(" ")
        if marked := _MARKED.match(lead):
            is_code = _width(lead) - _width(marked[1]) > _MAX_MARKER_SPACE
            return None if is_code else Container(quotes, _width(lead))
        if lead.strip():
            return None  # a marker without a space after it is text
        if quotes or not lead:
            return Container(quotes, 0) if quotes else NOTE
        indent = _width(lead)
        column = self._column(start, indent, gaps)
        return Container(0, column) if indent - column <= _MAX_INDENT else None

    def _column(self, offset: int, indent: int, gaps: Sequence[tuple[int, int]]) -> int:
        """Return the text column of the item that a line at *offset* with *indent* belongs to."""
        for start, end in gaps[self._gaps_known :]:
            self._read(start)
            self._known_to = max(self._known_to, end)
        self._gaps_known = len(gaps)
        self._read(offset)
        return max((column for column in self._items if column <= indent), default=0)

    def _read(self, end: int) -> None:
        """Update the columns of the items that are open at *end*."""
        for line in _LINE.finditer(self._text, self._known_to, end):
            indent = _width(line["indent"])
            if line["item"]:
                self._leave(indent)
                marked = _width(line["indent"] + line["item"])
                column = _width(line["indent"] + line["item"] + line["space"])
                # With no space after the marker, or more than four, the text begins in the next
                # column: the item is empty, or begins with indented code (CommonMark 0.31, 5.2).
                is_usual = 0 < column - marked <= _MAX_MARKER_SPACE
                self._items.append(column if is_usual else marked + 1)
            elif self._items and not self._is_continuation(line):
                self._leave(indent)
        self._known_to = max(self._known_to, end)

    def _leave(self, indent: int) -> None:
        while self._items and self._items[-1] > indent:
            self._items.pop()

    def _is_continuation(self, line: re.Match[str]) -> bool:
        """Return whether *line* lazily continues the paragraph above, whatever its indent."""
        if _STARTS_BLOCK.match(self._text, line.end()):
            return False
        above = self._text.rfind("\n", 0, line.start()) + 1
        return bool(self._text[above : line.start()].strip())


# Notes have few combinations; the cache is bounded because hostile ones can have any.
@lru_cache(maxsize=256)
def _fence_end(quotes: int, column: int, mark: str, length: int) -> re.Pattern[str]:
    lead = rf"(?:[ \t]*>){{{quotes}}}[ \t]*" if quotes else _narrower(column + _MAX_INDENT + 1)
    close = rf"(?P<close>{lead}{mark}{{{length},}}[ \t]*(?=\n|\Z))"
    outside = _outside(quotes, column)
    return re.compile(rf"\n(?:{outside}|{close})" if outside else rf"\n{close}")


def _outside(quotes: int, column: int) -> str:
    """Return a pattern for the start of a line outside a container; empty for the note itself."""
    lead = rf"(?:[ \t]*>){{{quotes}}}" if quotes else ""
    outside = [f"(?!{lead})"] if quotes else []
    if column:
        outside.append(f"{lead}{'[ ]?' if quotes else ''}{_narrower(column)}[^ \\t\\n]")
    return "|".join(outside)


def _narrower(columns: int) -> str:
    """Return a pattern for leading whitespace of fewer than *columns*, which is at least 1."""
    tabs, rest = divmod(columns, 4)
    narrower = [rf"{_FOUR_COLUMNS}{{0,{tabs - 1}}}[ ]{{0,3}}"] if tabs > 1 else ["[ ]{0,3}"][:tabs]
    if rest:
        narrower.append(rf"{_FOUR_COLUMNS}{{{tabs}}}[ ]{{0,{rest - 1}}}")
    return f"(?:{'|'.join(narrower)})"


def _width(lead: str) -> int:
    """Return how many columns *lead* takes; tab stops are 4 apart."""
    return len(lead.expandtabs(4))
