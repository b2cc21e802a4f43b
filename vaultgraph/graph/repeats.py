"""Flashcards that ask what another one asks already."""

from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.graph.cards import Cards
from vaultgraph.model import Card, Note
from vaultgraph.reading import twins

__all__ = ["Repeat", "repeats"]


class Repeat(NamedTuple):
    """A `card` of `note` whose question the card `original` of the note `kept` asks too."""

    note: Note
    card: Card
    kept: Note
    original: Card

    @property
    def is_refused(self) -> bool:
        """Whether Anki does not take it: it is new, and Anki looks for its like in the deck."""
        return not self.card.id and self.card.deck == self.original.deck


def repeats(cards: Cards) -> Iterator[Repeat]:
    """Yield each of *cards* whose question is asked by one that Anki knows, or else by an earlier.

    Anki compares the first fields of notes of one type, without HTML.  Cards that ask nothing ask
    nothing twice, and those with one ID are one note to Anki.
    """
    sent = [pair for pair in cards.sharing(lambda gist: gist.asked) if pair[1].goes_to_anki]
    for equal in twins(sent, _compared):
        kept, original = next((pair for pair in equal if pair[1].id), equal[0])
        for note, card in equal:
            if card is not original and (not card.id or card.id != original.id):
                yield Repeat(note, card, kept, original)


def _compared(pair: tuple[Note, Card]) -> tuple[str, str] | None:
    """The note type and the question of a card; None if it has no question."""
    asks = pair[1].asks
    return (pair[1].note_type, asks) if asks else None
