"""Cards with a letter before question and answer: `Q: …` and `A: …`, each at the start of a line.

The question may have several lines, and empty lines below it.  The answer ends before an empty
line, before a line that begins with `<!--`, or at the end of the note.
"""

import re
from collections.abc import Iterator

from vaultgraph.reading.cards.found import Answer, Found, Suffix, ending

__all__ = ["NAME", "QuestionAnswer", "parser"]

NAME = "qa"

_STOCK = r"^Q: ((?:.+\n)*)\n*A: (.+(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"
_QUESTION = re.compile(r"(?:\A|\n)Q: ")
_END_OF_LINES = re.compile(r"\n(?=\n)|\r|\n?\Z")
_ANSWER_BELOW = re.compile(r"\n+A: (?=[^\n\r])")
_ANSWER = re.compile(r"A: (?=[^\n\r])")
_STOP = re.compile(r"\n(?=\n|<!--)|\n?\Z")


def parser(pattern: str) -> "QuestionAnswer | None":
    """The parser for the regular expression *pattern*, if it is of this style."""
    return QuestionAnswer() if pattern == _STOCK else None


class QuestionAnswer:
    """The style; it knows no variants."""

    marker = "Q: "

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        free = 0
        while question := _QUESTION.search(text, free):
            lines = _lines_end(text, question.end())
            answer = _answer_start(text, question.end(), lines)
            stop = _STOP.search(text, answer.end()) if answer else None
            end = None
            if answer and stop:
                reach = Answer(answer.end(), stop.start(), len(text), shortest=1)
                end = ending(text, reach, suffix)
            # Other questions above the same lines have the same answer, or none.
            free = end.end if end else answer.end() if answer else lines
            if answer and end:
                start = question.start() + (text[question.start()] == "\n")
                front = text[question.end() : answer.start()].strip()
                back = text[answer.end() : end.answer_end].strip()
                yield Found(front, back, start, end.end, end.id, end.id_start, "", end.tags)


def _lines_end(text: str, start: int) -> int:
    """The end of the lines from *start* on, up to an empty one."""
    lines = _END_OF_LINES.search(text, start)
    return lines.start() if lines else len(text)


def _answer_start(text: str, start: int, end: int) -> re.Match[str] | None:
    """Where `A: ` opens the answer: below the lines of the question, or on the last that has it."""
    if text.startswith("\n", start):
        return _ANSWER_BELOW.match(text, start)
    below = _ANSWER_BELOW.match(text, end)
    if below:
        return below
    found = text.rfind("\nA: ", start, end)
    return _ANSWER_BELOW.match(text, found) if found >= 0 else _ANSWER.match(text, start)
