"""What makes the plugin lose a card, or put it where nobody looks for it."""

import re
from collections.abc import Iterator

from vaultgraph.model import CardFaultRow
from vaultgraph.reading.cards.obsidian_to_anki.found import Found
from vaultgraph.reading.cards.obsidian_to_anki.spans import Runaway

__all__ = ["deck_faults", "swallowed"]

_MARKS = r"[^\w\n`]*"  # such as those of a quote, a list or a comment; a backtick quotes the line


def swallowed(text: str, card: Found, span: Runaway) -> CardFaultRow:
    """The fault of *card*, which lies in a *span* between two marks of code or maths."""
    question_end = text.find("\n", card.start, card.end)
    question_end = card.end if question_end < 0 else question_end
    mark = text[span.start]
    return "swallowed", mark, card.start, question_end, span.start, span.end - 1, span.unpaired


def deck_faults(text: str, word: str, parsed: re.Pattern[str]) -> Iterator[CardFaultRow]:
    """Yield what is wrong with the lines of *text* that begin with *word* and name a deck.

    *parsed* is what the plugin makes of such a line; it reads only the first.
    """
    if word not in text:
        return
    lines = list(parsed.finditer(text))
    for line in lines[1:]:
        yield _fault("second-deck", line[1], *line.span())
    if lines and not lines[0][1].strip():
        yield _fault("empty-deck", "", lines[0].start(), lines[0].start() + len(word))
    read = {line.start() for line in lines}
    for match in re.finditer(
        rf"^(?P<marks>{_MARKS}){re.escape(word)}[ *_]*:.*", text, re.MULTILINE
    ):
        if match.start() not in read:
            kind = "deck-amid-line" if match["marks"] else "unread-deck"
            yield _fault(kind, match[0].partition(":")[2].strip(), *match.span())


def _fault(kind: str, detail: str, start: int, end: int) -> CardFaultRow:
    return kind, detail, start, end, 0, 0, 0
