"""Card and marker types shared by the parsers of both versions of the plugin."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from vaultgraph.lazy import lazy_re

__all__ = ["LITERAL", "Found", "Marks", "fences", "formulas", "is_inside_code", "is_within"]

LITERAL = r"\$\$(?:[^$]|\$(?!\$))*\$\$|\$[^$\n]*\$|`[^`\n]*`"
"""Matches a formula, also over several lines, or inline code."""

_FORMULA = lazy_re(r"\$\$.*?\$\$", re.DOTALL)
_FENCE = lazy_re(r"^(?P<mark>```+|~~~+).*$", re.MULTILINE)


class Marks(NamedTuple):
    """The tag that marks a card, and the separators of front and back on one line.

    `inline_reversed` is for cards that ask in both directions.  An empty separator is disabled.
    """

    tag: str = "card"
    inline: str = "::"
    inline_reversed: str = ":::"


class Found(NamedTuple):
    """A card from `start` to `end` in the text; `anchor`, without `^`, is at `anchor_start`.

    `kind` is reversed, cloze, spaced, or empty.
    """

    style: str
    kind: str
    front: str
    back: str
    start: int
    end: int
    anchor: str = ""
    anchor_start: int = 0
    tags: tuple[str, ...] = ()


def fences(text: str, start: int) -> list[tuple[int, int]]:
    """Return the spans of fenced code in *text* from *start* on, including the fence lines."""
    spans: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    for line in _FENCE.finditer(text, start):
        if opened is None:
            opened = line
        elif line[0].rstrip() == line["mark"] and line["mark"].startswith(opened["mark"]):
            spans.append((opened.start(), line.end()))
            opened = None
    return [*spans, (opened.start(), len(text))] if opened else spans


def formulas(text: str, start: int) -> list[tuple[int, int]]:
    """Return the spans of `$$` formulas in *text* from *start* on, paired as the plugin does."""
    return [found.span() for found in _FORMULA.finditer(text, start)]


def is_within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether the character at *offset* is in one of the sorted *spans*."""
    index = bisect_right(spans, offset, key=itemgetter(0))
    return index > 0 and offset < spans[index - 1][1]


def is_inside_code(before: str) -> bool:
    """Return whether the text after *before* on its line is in code or in a formula."""
    return before.count("`") % 2 == 1 or before.count("$") % 2 == 1
