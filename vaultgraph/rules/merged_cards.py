"""The rule `merged-cards`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_ID = re.compile(r"<!--ID: \d+|^ID: \d+", re.MULTILINE)


@rule(Severity.ERROR)
def merged_cards(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards run into one, because no empty line stands between them.

    The question of a card is its whole paragraph: with it the plugin takes the card above, its
    answer and even its ID.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        What is work? #flashcard
        Force times distance.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        What is work? #flashcard
        Force times distance.
    """
    for note, card in graph.cards:
        if card.style != "neuracache":
            continue
        sides = card.question + "\n" + card.answer
        if any(tag in sides.lower() for tag in graph.vault.card_finder.tags) or _ID.search(sides):
            place = card.place(note.path)
            hint = "put an empty line between the cards"
            yield Finding(place, "more than one card runs into one here", hint)
