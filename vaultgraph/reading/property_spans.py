"""Locate properties and their values in the text of a note."""

import re
from collections.abc import Mapping
from functools import lru_cache

from vaultgraph.lazy import lazy_re

__all__ = ["find_property", "find_value"]

_CLOSE = lazy_re(r"^---[ \t\r]*$", re.MULTILINE)
_NAME = lazy_re(r"^(\"[^\"\n]*\"|'[^'\n]*'|[^\s:][^:\n]*+)(?=:)", re.MULTILINE)
_WORD = lazy_re(r"[\w/-]+")


def find_property(text: str, name: str) -> tuple[int, int]:
    """Return the span of the property *name* in *text*; (0, 0) if it is not found."""
    return _names(text).get(name.lower(), (0, 0))


def find_value(text: str, name: str, value: str) -> tuple[int, int]:
    """Return the span of *value* in the property *name*; that of the name if it is not found."""
    name_span = find_property(text, name)
    if not name_span[1]:
        return name_span
    if _WORD.fullmatch(value):
        return _words(text, name_span[1]).get(value, name_span)
    _, end = _frontmatter(text)
    pattern = re.compile(rf"(?<![\w/-]){re.escape(value)}(?![\w/-])")
    found = pattern.search(text, name_span[1], end)
    return found.span() if found else name_span


@lru_cache(maxsize=2)  # called for many properties of one note
def _names(text: str) -> Mapping[str, tuple[int, int]]:
    """Return the spans of the property names of *text*, by unquoted lower-case name."""
    start, end = _frontmatter(text)
    spans: dict[str, tuple[int, int]] = {}
    for found in _NAME.finditer(text, start, end):
        written = found[1].rstrip(" \t")
        span = found.start(), found.start() + len(written)
        spans.setdefault(written.strip("\"'").lower(), span)
    return spans


@lru_cache(maxsize=2)
def _words(text: str, start: int) -> Mapping[str, tuple[int, int]]:
    """Return the first span of each word in the frontmatter of *text* after *start*."""
    words: dict[str, tuple[int, int]] = {}
    for found in _WORD.finditer(text, start, _frontmatter(text)[1]):
        words.setdefault(found[0], found.span())
    return words


@lru_cache(maxsize=2)
def _frontmatter(text: str) -> tuple[int, int]:
    """Return the span of the frontmatter."""
    start = text.find("\n") + 1
    close = _CLOSE.search(text, start)
    return start, close.start() if close else start
