"""Locate tables in a note: https://github.github.com/gfm/#tables-extension-."""

from functools import lru_cache

from vaultgraph.reading.markdown.extents import Extents
from vaultgraph.reading.markdown.newlines import with_plain_newlines

__all__ = ["is_in_table"]


def is_in_table(text: str, offset: int) -> bool:
    """Return whether the character at *offset* of *text* is in a row of a table."""
    return _extents(text).is_in_table(offset + 1)


@lru_cache(maxsize=4)  # called for many offsets of one note
def _extents(text: str) -> Extents:
    return Extents("\n" + with_plain_newlines(text))
