"""The rule `blank-line-in-card`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, holds_another
from vaultgraph.model import WRITTEN_OUT, Card, Finding, Note, Place, Severity
from vaultgraph.rules import rule

_BLANK_LINE = re.compile(r"\n[ \t]+(?=\n)")


@rule(Severity.WARNING)
def blank_line_in_card(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """A line of a flashcard looks empty, but has blanks in it.

    Only a line without any character ends an answer.  A line of blanks joins what stands below it
    to the card.  If that is another card, `merged-cards` tells of it.  In the example, ␣ is such a
    blank.

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
    if card.style in WRITTEN_OUT or not card.goes_to_anki:
        return
    text = card.question + "\n" + card.answer
    blank = _BLANK_LINE.search(text)
    if blank is None or text.count("```", 0, blank.start()) % 2 or holds_another(graph, card):
        return
    if found := _BLANK_LINE.search(graph.vault.text(note.path), card.start):
        place = Place(note.path, found.start() + 1, found.end())
        hint = "delete its blanks to end the card above it, or all of it to go on"
        yield Finding(place, "this line has blanks in it, so it does not end the card", hint)
