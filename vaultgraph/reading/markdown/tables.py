"""Tables in a note: https://github.github.com/gfm/#tables-extension-."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from vaultgraph.lazy import lazy_re
from vaultgraph.model import MarkupFault
from vaultgraph.reading.markdown.extents import BAR_AS_TEXT, Extents
from vaultgraph.reading.markdown.newlines import with_plain_newlines

__all__ = ["find_split_links", "is_in_table", "may_split", "with_escaped_bars"]

_PLAIN_BAR = lazy_re(r"(?<!\\)\|")
_ESCAPE = lazy_re(r"\\.")


def is_in_table(text: str, offset: int) -> bool:
    """Return whether the character at *offset* of *text* is in a row of a table."""
    return _extents(text).is_in_table(offset + 1)


@lru_cache(maxsize=4)  # called for many offsets of one note
def _extents(text: str) -> Extents:
    return Extents("\n" + with_plain_newlines(text))


def with_escaped_bars(link: str) -> str:
    r"""Return *link* as a table needs it: with a backslash before each `|`.

    >>> with_escaped_bars("![[engine.png|so|100]]")
    '![[engine.png\\|so\\|100]]'
    """
    return _PLAIN_BAR.sub(r"\\|", link)


def may_split(text: str, links: Iterable[tuple[Any, ...]]) -> bool:
    """Return whether a table in *text* may split one of *links*, which are `Inline.barred`.

    It may if a line has a `|` without a backslash in a link, and another one outside, and if a line
    of dashes is somewhere.  A table itself takes expressions to find that most notes do not need.
    """
    line_end, others, plain = -1, 0, 0
    for _, start, end, *_ in links:
        if start >= line_end:
            if others and plain:
                break
            line_end = text.find("\n", end)
            line_end = line_end if line_end >= 0 else len(text)
            others, plain = text.count("|", text.rfind("\n", 0, start + 1) + 1, line_end), 0
        bars = text.count("|", start + 1, end + 1)
        others -= bars
        plain += bars - text.count("\\|", start + 1, end + 1)
    return others > 0 and plain > 0 and any(map(_is_delimiter_row, text.split("\n")))


def _is_delimiter_row(line: str) -> bool:
    return "-" in line and "|" in line and not line.strip("-:| \t>")


def find_split_links(
    text: str, extents: Extents, links: Iterable[tuple[Any, ...]]
) -> Iterator[MarkupFault]:
    """Yield those of *links*, which are `Inline.barred`, whose `|` separates two cells."""
    rows = _Rows(text, extents)
    for target, start, end, *_ in links:
        missing = rows.missing_cells(start + 1)
        link = text[start + 1 : end + 1]
        escaped = with_escaped_bars(link)
        if missing is not None and escaped != link:
            yield MarkupFault("bar-in-row", escaped, start, end, target, is_sure=missing == 0)


class _Rows:
    """Counts the cells in rows of the tables in *text*, whose blocks are *extents*.

    Calls must be in order of offset, so that all together take linear time.
    """

    def __init__(self, text: str, extents: Extents) -> None:
        self._text, self._extents = text, extents
        self._table, self._columns = -1, 0
        self._row_end, self._missing, self._has_bar = -1, 0, False

    def missing_cells(self, offset: int) -> int | None:
        """Return how many cells fewer than its table has columns the row at *offset* has.

        A `|` in a link counts as text.  None if it is not certainly a row: it has no other `|`, or
        the header has not as many cells as delimiters, with the links in it counted either way.
        """
        start = self._extents.table_at(offset)
        if start < 0:
            return None
        if start != self._table:
            self._table, self._columns, self._row_end = start, self._count_columns(start), -1
        if not self._columns:
            return None
        if offset >= self._row_end:
            line, self._row_end = self._line_at(offset)
            row = self._text[line : self._row_end]
            self._missing = self._columns - _count(row)
            self._has_bar = "|" in BAR_AS_TEXT.sub("", row)
        return self._missing if self._has_bar else None

    def _count_columns(self, start: int) -> int:
        line, end = self._line_at(start)
        header = self._text[line:end]
        line, end = self._line_at(end + 1)
        count = _count(self._text[line:end])
        return count if count in {_count(header), _count(header, are_links_split=True)} else 0

    def _line_at(self, offset: int) -> tuple[int, int]:
        start = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", offset)
        return start, end if end >= 0 else len(self._text)


def _count(row: str, *, are_links_split: bool = False) -> int:
    r"""Return the number of cells in *row*; usually a `|` in a link counts as text.

    >>> _count("| a | [[b|c]] |"), _count("> [[a|b]] | c", are_links_split=True)
    (2, 3)
    """
    text = (_ESCAPE if are_links_split else BAR_AS_TEXT).sub("-", row).strip("> \t")
    return text.removeprefix("|").removesuffix("|").count("|") + 1
