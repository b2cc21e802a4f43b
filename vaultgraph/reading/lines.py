"""Convert offsets in a text to lines and columns."""

from bisect import bisect_right
from itertools import accumulate, count
from operator import add

__all__ = ["Lines"]


class Lines:
    r"""The lines of *text*; only `\n` ends a line, as in Obsidian.

    >>> Lines("Heat\nis energy").position(8)
    (2, 4)
    """

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        ends = accumulate(map(len, self._lines))
        self._starts = [0, *map(add, ends, count(1))]  # plus one newline per preceding line

    def __getitem__(self, number: int) -> str:
        """Return the line *number*, from 1, without its line ending."""
        return self._lines[number - 1].rstrip("\r")

    def position(self, offset: int) -> tuple[int, int]:
        """Return the line and column of *offset*, both from 1; past the end, those of the end."""
        line = min(bisect_right(self._starts, offset), len(self._lines))
        return line, min(offset - self._starts[line - 1], len(self._lines[line - 1])) + 1
