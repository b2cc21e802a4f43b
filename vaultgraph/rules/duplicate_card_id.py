"""The rule `duplicate-card-id`."""

from collections import defaultdict
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def duplicate_card_id(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards have the same ID.

    To Anki they are one note: at every sync the one overwrites the other, and only one of them is
    ever asked.  It happens when a card or a whole note is copied with its ID.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        What is work? #flashcard
        Force times distance.
        <!--ID: 1700000000001-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        What is work? #flashcard
        Force times distance.
        <!--ID: 1700000000002-->
    """
    owners: defaultdict[int, list[tuple[Note, Card]]] = defaultdict(list)
    for note, card in graph.cards:
        if card.id:
            owners[card.id].append((note, card))
    for cards in owners.values():
        for index, (note, card) in enumerate(cards):
            if len(cards) > 1:
                other, twin = cards[0 if index else 1]
                where = "" if other is note else f" in {other.path}"
                question = twin.title
                yield Finding(
                    Place(note.path, card.id_start, card.end),
                    f"ID {card.id} is also that of “{question}”{where}",
                    "delete the ID line of whichever is the copy, then sync to give it a new one",
                )
