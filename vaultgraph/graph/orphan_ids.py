"""Find IDs that belong to no flashcard, and the cards that they were separated from."""

from bisect import bisect
from collections.abc import Iterator
from operator import attrgetter
from typing import NamedTuple

from vaultgraph.model import DELIMITED_STYLES, Card, Note

__all__ = ["OrphanId", "find_cards_that_lost_their_id", "find_orphan_ids"]

_START = attrgetter("start")


class OrphanId(NamedTuple):
    """An ID without a card, the offset of its number, and the new `card` that it belonged to.

    The card is above it and was separated from it by text in between.
    """

    number: int
    start: int
    card: Card | None


def find_orphan_ids(note: Note) -> Iterator[OrphanId]:
    """Yield the IDs of *note* that belong to no card, in order, except those of lost cards."""
    owned = set(note.summary.ids)
    unowned = [each for each in note.parsed.card_ids if each.id not in owned]
    if not unowned or any(fault.kind == "crlf" for fault in note.card_faults):
        return
    free = 0
    for number, start in unowned:
        if not note.card_at(start) and not note.is_in_lost_card(start):
            yield OrphanId(number, start, _separated_card(note, free, start))
            free = start


def find_cards_that_lost_their_id(note: Note) -> Iterator[Card]:
    """Yield the new cards of *note* whose ID is now part of the card below.

    The two cards are not separated by an empty line.
    """
    owned = set(note.summary.ids)
    for number, start in note.parsed.card_ids:
        holder = note.card_at(start) if number not in owned else None
        above = _separated_card(note, 0, holder.start - 1) if holder else None
        if above:
            yield above


def _separated_card(note: Note, free: int, start: int) -> Card | None:
    """The card above *start*, if only text without a marker or heading is between them.

    It must end after *free*, which is the previous orphan ID.
    """
    index = bisect(note.cards, start, key=_START)
    card = note.cards[index - 1] if index else None
    if card is None or card.id or card.end <= free or not _ends_with_id(card):
        return None
    marks, headings = note.parsed.card_marks, note.parsed.headings
    is_marked = bisect(marks, card.end, key=_START) < bisect(marks, start, key=_START)
    is_headed = bisect(headings, card.end, key=_START) < bisect(headings, start, key=_START)
    return None if is_marked or is_headed else card


def _ends_with_id(card: Card) -> bool:
    """Whether the ID of *card* is written below it, not inside."""
    return card.goes_to_anki and card.style not in DELIMITED_STYLES
