"""Where a property stands in the text of a note."""

import re
from collections.abc import Mapping
from functools import lru_cache

from vaultgraph.lazy import lazy_re

__all__ = ["find_property", "find_value"]

_CLOSE = lazy_re(r"^---[ \t\r]*$", re.MULTILINE)
_NAME = lazy_re(r"^(\"[^\"\n]*\"|'[^'\n]*'|[^\s:][^:\n]*+)(?=:)", re.MULTILINE)
_WORD = lazy_re(r"[\w/-]+")


def find_property(text: str, name: str) -> tuple[int, int]:
    """The start and end of the *name* of a property in *text*; (0, 0) if it is not found."""
    return _names(text).get(name.lower(), (0, 0))


def find_value(text: str, name: str, value: str) -> tuple[int, int]:
    """The start and end of *value* in the property *name*; those of the name if it is not found."""
    place = find_property(text, name)
    if not place[1]:
        return place
    if _WORD.fullmatch(value):
        return _words(text, place[1]).get(value, place)
    _, end = _frontmatter(text)
    pattern = re.compile(rf"(?<![\w/-]){re.escape(value)}(?![\w/-])")
    found = pattern.search(text, place[1], end)
    return found.span() if found else place


@lru_cache(maxsize=2)  # a note may ask for the places of many
def _names(text: str) -> Mapping[str, tuple[int, int]]:
    """Where the names of the properties of *text* stand, in lower case, without quotes."""
    start, end = _frontmatter(text)
    places: dict[str, tuple[int, int]] = {}
    for found in _NAME.finditer(text, start, end):
        written = found[1].rstrip(" \t")
        span = found.start(), found.start() + len(written)
        places.setdefault(written.strip("\"'").lower(), span)
    return places


@lru_cache(maxsize=2)
def _words(text: str, start: int) -> Mapping[str, tuple[int, int]]:
    """Where each word stands first in the frontmatter of *text* behind *start*."""
    words: dict[str, tuple[int, int]] = {}
    for found in _WORD.finditer(text, start, _frontmatter(text)[1]):
        words.setdefault(found[0], found.span())
    return words


@lru_cache(maxsize=2)
def _frontmatter(text: str) -> tuple[int, int]:
    """The start and end of the frontmatter."""
    start = text.find("\n") + 1
    close = _CLOSE.search(text, start)
    return start, close.start() if close else start
