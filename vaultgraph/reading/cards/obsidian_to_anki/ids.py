"""How the ID of a flashcard is written: what the plugin reads, and what was meant as one.

It writes `<!--ID: 1700000000001-->`, and `ID: 1700000000001` if the comment is switched off.  What
it reads depends on where it looks: behind a card it takes all of the line, in a block the first
number of its last line.
"""

import re

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.prefixed import Prefixed

__all__ = [
    "BEHIND_CARD",
    "COMMENTS",
    "IN_BLOCK",
    "IN_LINE",
    "LINE",
    "LINE_ENDS",
    "MEANT",
    "NEAR",
    "NEAR_BELOW",
    "NEAR_COMMENT_AT_END",
    "NEAR_LINE",
    "WITHIN_ANSWER",
    "behind_card",
]

LINE_ENDS = r"\n\r\u2028\u2029"
"""What ends a line for a regular expression of JavaScript, for use in a character class."""


def behind_card(group: str = "") -> str:
    """The expression for the ID behind a card, with its number in *group* if that has a name."""
    name = f"?P<{group}>" if group else ""
    return rf"\n?(?:<!--)?ID: ({name}[0-9]+)[^{LINE_ENDS}]*"


BEHIND_CARD = lazy_re(behind_card())
WITHIN_ANSWER = lazy_re(rf"\n?ID: ([0-9]+)[^{LINE_ENDS}]*")
"""An ID within an answer, which cuts it there."""

IN_BLOCK = lazy_re(r"ID: (\d+)")
IN_LINE = lazy_re(r"(?:<!--)?ID: (\d+)(?:-->)?")
"""The ID of a card between STARTI and ENDI, which is cut off with the comment that holds it."""

COMMENTS = Prefixed("<!--ID: ", r"([0-9]+)-->")
"""The IDs wherever they stand, on a card or on none."""

LINE = lazy_re(r"^(?:<!--)?ID: \d{10,}(?:-->)?[ \t]*$", re.MULTILINE)
"""A line that is nothing but an ID."""

MEANT = lazy_re(r"<!--ID: \d+|^ID: 1\d{12}(?!\d)", re.MULTILINE)
"""An ID that nobody writes for another purpose: a comment, or a line with a time of Anki's."""

_NEAR = r"(?:<!?[-\u2013\u2014]{0,3})?[ \t]*\bID\b[ \t]*[:=\uff1a]?[ \t]*\d{10,}(?:[ \t]*--?>)?"
NEAR = lazy_re(_NEAR, re.IGNORECASE)
"""What was meant as an ID, however it is spelled."""

NEAR_LINE = lazy_re(rf"^[ \t]*(?P<id>{_NEAR})[ \t]*$", re.MULTILINE | re.IGNORECASE)
NEAR_BELOW = lazy_re(rf"\n?[ \t]*(?P<id>{_NEAR})", re.IGNORECASE)
NEAR_COMMENT_AT_END = lazy_re(rf"(?P<id>(?=<!){_NEAR})[ \t]*$", re.MULTILINE | re.IGNORECASE)
