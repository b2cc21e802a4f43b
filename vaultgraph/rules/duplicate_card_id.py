"""The rule `duplicate-card-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.messages import plural, say
from vaultgraph.model import Card, Finding, Severity, Span
from vaultgraph.reading import group_duplicates
from vaultgraph.rules import rule


@rule(
    Severity.ERROR,
    plural("{count:,} card with the ID of another", "{count:,} cards with the ID of another"),
    on="vault",
)
def duplicate_card_id(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards have the same ID.

    To Anki they are one note: at every sync one overwrites the other, so only one of them is ever
    shown.  It happens when a card or a whole note is copied with its ID.

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

    When it is wrong to worry: an ID in plain text or in code belongs to no card.

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        The plugin writes `<!--ID: 1700000000001-->` below it.
    """
    shared = graph.cards.with_shared_keys("ids", but=0)
    for cards in group_duplicates(shared, lambda pair: pair[1].id):
        for index, (note, card) in enumerate(cards):
            other_note, other = cards[0 if index else 1]
            yield Finding(
                Span(note.path, card.id_start, card.id_start + len(str(card.id))),
                say(
                    "ID {id} also belongs to {card}",
                    id=card.id,
                    card=card_reference(graph, other_note, other, note),
                ),
                _hint(card, other),
                other=other_note.path,
            )


def _hint(card: Card, other: Card) -> str:
    """What to do about *card* and the *other*: only different questions can become two notes."""
    if (card.question, card.back, card.tags) == (other.question, other.back, other.tags):
        return say("both cards are identical: keep only one of them")
    if card.question == other.question:
        return say("both ask the same question, so they can be only one note: merge the cards")
    return say(
        "keep the ID on the card that Anki has now; "
        "without it, the other gets its own at the next sync"
    )
