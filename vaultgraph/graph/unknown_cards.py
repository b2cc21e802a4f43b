"""Find flashcards that Anki does not know, without a visible reason in the text."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from vaultgraph.graph.merging import holds_another
from vaultgraph.graph.orphan_ids import find_cards_that_lost_their_id, find_orphan_ids
from vaultgraph.model import Card, CardFault, Note

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["find_unknown_cards"]


def find_unknown_cards(graph: "VaultGraph") -> Iterator[tuple[Note, list[Card]]]:
    """Yield the notes with cards that lack an ID, each with these cards.

    Left out are:

    - cards without any text;
    - cards that were separated from their ID, or have one that the plugin cannot read;
    - cards that contain another card: a sync would merge them in Anki;
    - duplicates that Anki rejects;
    - cards that are only plausible;
    - unmarked cards, found by an expression in a note without any ID, if they have no question, or
      if Anki has no card of their type from this vault.
    """
    refused = {
        (duplicate.note.path, duplicate.card)
        for duplicate in graph.duplicate_questions
        if duplicate.is_refused
    }
    finder = graph.vault.card_finder
    is_never_taken = partial(_is_never_taken, _taken_types(graph))
    for note in graph.notes_with("cards"):
        if 0 not in note.summary.ids:
            continue
        cut_off: set[Card | None] = set()
        if note.has("card_ids"):
            cut_off = {
                *(orphan.card for orphan in find_orphan_ids(note)),
                *find_cards_that_lost_their_id(note),
            }
        misread = {fault.opens for fault in note.card_faults if _hides_id(note, fault)}
        unknown = [
            card
            for card in note.cards
            if card.lacks_id and (card.question or card.back)
            if (note.path, card) not in refused and card not in cut_off
            if card.start not in misread and not finder.is_plausible_only(note, card)
            if not (finder.is_unmarked(note, card) and is_never_taken(card))
            if not holds_another(graph, note, card)
        ]
        if unknown:
            yield note, unknown


def _taken_types(graph: "VaultGraph") -> frozenset[str]:
    """The note types with a card in Anki; empty unless expressions match unmarked cards."""
    if not graph.vault.card_finder.finds_unmarked:
        return frozenset()
    having = (note for note in graph.notes_with("cards") if any(note.summary.ids))
    return frozenset(card.note_type for note in having for card in note.cards if card.id)


def _is_never_taken(taken_types: frozenset[str], card: Card) -> bool:
    return not card.question or card.note_type not in taken_types


def _hides_id(note: Note, fault: CardFault) -> bool:
    """Whether *fault* hides the ID of a card of *note* from the plugin."""
    if fault.kind == "early-end":
        return note.has_id(fault.start, fault.closes)
    return fault.kind == "unread-id"
