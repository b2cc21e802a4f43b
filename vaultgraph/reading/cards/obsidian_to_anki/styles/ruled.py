"""Cards with a line of dashes between question and answer.

- The question is all of the paragraph above the line; one empty line may be between the two.
- The last line of dashes in a paragraph wins.
- The answer begins on the next line.  It ends before an empty line, before a line that begins with
  `<!--`, or at the end of the note; it may be missing.
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

__all__ = ["EXAMPLE", "EXPRESSION", "IS_MARKED", "NAME", "NOTE_TYPE", "Ruled", "parser"]

NAME = "ruled"
NOTE_TYPE = "Basic"
IS_MARKED = False
EXPRESSION = r"((?:[^\n][\n]?)+\n)-{3,}((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"
EXAMPLE = "What is heat?\n---\nEnergy on its way"

_RULE = lazy_re(r"\n---+")
_LINE_BELOW = lazy_re(r"\n(?!<!--)[^\n\r\u2028\u2029]")


def parser(pattern: str) -> "Ruled | None":
    """Return the parser for the regular expression *pattern*, if it is of this style."""
    return Ruled() if pattern == EXPRESSION else None


class Ruled:
    """The parser; this style has no variants."""

    marker = "\n---"
    groups = 2

    def find(self, text: str, suffix: Suffix) -> Iterator[Found]:
        """Yield the cards of *text* that have *suffix*, in order."""
        free = 0
        while rule := _RULE.search(text, free):
            start = _start(text, free, rule.start())
            paragraph_end = text.find("\n\n", start)
            paragraph_end = len(text) if paragraph_end < 0 else paragraph_end
            # A rule below one empty line still belongs to the paragraph.
            rules = list(_RULE.finditer(text, start + 1, paragraph_end + len("\n\n---")))
            card = _last_card(text, start, rules, suffix)
            free = card.end if card else paragraph_end + len("\n\n")
            if card:
                yield card


def _start(text: str, free: int, end: int) -> int:
    """Return the start, at least *free*, of the paragraph that ends at *end*."""
    paragraph = text.rfind("\n\n", free, end)
    start = free if paragraph < 0 else paragraph + 2
    while text.startswith("\n", start):
        start += 1
    return start


def _last_card(text: str, start: int, rules: list[re.Match[str]], suffix: Suffix) -> Found | None:
    """Return the card of the last of *rules* that makes one; its question begins at *start*."""
    # From the last rule to the first, so that what was searched once is not searched again.
    seen = len(text)
    for rule in reversed(rules):
        dashes_end = _dashes_end(text, rule.end())
        has_answer = _LINE_BELOW.match(text, dashes_end)
        stop = end_of_lines(text, dashes_end + 1, seen) if has_answer else dashes_end
        end = ending(text, Answer(dashes_end, stop, seen), suffix)
        seen = dashes_end if has_answer else seen
        if end:
            question, answer = text[start : rule.start()], text[dashes_end : end.answer_end]
            return Found(question.strip(), answer.strip(), start, *end[1:4], "", end.tags)
    return None


def _dashes_end(text: str, offset: int) -> int:
    while text.startswith("-", offset):
        offset += 1
    return offset
