"""Flashcards that ask what another one asks already."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

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


def repeats(notes: Sequence[Note]) -> Iterator[Repeat]:
    """Yield each flashcard of *notes* whose question one asks that Anki knows, or an earlier one.

    Anki compares the first fields of notes of one type, without HTML.
    """
    counts = Counter(chain.from_iterable(note.gist.asked for note in notes))
    repeated = {asked for asked, count in counts.items() if count > 1}
    sent = (
        (note, card)
        for note in notes
        if not repeated.isdisjoint(note.gist.asked)
        for card in note.cards
        if card.goes_to_anki
    )
    for equal in twins(sent, lambda pair: (pair[1].note_type, pair[1].asks)):
        kept, original = next((pair for pair in equal if pair[1].id), equal[0])
        for note, card in equal:
            if card is not original:
                yield Repeat(note, card, kept, original)
