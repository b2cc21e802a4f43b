"""IDs in a note that belong to no flashcard, and the cards that they were meant for."""

import re
from bisect import bisect
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from vaultgraph.model import WRITTEN_OUT, Card, Note

__all__ = ["StrayId", "UnreadId", "stray_ids", "unread_ids"]

_OFFSET = itemgetter(1)
_HEADING_OFFSET = itemgetter(2)
_UNREAD_ID = (
    r"(?!(?-i:<!--ID: \d))(?:<!--|%%)[ \t]*id[ \t]*[:=]?[ \t]*(?P<comment>\d{1,20})[ \t]*(?:-->|%%)"
)
_UNREAD_BARE_ID = r"(?<![^\n])id(?:[ \t]*[:=][ \t]*|[ \t]+)(?P<bare>1\d{12})"
_AT_END = re.compile(rf"(?:{_UNREAD_ID}|{_UNREAD_BARE_ID})\s*\Z", re.IGNORECASE)
_BELOW_END = len("\n\n<!--ID: ")
_BELOW = re.compile(rf"[ \t]*\n?[ \t]*(?P<id>{_UNREAD_ID})", re.IGNORECASE)


class StrayId(NamedTuple):
    """An ID, the offset of its number, and the new `card` above it that it was meant for."""

    number: int
    start: int
    card: Card | None


class UnreadId(NamedTuple):
    """An ID from `start` to `end` that the plugin does not read, for the way it is written."""

    number: int
    start: int
    end: int
    card: Card


def unread_ids(note: Note, text: str) -> Iterator[UnreadId]:
    """Yield the IDs that end a card of *note*, with this *text*, or follow it, and are not read.

    The plugin reads `ID: ` in capitals and with one space, at the start of a line or of a comment.
    Outside a comment only 13 digits are an ID, for an answer may end in a number.
    """
    for card in note.cards:
        if card.id or not card.goes_to_anki:
            continue
        whole = text[card.start : card.id_start].rstrip()
        last = _AT_END.search(whole, max(0, whole.rfind("\n")))
        if last:
            number = last["comment"] or last["bare"]
            yield UnreadId(int(number), card.start + last.start(), card.start + last.end(), card)
        elif _ends_with_id(card) and (below := _BELOW.match(text, card.end)):
            yield UnreadId(int(below["comment"]), *below.span("id"), card)


def stray_ids(note: Note) -> Iterator[StrayId]:
    """Yield the IDs of *note* that belong to no card, in order, but not those of lost cards."""
    if any(fault[0] == "crlf" for fault in note.record.card_faults):
        return
    owned = {card.id for card in note.cards}
    free = 0
    for number, start in note.record.card_ids:
        if number not in owned and not note.card_at(start) and not note.loses(start):
            yield StrayId(number, start, _cut_off(note, free, start))
            free = start


def _cut_off(note: Note, free: int, start: int) -> Card | None:
    """The card that ends behind *free*, if only text without a mark is between it and *start*.

    A written-out card has its ID inside; one directly below is as good as cut off.
    """
    index = bisect(note.cards, start, key=lambda card: card.start)
    card = note.cards[index - 1] if index else None
    if card is None or card.id or card.end <= free or not card.goes_to_anki:
        return None
    if not _ends_with_id(card):
        return card if start - card.end <= _BELOW_END else None
    marks, headings = note.record.card_marks, note.record.headings
    is_marked = bisect(marks, card.end, key=_OFFSET) < bisect(marks, start, key=_OFFSET)
    is_headed = bisect(headings, card.end, key=_HEADING_OFFSET) < bisect(
        headings, start, key=_HEADING_OFFSET
    )
    return None if is_marked or is_headed else card


def _ends_with_id(card: Card) -> bool:
    """Whether the place of an ID is below *card*, and not within it."""
    return card.goes_to_anki and card.style not in WRITTEN_OUT
