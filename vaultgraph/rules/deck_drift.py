"""The rule `deck-drift`."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say, say_count
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import LastSync
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.anki import AnkiNote, Collection


@rule(
    Severity.INFO,
    plural("{count:,} card in another deck", "{count:,} cards in another deck"),
    on="Anki",
)
def deck_drift(graph: VaultGraph, anki: "Collection") -> Iterator[Finding]:
    """Flashcards are in another deck in Anki than their note says.

    At the next sync of the note, Obsidian_to_Anki moves all its cards to the deck of the note, or
    to the default deck if it names none, which undoes any move in Anki.  This rule runs with
    `--anki`.

    Bad::

        -- Heat.md --
        TARGET DECK: Physics

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000001 in Exam: What is heat? | Energy on its way.

    Good::

        -- Heat.md --
        TARGET DECK: Physics

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000001 in Physics: What is heat? | Energy on its way.

    When it is wrong to worry: capitals and spaces make no difference, and a card that is in a
    filtered deck still belongs to its own.  A note that waits for its sync is only reported by
    `unsynced-edit`.

    Fine::

        -- Heat.md --
        TARGET DECK: physics

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        What is work? #flashcard
        Force times distance.
        -- Anki --
        1700000000001 in Physics: What is heat? | Energy on its way.
        1700000000002 in Exam: What is work? | Force times distance.
    """
    for note in graph.notes:
        moved = _moved(note, anki)
        if moved and graph.vault.last_sync(note.path) is not LastSync.OTHER:
            first, deck = moved[0]
            count = Counter(deck for _, deck in moved)[deck]
            yield Finding(
                first.span(note.path),
                say_count(
                    "this card is in the deck {deck} in Anki, not in {expected}",
                    "{count:,} cards of this note are in the deck {deck} in Anki, not in"
                    " {expected}",
                    count,
                    deck=deck,
                    expected=first.deck,
                ),
                say(
                    "set the deck of the note to {deck}, or let the next sync move the cards",
                    deck=deck,
                ),
                say("the cards of {count:,} notes are in other decks in Anki"),
            )


def _moved(note: Note, anki: "Collection") -> list[tuple[Card, str]]:
    """The cards of *note* that are in another deck in Anki, each with that deck."""
    from vaultgraph.anki import deck_key

    return [
        (card, deck)
        for card in note.cards
        if card.goes_to_anki and card.id and (known := anki.notes.get(card.id))
        if (deck := _deck(known)) and deck_key(deck) != deck_key(card.deck)
    ]


def _deck(known: "AnkiNote") -> str:
    """The deck of all cards of a note in Anki; empty if they are in several."""
    decks = {card.deck for card in known.cards}
    return decks.pop() if len(decks) == 1 else ""
