"""Where the tables of a note are: https://github.github.com/gfm/#tables-extension-."""

import re
from bisect import bisect_right
from functools import lru_cache

from vaultgraph.lazy import lazy_re

__all__ = ["is_in_table"]

# One class for the whole line: with two, a long line of dashes would take quadratic time.
_DELIMITERS = lazy_re(r"^[ \t>|:-]+$", re.MULTILINE)
_DELIMITER_ROW = lazy_re(r"[ \t>]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*(?::?-+:?[ \t]*)?")
_END = lazy_re(r"\n[ \t>]*(?:\n|\Z)")


def is_in_table(text: str, offset: int) -> bool:
    """Whether the character at *offset* of *text* is in a row of a table."""
    starts, ends = _table_spans(text)
    index = bisect_right(starts, offset)
    return index > 0 and offset < ends[index - 1]


@lru_cache(maxsize=4)
def _table_spans(text: str) -> tuple[list[int], list[int]]:
    """Where tables start, with their header row, and where they end: at an empty line."""
    starts: list[int] = []
    ends: list[int] = []
    for match in _DELIMITERS.finditer(text) if "|" in text else ():
        row = match[0]
        if "-" not in row or "|" not in row or (ends and match.start() < ends[-1]):
            continue
        start = text.rfind("\n", 0, max(0, match.start() - 1)) + 1
        if "|" in text[start : match.start()] and _DELIMITER_ROW.fullmatch(row):
            end = _END.search(text, match.end())
            starts.append(start)
            ends.append(end.start() if end else len(text))
    return starts, ends
