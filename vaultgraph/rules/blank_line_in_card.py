"""The rule `blank-line-in-card`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Place, Severity
from vaultgraph.rules import rule

_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n)")
_WRITTEN_OUT = {"block", "inline"}


@rule(Severity.WARNING)
def blank_line_in_card(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """A line of a flashcard looks empty, but has blanks in it.

    Only a line without any character ends an answer.  A line of blanks joins what stands below it
    to the card.  In the example, ␣ is such a blank.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        ␣
        This is not meant for the card.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        This is not meant for the card.
    """
    if card.style in _WRITTEN_OUT or not card.goes_to_anki:
        return
    text = card.question + "\n" + card.answer
    blank = _BLANK_LINE.search(text)
    if blank and not text.count("```", 0, blank.start()) % 2:
        found = _BLANK_LINE.search(graph.vault.text(note.path), card.start)
        if found:
            place = Place(note.path, found.start() + 1, found.end())
            hint = "delete its blanks to end the card above it, or all of it to go on"
            yield Finding(place, "this line has blanks in it, so it does not end the card", hint)
