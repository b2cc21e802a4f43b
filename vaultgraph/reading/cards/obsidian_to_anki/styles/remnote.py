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

# The expression says `[^\n:]` before and after the colons: the question may end with another line
# end, and the answer may begin with one.
_COLONS = lazy_re(r"::(?<=[^:\n]::)(?=[^:\n])")
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
        free = place = 0
        while colons := _COLONS.search(text, place):
            start = _line_start(text, free, colons.start() - 1)
            if start < 0:
                place = colons.end()
                continue
            line_end = _line_end(text, start)
            card = _last_card(text, start, line_end, suffix)
            free = card.end if card else line_end
            # Without a card, colons below another line end may still be on a line of their own.
            place = free if card else max(line_end, colons.end())
            if card:
                yield card


def _last_card(text: str, start: int, line_end: int, suffix: Suffix) -> Found | None:
    """Return the card of the last colons on the line that make one with *suffix*."""
    # From the last colons to the first, so that what was searched once is not searched again.
    seen = len(text)
    # A line end and colons after it, and what must follow them, are `len("\r::x")`.
    for colons in reversed(list(_COLONS.finditer(text, start + 1, line_end + 4))):
        after = colons.end() + 1
        stop = line_end if after <= line_end else _line_end(text, after)
        end = ending(text, Answer(colons.end(), stop, seen, shortest=1), suffix)
        seen = after
        if end:
            question, answer = text[start : colons.start()], text[colons.end() : end.answer_end]
            return Found(question.strip(), answer.strip(), start, *end[1:4], "", end.tags)
    return None


def _line_start(text: str, free: int, offset: int) -> int:
    """Return the start of the line of *offset*; -1 if it is above *free*."""
    least = max(free - 1, 0)
    end = max(text.rfind(end, least, offset) for end in "\n\r\u2028\u2029")
    return end + 1 if end >= 0 or not free else -1


def _line_end(text: str, offset: int) -> int:
    end = _END_OF_LINE.search(text, offset)
    return end.start() if end else len(text)
