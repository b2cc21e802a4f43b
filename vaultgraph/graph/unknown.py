"""Flashcards that Anki does not know, for no reason that can be seen in the text."""

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaultgraph.graph.strays import stray_ids
from vaultgraph.model import Card, Note

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["unknown_cards"]


def unknown_cards(graph: "VaultGraph") -> Iterator[tuple[Note, list[Card]]]:
    """Yield the notes with cards that lack an ID, each with these cards.

    Left out are cards without any text, those that were cut off from their ID, and those that Anki
    refuses because it knows their question.
    """
    refused = {(repeat.note.path, repeat.card) for repeat in graph.repeats if repeat.is_refused}
    unknown = defaultdict(list)
    for note, card in graph.cards:
        if card.lacks_id and (note.path, card) not in refused and (card.question or card.answer):
            unknown[note.path].append(card)
    for path, cards in unknown.items():
        note = graph.vault.notes[path]
        cut_off = {stray.card for stray in stray_ids(note)} if note.record.card_ids else ()
        if left := [card for card in cards if card not in cut_off]:
            yield note, left
