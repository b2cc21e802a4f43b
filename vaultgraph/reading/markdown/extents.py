"""Find where blocks end, because inline markup cannot cross the end of its block.

A paragraph ends at an empty line, and where a list item, a heading, a quote, a table, a fence, a
footnote or a rule begins (CommonMark 0.31, 3.4 and 4.8).  A heading and the title of a callout are
one line, and a table cell ends at a `|`.  A line without the `>` of a quote still belongs to its
paragraph (lazy continuation).
"""

import re
from bisect import bisect_right
from functools import cached_property, lru_cache

from vaultgraph.lazy import lazy_re

__all__ = ["BAR_AS_TEXT", "Extents"]

_MAX_DEPTH = 16
_SHORT_SPAN = 200
_MAX_CODE_WITH_BAR = 1000
_PREFIX = lazy_re(r"[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*")
_ONE_LINE = lazy_re(r"\#{1,6}(?=[ \t\n]|\Z)|\[![^\]\n]*\]")
# Quantifiers are possessive.  Otherwise whitespace before a bar or after a dash would be divided
# among them in all possible ways by backtracking.
_DELIMITERS = lazy_re(
    r"\n[ \t>]*+(?=[-:| \t]*\|)\|?[ \t]*+:?-++:?[ \t]*+"
    r"(?:\|[ \t]*+:?-++:?[ \t]*+)*+\|?[ \t]*+(?=\n|\Z)"
)
_BAR = lazy_re(r"\||\n|\\.")
BAR_AS_TEXT = lazy_re(r"\[\[[^\[\]\n]*\]\]|\\.")
"""Matches what may contain a `|` that does not separate cells."""
_RUN = lazy_re("`+")


class Extents:
    """The extents of blocks in *text*, which begins with an extra newline.

    Search results are cached, whether calls go forwards or, as nested brackets close, backwards, so
    that all calls together take linear time in the length of the text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._known_from = -1
        self._end = -1
        self._runs: dict[int, list[int]] = {}
        self._runs_end = -1
        self._is_row = False
        self._row_from = -1
        self._row_to = -1

    def joins(self, start: int, end: int) -> bool:
        """Return whether the block or table cell at *start* extends to *end*."""
        if end - start < _SHORT_SPAN:
            between = self._text[start:end]
            if "\n" not in between and "|" not in between:
                return True
        return end <= self.end(start)

    def reaches(self, start: int, end: int) -> bool:
        """Return whether the block at *start* extends to *end*, possibly in another table cell."""
        return end <= (self._row_end(start) if self.is_in_table(start) else self.end(start))

    def end(self, offset: int) -> int:
        """Return the end of the block, or of the table cell, of the character at *offset*."""
        if not self._known_from <= offset < self._end:
            self._end = self._find_end(offset)
            self._known_from = offset
        return self._end

    def code_end(self, start: int, end: int, limit: int) -> int:
        """Return the end of the code span opened by the backticks from *start* to *end*.

        Returns -1 if it is not closed before *limit*.  The backtick runs of a block are listed
        once, by length, last first, because searching again for each would take quadratic time.
        """
        if start >= self._runs_end:
            self._list_runs(start, end, limit)
        starts = self._runs.get(end - start, [])
        while starts and starts[-1] < end:
            starts.pop()
        if not starts or (self._is_row and self._leaves_cell(end, starts[-1])):
            return -1
        return starts.pop() + end - start

    def is_in_table(self, offset: int) -> bool:
        """Return whether the character at *offset* is in a row of a table."""
        return self.table_at(offset) >= 0

    def table_at(self, offset: int) -> int:
        """Return the start of the table that has the character at *offset*; else -1."""
        starts, ends = self._tables
        index = bisect_right(starts, offset) - 1
        return starts[index] if index >= 0 and offset < ends[index] else -1

    def has_cell_break(self, start: int, end: int) -> bool:
        """Return whether a `|` between *start* and *end* separates two cells of a table."""
        return self.is_in_table(start) and self._leaves_cell(start, end)

    def _find_end(self, offset: int) -> int:
        text, known = self._text, self._known_from
        is_in_table = self.is_in_table(offset)
        breaks = "\n|" if is_in_table else "\n"
        # Brackets close from the inside out, so offsets may go backwards.  If no block or cell ends
        # in between, the end is the known one.
        if offset < known and all(text.find(mark, offset, known) < 0 for mark in breaks):
            return self._end
        if is_in_table:
            bars = (bar for bar in _BAR.finditer(text, offset) if bar[0][0] != "\\")
            bar = next(bars, None)
            return bar.start() if bar else len(text)
        line = text.rfind("\n", 0, offset) + 1
        prefix = _PREFIX.match(text, line)
        inside = prefix[0] if prefix else ""
        if _ONE_LINE.match(text, line + len(inside)):
            return _line_end(text, offset)
        # A pattern is compiled for each depth, and a hostile line may have thousands of `>`.
        depth = min(inside.count(">"), _MAX_DEPTH)
        in_list = inside[:1] in {" ", "\t"} or inside.strip(" \t>") != ""
        stop = known if offset < known else len(text)
        found = _next_block(depth, in_list).search(text, offset, stop)
        if found:
            return found.start()
        return self._end if offset < known else len(text)

    def _row_end(self, offset: int) -> int:
        if not self._row_from <= offset < self._row_to:
            known = self._row_from
            if offset > known or self._text.find("\n", offset, known) >= 0:
                self._row_to = _line_end(self._text, offset)
            self._row_from = offset
        return self._row_to

    def _list_runs(self, start: int, end: int, limit: int) -> None:
        self._is_row = self.is_in_table(start)
        reach = self._row_end(start) if self._is_row else self.end(start)
        self._runs_end = min(reach, limit)
        self._runs = {}
        for run in _RUN.finditer(self._text, end, self._runs_end):
            self._runs.setdefault(len(run[0]), []).append(run.start())
        for starts in self._runs.values():
            starts.reverse()

    def _leaves_cell(self, start: int, end: int) -> bool:
        """Return whether a `|` separates *start* from *end*; one within a wikilink is text."""
        if self._text.find("|", start, end) < 0:
            return False
        if end - start > _MAX_CODE_WITH_BAR:
            return True
        return "|" in BAR_AS_TEXT.sub("", self._text[start:end])

    @cached_property
    def _tables(self) -> tuple[list[int], list[int]]:
        """The starts of the tables, at their header rows, and their ends."""
        text, starts, ends = self._text, [], [0]
        for delimiters in _DELIMITERS.finditer(text) if "|" in text else ():
            head = text.rfind("\n", 0, delimiters.start()) + 1
            if delimiters.start() < ends[-1] or text.find("|", head, delimiters.start()) < 0:
                continue
            starts.append(head)
            end = _TABLE_END[">" in text[head : head + 4]].search(text, delimiters.end())
            ends.append(end.start() if end else len(text))
        return starts, ends[1:]


def _next_block_pattern(depth: int, others: str) -> re.Pattern[str]:
    """Return a pattern for a line that ends a block in *depth* quotes; *others* end it too."""
    return lazy_re(
        rf"""
        \n (?: (?:[ \t]*>){{{depth + 1}}}
             | (?:[ \t]*>){{0,{depth}}} [ \t]*
               (?: (?=\n|\Z) | \#{{1,6}} (?=[ \t\n]|\Z) | ``` | ~~~ | \[\^[^\[\]\n]+\]: | {others} )
           )
        """,
        re.VERBOSE,
    )


@lru_cache(maxsize=2 * _MAX_DEPTH + 2)
def _next_block(depth: int, in_list: bool) -> re.Pattern[str]:
    """Return a pattern for a line that ends a paragraph in *depth* quotes.

    Outside of lists, only a numbered item with the number 1 interrupts it (CommonMark 0.31, 5.2).
    """
    number = r"\d{1,9}" if in_list else "1"
    rule = r"(?: =+ | -+ | \*{3,} | _{3,} ) [ \t]* (?=\n|\Z)"
    return _next_block_pattern(depth, rf"(?: [-*+] | {number}[.)] ) [ \t] | {rule} | \|")


_TABLE_END = tuple(_next_block_pattern(d, r"(?: [-*+] | \d{1,9}[.)] ) [ \t]") for d in (0, 1))


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return len(text) if found < 0 else found
