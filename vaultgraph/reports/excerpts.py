"""The source line of a diagnostic, with what it marks; a long line is truncated around that."""

from typing import NamedTuple

from vaultgraph.model import Diagnostic

__all__ = ["Excerpt", "excerpt"]


class Excerpt(NamedTuple):
    """What is `marked` in a line, and what is `before` and `after` it.

    `start` and `end` are ellipses where the line goes on.
    """

    before: str
    marked: str
    after: str
    start: str
    end: str


def excerpt(diagnostic: Diagnostic, widest: int) -> Excerpt:
    """Return at most *widest* characters of the source of *diagnostic*, the marked ones among them.

    Marked is one character at least, unless the line ends before it.
    """
    location, source = diagnostic.location, diagnostic.source
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(source)
    first = max(0, min(start - widest // 2, len(source) - widest))
    last = first + widest
    return Excerpt(
        source[first:start],
        source[start : min(max(start + 1, end), last)],
        source[max(start + 1, end) : last],
        "…" if first else "",
        "…" if last < len(source) else "",
    )
