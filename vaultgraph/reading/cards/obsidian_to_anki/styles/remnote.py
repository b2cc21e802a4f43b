"""Cards on one line, in the style of RemNote: `question::answer`.

Exactly two colons separate them; the last of several such pairs on a line counts.
"""

from collections.abc import Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import (
    Answer,
    Found,
    Suffix,
    ending,
)
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "RemNote", "parser"]

NAME = "remnote"
NOTE_TYPE = "Basic"
IS_MARKED = True
EXPRESSION = r"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)"
EXAMPLE = "Heat::Energy on its way"

# The expression says `[^\n:]` after the colons: the answer may begin with another line end.
_COLONS = lazy_re(rf"::(?<=[^:{LINE_ENDS}]::)(?=[^:\n])")
_END_OF_LINE = lazy_re(rf"[{LINE_ENDS}]|\Z")


def parser(pattern: str) -> "RemNote | None":
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    return RemNote() if pattern in {EXPRESSION, EXPRESSION.replace("{1}", "")} else None


class RemNote:
    """The parser; this style has no variants."""

    marker = "::"
    groups = 2

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        free = 0
        while colons := _COLONS.search(text, free):
            start = _line_start(text, free, colons.start())
            line_end = _line_end(text, colons.end() + 1)
            card = _last_card(text, start, line_end, suffix)
            free = card.end if card else line_end
            if card:
                yield card


def _last_card(text: str, start: int, line_end: int, suffix: Suffix) -> Found | None:
    """Return the card of the last colons on the line that make one with *suffix*."""
    # From the last colons to the first, so that what was searched once is not searched again.
    seen = len(text)
    for colons in reversed(list(_COLONS.finditer(text, start, line_end + 1))):
        # The first character may be a line end, see `_COLONS`.
        stop = max(line_end, colons.end() + 1)
        end = ending(text, Answer(colons.end(), stop, seen, shortest=1), suffix)
        seen = colons.end() + 1
        if end:
            question, answer = text[start : colons.start()], text[colons.end() : end.answer_end]
            return Found(question.strip(), answer.strip(), start, *end[1:4], "", end.tags)
    return None


def _line_start(text: str, free: int, offset: int) -> int:
    ends = (text.rfind(end, free, offset) + 1 for end in "\n\r\u2028\u2029")
    return max(free, *ends)


def _line_end(text: str, offset: int) -> int:
    end = _END_OF_LINE.search(text, offset)
    return end.start() if end else len(text)
