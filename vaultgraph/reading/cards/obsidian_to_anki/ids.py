"""The syntax of flashcard IDs: what the plugin reads, and near misses.

The plugin writes `<!--ID: 1700000000001-->`, or `ID: 1700000000001` if comments are switched off.
What it reads depends on the place: after a card the rest of the line, in a block the first number
of its last line.
"""

import re

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.prefixed import Prefixed

__all__ = [
    "AFTER_CARD",
    "COMMENTS",
    "IN_BLOCK",
    "IN_LINE",
    "LINE",
    "LINE_ENDS",
    "MALFORMED",
    "MALFORMED_BELOW",
    "MALFORMED_COMMENT_AT_END",
    "MALFORMED_LINE",
    "MEANT",
    "WITHIN_ANSWER",
    "after_card",
]

LINE_ENDS = r"\n\r\u2028\u2029"
"""The line terminators of JavaScript regular expressions, for use in a character class."""


def after_card(group: str = "") -> str:
    """Return the expression for the ID after a card; its number is in *group* if given."""
    # `ID_REGEXP_STR` in the plugin's `note.ts`: the rest of the line is lost.  `[0-9]` is ASCII in
    # JavaScript, and `.` stops at all of LINE_ENDS.
    name = f"?P<{group}>" if group else ""
    return rf"\n?(?:<!--)?ID: ({name}[0-9]+)[^{LINE_ENDS}]*"


AFTER_CARD = lazy_re(after_card())
# Without `<!--`, because the answer is as long as possible: that of `x <!--ID: 5-->` is `x <!--`.
WITHIN_ANSWER = lazy_re(rf"\n?ID: ([0-9]+)[^{LINE_ENDS}]*")
"""An ID within an answer, which ends the answer."""

IN_BLOCK = lazy_re(r"ID: ([0-9]+)")
IN_LINE = lazy_re(r"(?:<!--)?ID: ([0-9]+)(?:-->)?")
"""The ID of a card between STARTI and ENDI, with its comment delimiters."""

COMMENTS = Prefixed("<!--ID: ", r"([0-9]+)-->")
"""All IDs in comments, whether they belong to a card or not."""

LINE = lazy_re(r"^(?:<!--)?ID: [0-9]{10,}(?:-->)?[ \t]*$", re.MULTILINE)
"""A line that consists of an ID."""

# Anki's IDs are milliseconds since 1970: they begin with a 1 and have 13 digits until 2033.
MEANT = lazy_re(r"<!--ID: [0-9]+|^ID: 1[0-9]{12}(?![0-9])", re.MULTILINE)
"""Text that can only be meant as an ID: a comment, or a line with an Anki timestamp."""

# Smart punctuation turns `--` into a dash, and Chinese input writes `:` in full width.
_ANY = r"(?:<!?[-\u2013\u2014]{0,3})?[ \t]*\bID\b[ \t]*[:=\uff1a]?[ \t]*[0-9]{10,}(?:[ \t]*--?>)?"
MALFORMED = lazy_re(_ANY, re.IGNORECASE)
"""A possibly misspelled ID."""

MALFORMED_LINE = lazy_re(rf"^[ \t]*(?P<id>{_ANY})[ \t]*$", re.MULTILINE | re.IGNORECASE)
MALFORMED_BELOW = lazy_re(rf"\n?[ \t]*(?P<id>{_ANY})", re.IGNORECASE)
MALFORMED_COMMENT_AT_END = lazy_re(rf"(?P<id>(?=<!){_ANY})[ \t]*$", re.MULTILINE | re.IGNORECASE)
