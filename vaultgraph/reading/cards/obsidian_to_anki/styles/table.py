"""Cards as tables of one column and one row: the header is the question, the row the answer.

| What is heat? |
|---------------|
| Energy        |
"""

import re
from collections.abc import Iterator

from vaultgraph.reading.cards.obsidian_to_anki.found import Found, Suffix, card_id
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS, after_card

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "Table", "parser"]

NAME = "table"
NOTE_TYPE = "Basic"
IS_MARKED = False
EXPRESSION = r"\|([^\n|]+)\|\n\|(?:[^\n|]+)\|\n\|([^\n|]+)\|\n?"
EXAMPLE = "| What is heat? |\n|---|\n| Energy |"

_TAGS = rf"Tags: (?P<tags>[^{LINE_ENDS}]*)"
_ID = after_card("id")


def parser(pattern: str) -> "Table | None":
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    return Table() if pattern == EXPRESSION else None


class Table:
    """The parser; the expression of this style takes linear time as it is."""

    marker = "|\n|"
    groups = 2

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        after = (_TAGS if suffix.tags else "") + (_ID if suffix.id else "")
        # Not translated from JavaScript: apart from its suffix it has neither `.` nor anchors,
        # which differ.
        for match in re.finditer(EXPRESSION + after, text):
            number = card_id(match["id"]) if suffix.id else 0
            tags = tuple(match["tags"].split()) if suffix.tags else ()
            id_start = match.start("id") if suffix.id else match.end()
            question, answer = match[1].strip(), match[2].strip()
            yield Found(question, answer, match.start(), match.end(), number, id_start, "", tags)
