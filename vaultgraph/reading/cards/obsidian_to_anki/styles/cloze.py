"""Clozes in the style of the plugin's handbook: a paragraph that contains a `{`.

- All lines above the last `{` of the paragraph belong to the card, even comments.
- Below it, the card ends before an empty line, before a line that begins with `<!--`, or at the
  end of the note.

Whether the card has a cloze deletion is checked in `deletions`.
"""

import re
from collections.abc import Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import (
    Answer,
    Found,
    Suffix,
    end_of_lines,
    ending,
)
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "Cloze", "parser"]

NAME = "cloze"
NOTE_TYPE = "Cloze"
IS_MARKED = False
EXPRESSION = r"((?:.+\n)*(?:.*{.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"
EXAMPLE = "Heat is {energy} on its way"

# A paragraph also ends where JavaScript's `.` stops, since all of its lines are `.+\n`.
_BREAK = lazy_re(r"\n\n|[\r\u2028\u2029]\n?")


def parser(pattern: str) -> "Cloze | None":
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    return Cloze("{") if pattern.replace(r"\{", "{") == EXPRESSION else None


class Cloze:
    """The parser for clozes that are recognized by *marker*."""

    groups = 1

    def __init__(self, marker: str) -> None:
        self.marker = marker
        literal = re.escape(marker)
        # The first marker of a line leaves the most for tags or an ID to cut off; all others on the
        # line can only find the same.
        self._first_of_line = re.compile(rf"{literal}[^{LINE_ENDS}]*")

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        free = 0
        while (found := text.find(self.marker, free)) >= 0:
            start, paragraph_end = _paragraph(text, free, found)
            card = self._last_card(text, start, paragraph_end, suffix)
            # Without a card, all markers of the paragraph have been tried; to go on from the next
            # of them would be quadratic.
            free = card.end if card else paragraph_end
            if card:
                yield card

    def _last_card(self, text: str, start: int, end: int, suffix: Suffix) -> Found | None:
        """Return the card whose last deletion opens on the last line that allows *suffix*."""
        # From the last line to the first, so that what was searched once is not searched again.
        seen = len(text)
        for opening in reversed(list(self._first_of_line.finditer(text, start, end))):
            after = opening.start() + len(self.marker)
            stop = end_of_lines(text, after, seen)
            found = ending(text, Answer(after, stop, seen, shortest=0), suffix)
            seen = after
            if found:
                whole = text[start : found.answer_end].strip()
                return Found(whole, "", start, *found[1:4], "", found.tags)
        return None


def _paragraph(text: str, free: int, offset: int) -> tuple[int, int]:
    """Return the start of the paragraph around *offset*, at least *free*, and its end."""
    above = [text.rfind(mark, free, offset) for mark in ("\n\n", "\r", "\u2028", "\u2029")]
    start = max(max(above) + 1, free)
    while text.startswith("\n", start):
        start += 1
    below = _BREAK.search(text, offset)
    return start, below.start() if below else len(text)
