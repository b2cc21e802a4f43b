"""All flashcards of a vault."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from operator import attrgetter

from vaultgraph.model import Card, Note

__all__ = ["Cards"]


class Cards:
    """The flashcards of *notes*, each with its note; those of very many notes are not kept."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes

    def __iter__(self) -> Iterator[tuple[Note, Card]]:
        return ((note, card) for note in self._notes if note.gist.ids for card in note.cards)

    def sharing(self, numbers: str) -> "Cards":
        """Those in notes that share one of these *numbers* of their gist, ids or asked."""
        told = attrgetter(f"gist.{numbers}")
        counts = Counter(chain.from_iterable(map(told, self._notes)))
        shared = {number for number, count in counts.items() if count > 1 and number}
        return Cards([note for note in self._notes if not shared.isdisjoint(told(note))])

    def __len__(self) -> int:
        return sum(len(note.gist.ids) for note in self._notes)
