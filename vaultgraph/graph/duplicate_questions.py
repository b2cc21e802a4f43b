"""Find flashcards with the same question as another one."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultgraph.graph.cards import Cards
from vaultgraph.model import Card, Note
from vaultgraph.reading import group_duplicates

__all__ = ["DuplicateQuestion", "find_duplicate_questions"]

_MAX_PER_PLACE = 2  # one of the two is not the card itself


class DuplicateQuestion(NamedTuple):
    """A `card` of `note` with the same question as the card `original` of the note `first`."""

    note: Note
    card: Card
    first: Note
    original: Card

    @property
    def is_refused(self) -> bool:
        """Whether Anki rejects it: it is new, and the original is in the same deck."""
        return not self.card.id and self.card.deck == self.original.deck


def find_duplicate_questions(cards: Cards) -> Iterator[DuplicateQuestion]:
    """Yield each of *cards* that repeats the question of one in Anki, or of an earlier one.

    If there are several originals, one in the same deck is preferred, because Anki looks for
    duplicates there, and then one in the same note, because its author sees it. Anki compares the
    first fields of notes of one type, without HTML. Cards without a question are not duplicates,
    and cards with the same ID are one note in Anki.
    """
    sent = [pair for pair in cards.with_shared_keys("question_checksums") if pair[1].goes_to_anki]
    for equal in group_duplicates(sent, _comparison_key):
        originals = _Originals(equal)
        for note, card in equal:
            if originals.repeated_by(card):
                yield DuplicateQuestion(note, card, *originals.nearest(note, card))


class _Originals:
    """The originals among *equal* cards, which are in order.

    For each deck and note, only the first two are kept, so that many equal cards take linear time.
    """

    def __init__(self, equal: Sequence[tuple[Note, Card]]) -> None:
        self._first = next((pair for pair in equal if pair[1].id), equal[0])
        known = [pair for pair in equal if pair[1].id] or [self._first]
        self._by_place: dict[tuple[str, str], list[tuple[Note, Card]]] = {}
        for pair in known:
            note, card = pair
            for place in ((card.deck, note.path), (card.deck, ""), ("", note.path)):
                pairs = self._by_place.setdefault(place, [])
                if len(pairs) < _MAX_PER_PLACE:
                    pairs.append(pair)

    def repeated_by(self, card: Card) -> bool:
        """Whether *card* repeats the first one, under another ID or without one."""
        first = self._first[1]
        return card is not first and (not card.id or card.id != first.id)

    def nearest(self, note: Note, card: Card) -> tuple[Note, Card]:
        """Return the closest original of *card* in *note*, with its own note."""
        for place in ((card.deck, note.path), (card.deck, ""), ("", note.path)):
            for pair in self._by_place.get(place, ()):
                if pair[1] is not card and (not card.id or pair[1].id != card.id):
                    return pair
        return self._first


def _comparison_key(pair: tuple[Note, Card]) -> tuple[str, str] | None:
    """The note type and question that Anki compares; None if there is no question."""
    question = pair[1].normalized_question
    return (pair[1].note_type, question) if question else None
