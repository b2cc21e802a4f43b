"""Cards with a heading as the question, `#### What is heat?`, and the paragraph below it.

The answer begins on the next line that is not empty.  It ends before an empty line, before a line
that begins with `#` or `<!--`, or at the end of the note.
"""

import re
from collections.abc import Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import Answer, Found, Suffix, ending
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "Headings", "parser"]

NAME = "header"
NOTE_TYPE = "Basic"
IS_MARKED = False
EXPRESSION = r"^#+(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)"
EXAMPLE = "## What is heat?\nEnergy on its way"

_DEFAULT = lazy_re(
    r"\^#(?:\+|\{(?P<level>[0-9])(?P<more>,)?\})(?P<space>\\s| )?"
    + re.escape(r"(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)")
)
# An answer's line begins with `[^\n#]` in the expression: any other line end may be its first
# character, and ends it only later.
_ANSWER = lazy_re(r"\n+(?![#\n]|<!--|\Z)")
_STOP = lazy_re(r"\n(?=\n|<!--|#)|(?<!\n)[\r\u2028\u2029]|\n?\Z")


def parser(pattern: str) -> "Headings | None":
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    default = _DEFAULT.fullmatch(pattern) if pattern.startswith("^#") else None
    if not default:
        return None
    least = int(default["level"] or 1)
    limit = least if default["level"] and not default["more"] else None
    return Headings(least, limit, default["space"] or "")


class Headings:
    """The parser for headings of the levels *least* to *limit*.

    The expression *space* matches what must follow the marks.
    """

    marker = "#"
    groups = 2

    def __init__(self, least: int, limit: int | None, space: str) -> None:
        marks = rf"\#{{{least},{'' if limit is None else limit}}}"
        if space == r"\s":
            from vaultgraph.reading.javascript import in_python

            space = in_python(space)
        self._question = re.compile(
            rf"(?<![^{LINE_ENDS}]){marks}{space}(?P<question>[^{LINE_ENDS}]+)"
        )

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        free = 0
        while question := self._question.search(text, free):
            answer = _ANSWER.match(text, question.end())
            stop = _STOP.search(text, answer.end()) if answer else None
            end = None
            if answer and stop:
                reach = Answer(answer.end(), stop.start(), len(text))
                end = ending(text, reach, suffix)
            free = end.end if end else question.end()
            if answer and end:
                back = text[answer.end() : end.answer_end].strip()
                front = question["question"].strip()
                yield Found(
                    front, back, question.start(), end.end, end.id, end.id_start, "", end.tags
                )
