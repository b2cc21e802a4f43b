"""Faults by which the plugin loses a card, or puts it into an unintended deck."""

import re
from collections.abc import Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.model import CardFault
from vaultgraph.reading.cards.obsidian_to_anki.found import Found
from vaultgraph.reading.cards.obsidian_to_anki.spans import Runaway
from vaultgraph.reading.cards.prefixed import Prefixed

__all__ = ["deck_faults", "swallowed"]

# Markers of a quote, a list or a comment before the word; a backtick means the line is quoted.
_MARKS = lazy_re(r"[^\w\n`]*")
_VALUE = lazy_re(r"[ *_]*:.*")


def swallowed(text: str, card: Found, span: Runaway) -> CardFault:
    """Return the fault of *card*, which is in a *span* between two delimiters of code or math."""
    question_end = text.find("\n", card.start, card.end)
    question_end = card.end if question_end < 0 else question_end
    mark = text[span.start]
    opens, closes = span.start, span.end - 1
    return CardFault("swallowed", mark, card.start, question_end, opens, closes, span.unpaired)


def deck_faults(text: str, deck_line: Prefixed) -> Iterator[CardFault]:
    """Yield the faults of lines in *text* that were meant as a *deck_line*.

    The plugin reads only the first deck line.
    """
    word = deck_line.prefix
    if word not in text:
        return
    lines = list(deck_line.all(text))
    for line in lines[1:]:
        yield CardFault("second-deck", line[1], *line.span())
    if lines and not lines[0][1].strip():
        start = lines[0].start()
        yield CardFault("empty-deck", "", start, start + len(word))
    read = {line.start() for line in lines}
    for start, value in _named(text, word):
        line_start = text.rfind("\n", 0, start) + 1
        if line_start in read or not _MARKS.fullmatch(text, line_start, start):
            continue
        kind = "unread-deck" if line_start == start else "deck-amid-line"
        yield CardFault(kind, value[0].partition(":")[2].strip(), line_start, value.end())


def _named(text: str, word: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Yield the offsets of *word* followed by a colon in *text*, and the match of the rest."""
    start = text.find(word)
    while start >= 0:
        value = _VALUE.match(text, start + len(word))
        if value:
            yield start, value
        start = text.find(word, value.end() if value else start + len(word))
