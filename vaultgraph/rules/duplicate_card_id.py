"""The rule `duplicate-card-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.model import Card, Finding, Severity, Span
from vaultgraph.reading import group_duplicates
from vaultgraph.rules import rule


@rule(Severity.ERROR, on="vault")
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

    When it is wrong to worry: an ID in plain text or in code is on no card.

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        The plugin writes `<!--ID: 1700000000001-->` below it.
    """
    alike = graph.cards.with_shared_keys("ids", but=0)
    for cards in group_duplicates(alike, lambda pair: pair[1].id):
        for index, (note, card) in enumerate(cards):
            other, twin = cards[0 if index else 1]
            yield Finding(
                Span(note.path, card.id_start, card.end),
                f"ID {card.id} is also that of {card_reference(graph, other, twin, note)}",
                _hint(card, twin),
                other=other.path,
            )


def _hint(card: Card, twin: Card) -> str:
    """What to do about *card* and its *twin*: only texts that differ can become two notes."""
    if (card.question, card.back, card.tags) == (twin.question, twin.back, twin.tags):
        return "both are the same: keep the card in one place only"
    if card.question == twin.question:
        return "both ask the same, so they can be only one note: make them one card"
    return (
        "leave the ID to the card that Anki has now: the other gets its own without it, by a sync"
    )
