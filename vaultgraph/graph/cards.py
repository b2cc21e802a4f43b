"""All flashcards of a vault."""

from collections.abc import Iterator, Sequence

from vaultgraph.model import Card, Note

__all__ = ["Cards"]


class Cards:
    """The flashcards of *notes*, each with its note; those of very many notes are not kept."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes

    def __iter__(self) -> Iterator[tuple[Note, Card]]:
        return ((note, card) for note in self._notes if note.gist.ids for card in note.cards)

    def __len__(self) -> int:
        return sum(len(note.gist.ids) for note in self._notes)
