"""What makes the plugin lose a card, or put it where nobody looks for it."""

import re
from collections.abc import Iterator

from vaultgraph.model import CardFaultRow
from vaultgraph.reading.cards.obsidian_to_anki.found import Found

__all__ = ["deck_faults", "swallowed"]


def swallowed(text: str, card: Found, span: tuple[int, int]) -> CardFaultRow:
    """The fault of *card*, which lies in a *span* between two marks of code or maths."""
    question_end = text.find("\n", card.start, card.end)
    question_end = card.end if question_end < 0 else question_end
    return "swallowed", text[span[0]], card.start, question_end, span[0], span[1] - 1


def deck_faults(text: str, word: str, parsed: re.Pattern[str]) -> Iterator[CardFaultRow]:
    """Yield what is wrong with the lines of *text* that begin with *word* and name a deck.

    *parsed* is what the plugin makes of such a line; it reads only the first.
    """
    if word not in text:
        return
    lines = list(parsed.finditer(text))
    for line in lines[1:]:
        yield "second-deck", line[1].strip(), *line.span(), 0, 0
    if lines and not lines[0][1].strip():
        yield "empty-deck", "", lines[0].start(), lines[0].start() + len(word), 0, 0
    elif lines and lines[0][1] != lines[0][1].strip():
        yield "blank-around-deck", lines[0][1], *lines[0].span(), 0, 0
    read = {line.start() for line in lines}
    for match in re.finditer(rf"^{re.escape(word)} ?:.*", text, re.MULTILINE):
        if match.start() not in read:
            yield "unread-deck", match[0].partition(":")[2].strip(), *match.span(), 0, 0
