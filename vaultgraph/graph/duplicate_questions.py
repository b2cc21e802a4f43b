"""Flashcards that ask what another one asks already."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultgraph.graph.cards import Cards
from vaultgraph.model import Card, Note
from vaultgraph.reading import group_duplicates

__all__ = ["DuplicateQuestion", "find_duplicate_questions"]

_ENOUGH = 2  # one of them is not the card itself


class DuplicateQuestion(NamedTuple):
    """A `card` of `note` whose question the card `original` of the note `kept` asks too."""

    note: Note
    card: Card
    first: Note
    original: Card

    @property
    def is_refused(self) -> bool:
        """Whether Anki does not take it: it is new, and Anki looks for its like in the deck."""
        return not self.card.id and self.card.deck == self.original.deck


def find_duplicate_questions(cards: Cards) -> Iterator[DuplicateQuestion]:
    """Yield each of *cards* whose question is asked by one that Anki knows, or else by an earlier.

    Of several, the original is one in the same deck, for that is what Anki looks for, and in the
    same note, for that is what its writer sees.  Anki compares the first fields of notes of one
    type, without HTML.  Cards that ask nothing ask nothing twice, and those with one ID are one
    note to Anki.
    """
    sent = [pair for pair in cards.with_shared_keys("question_checksums") if pair[1].goes_to_anki]
    for equal in group_duplicates(sent, _compared):
        originals = _Originals(equal)
        for note, card in equal:
            if originals.repeated_by(card):
                yield DuplicateQuestion(note, card, *originals.nearest(note, card))


class _Originals:
    """Which of some *equal* cards, in order, each of the others repeats."""

    def __init__(self, equal: Sequence[tuple[Note, Card]]) -> None:
        self._first = next((pair for pair in equal if pair[1].id), equal[0])
        known = [pair for pair in equal if pair[1].id] or [self._first]
        self._by_place: dict[tuple[str, str], list[tuple[Note, Card]]] = {}
        for pair in known:
            note, card = pair
            for place in ((card.deck, note.path), (card.deck, ""), ("", note.path)):
                near = self._by_place.setdefault(place, [])
                if len(near) < _ENOUGH:
                    near.append(pair)

    def repeated_by(self, card: Card) -> bool:
        """Whether *card* is not the first one, under its own ID or another."""
        first = self._first[1]
        return card is not first and (not card.id or card.id != first.id)

    def nearest(self, note: Note, card: Card) -> tuple[Note, Card]:
        """The original of *card* in *note*, with its own note."""
        for place in ((card.deck, note.path), (card.deck, ""), ("", note.path)):
            for pair in self._by_place.get(place, ()):
                if pair[1] is not card and (not card.id or pair[1].id != card.id):
                    return pair
        return self._first


def _compared(pair: tuple[Note, Card]) -> tuple[str, str] | None:
    """The note type and the question of a card; None if it has no question."""
    asks = pair[1].normalized_question
    return (pair[1].note_type, asks) if asks else None
