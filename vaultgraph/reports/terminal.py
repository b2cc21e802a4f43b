"""Terminal output: colours, links, display width, and removal of control characters."""

import unicodedata
from functools import cache
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Severity

__all__ = ["COLOURS", "Style", "visible", "width"]

COLOURS = {Severity.ERROR: "31;1", Severity.WARNING: "33;1", Severity.INFO: "36;1"}
"""The ANSI colour of each severity."""

_UNPRINTABLE = lazy_re(r"[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_UNUSUALLY_WIDE = lazy_re("[^\0-\u02ff]")


class Style(NamedTuple):
    """Output options: whether to use colours and links, and the width in columns (0: unlimited)."""

    colour: bool = False
    columns: int = 0

    def paint(self, code: str, text: str) -> str:
        """Return *text* in the ANSI colour *code*."""
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text

    def link(self, address: str, text: str) -> str:
        """Return *text* as a terminal hyperlink (OSC 8) to *address*."""
        return f"\x1b]8;;{address}\x1b\\{text}\x1b]8;;\x1b\\"


def visible(text: str) -> str:
    """Return *text* on one line, with control and bidi characters replaced."""
    return _UNPRINTABLE.sub("\ufffd", text).replace("\t", " ")


def width(text: str) -> int:
    """Return the width of *text* on a terminal in columns."""
    if not _UNUSUALLY_WIDE.search(text):
        return len(text)
    return sum(map(_columns, text))


@cache
def _columns(mark: str) -> int:
    if unicodedata.combining(mark):
        return 0
    return 2 if unicodedata.east_asian_width(mark) in "WF" else 1
