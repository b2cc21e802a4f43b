"""Tables in a note: https://github.github.com/gfm/#tables-extension-."""

from functools import lru_cache

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.markdown.extents import BAR_AS_TEXT, Extents
from vaultgraph.reading.markdown.newlines import with_plain_newlines

__all__ = ["Rows", "is_in_table", "with_escaped_bars"]

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


class Rows:
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
