"""Cards with prefixes for question and answer, `Q: …` and `A: …`, each at the start of a line.

The question may have several lines, and empty lines below it.  The answer ends before an empty
line, before a line that begins with `<!--`, or at the end of the note.
"""

import re
from collections.abc import Iterable, Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.cards.obsidian_to_anki.found import (
    Answer,
    Found,
    Suffix,
    end_of_lines,
    ending,
)
from vaultgraph.reading.cards.obsidian_to_anki.ids import LINE_ENDS

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "QuestionAnswer", "parser"]

NAME = "qa"
NOTE_TYPE = "Basic"
IS_MARKED = True
EXPRESSION = r"^Q: ((?:.+\n)*)\n*A: (.+(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"
EXAMPLE = "Q: What is heat?\nA: Energy on its way"
_QUESTION = lazy_re(rf"Q: (?<![^{LINE_ENDS}]Q: )")
_END_OF_LINES = lazy_re(r"\n(?=\n)|[\r\u2028\u2029]|\n?\Z")
_ANSWER_BELOW = lazy_re(rf"\n+A: (?=[^{LINE_ENDS}])")
_ANSWER = lazy_re(rf"A: (?=[^{LINE_ENDS}])")


def parser(pattern: str) -> "QuestionAnswer | None":
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    return QuestionAnswer() if pattern == EXPRESSION else None


class QuestionAnswer:
    """The parser; this style has no variants."""

    marker = "Q: "
    groups = 2

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        free, below = 0, -1
        while question := _QUESTION.search(text, free):
            start = question.end()
            # All answers on the lines of a question are tried for it.  Another question on them can
            # have only one that is on its own line, and was none when no suffix was below it.
            is_first = start > below
            below = _lines_end(text, start) if is_first else below
            own = _ANSWER.match(text, start)
            answers = _answers(text, start, below) if is_first else filter(None, [own])
            card = _card(text, question.start(), answers, suffix)
            if card:
                free = card.end
                yield card
            else:
                tried = own and not is_first
                stop = end_of_lines(text, start, len(text)) if tried else start
                free = _next_chance(text, stop, below)


def _card(text: str, start: int, answers: Iterable[re.Match[str]], suffix: Suffix) -> Found | None:
    """Return the card at *start* with the first of *answers* that has *suffix*; last ones first."""
    # The answers are tried last first, so each needs to be searched only up to the one before.
    seen = len(text)
    for answer in answers:
        # The first line of the answer is `.+`: it may be cut off after one character, not after
        # four.
        stop = end_of_lines(text, answer.end(), seen)
        end = ending(text, Answer(answer.end(), stop, stop, shortest=1), suffix)
        # The line of the answer is searched, too: an ID right after `A: ` is too near to its start.
        seen = answer.end() - len("A: ")
        if end:
            front = text[start + len("Q: ") : answer.start()].strip()
            back = text[answer.end() : end.answer_end].strip()
            return Found(front, back, start, *end[1:4], "", end.tags)
    return None


def _answers(text: str, start: int, below: int) -> Iterator[re.Match[str]]:
    """Yield possible starts of an answer: below the question's lines, then on them, last first."""
    # The lines of the question are greedy in the expression, so the lowest answer is tried first.
    if match := _ANSWER_BELOW.match(text, below):
        yield match
    if below == start:
        return
    end = below
    while (end := text.rfind("\nA: ", start, end)) >= 0:
        if match := _ANSWER_BELOW.match(text, end):
            yield match
    # They may also be none, so that `Q: A: x` is a card without a question.
    if match := _ANSWER.match(text, start):
        yield match


def _next_chance(text: str, start: int, below: int) -> int:
    """Return where to continue the search: at an answer on the line of a question, or *below*."""
    own = text.find("\nQ: A: ", start, below)
    return own if own >= 0 else below


def _lines_end(text: str, start: int) -> int:
    """Return the end of the lines from *start* on, at an empty line; the first may be empty."""
    if text.startswith("\n", start):
        return start
    lines = _END_OF_LINES.search(text, start)
    return lines.start() if lines else len(text)
