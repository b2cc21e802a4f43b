"""Detect flashcards that contain another one."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from vaultgraph.graph.dead_markers import is_meant
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say
from vaultgraph.model import DELIMITED_STYLES, Card, Note, Tag
from vaultgraph.reading import MEANT_ID, LastSync, masked

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["add_hint_on_id", "holds_another", "is_paragraph"]

_PARAGRAPHS = {"neuracache", "ruled", "custom"}
_MARKED = "neuracache"
_START = attrgetter("start")
_ID = "ID: "
_ANY_ID = lazy_re(r"\bID: ?\d{10,}")


def is_paragraph(card: Card) -> bool:
    """Whether the question of *card* is a whole paragraph, whatever it contains."""
    return card.style in _PARAGRAPHS


def holds_another(graph: "VaultGraph", note: Note, card: Card) -> bool:
    """Whether *card* of *note* contains the marker or ID of another card outside code.

    Delimited cards have a marker at both ends, and are checked by `wrong-card-end`.
    """
    if not card.goes_to_anki or card.style in DELIMITED_STYLES:
        return False
    if is_paragraph(card) and _other_marks(graph, note, card):
        return True
    may_have_id = _ID in card.question or _ID in card.back
    return may_have_id and (_has_id(card.question) or _has_id(card.back))


def add_hint_on_id(
    hint: str, graph: "VaultGraph", note: Note, card: Card | None, second: int
) -> str:
    """Return *hint*, to end *card* before offset *second*, with a warning about its ID.

    In Anki, the ID at the end of both cards belongs to the first one. Left there, it would become
    the ID of the second card, whose text would replace the first in Anki and inherit its history.
    """
    if card is None or not card.id or card.id_start < second:
        return hint
    if _ANY_ID.search(graph.vault.text(note.path), card.start, second):
        return hint  # the first card has its own ID, possibly inside a list or a quote
    line = graph.vault.line(note.path, card.id_start)
    finder = graph.vault.card_finder
    try:
        synced = finder.last_sync(note.path, graph.vault.text(note.path))
    except KeyError:
        synced = LastSync.OTHER
    if synced is LastSync.SAME:
        return say(
            "{hint}, and move the ID on line {line} below the answer of the first card, "
            "whose ID it is",
            hint=hint,
            line=line,
        )
    return say(
        "{hint}; if the note was synced like this, move the ID on line {line} "
        "below the answer of the first card",
        hint=hint,
        line=line,
    )


def _other_marks(graph: "VaultGraph", note: Note, card: Card) -> Sequence[Tag]:
    """The tags that mark a card in the paragraph of *card*, except its own, in order."""
    marks, is_marked = note.parsed.card_marks, card.style == _MARKED
    first = bisect_left(marks, card.start, key=_START)
    own = bisect_left(marks, card.question_start + len(card.question), key=_START)
    end = bisect_left(marks, card.end, key=_START)
    if first >= own and own + is_marked >= end:
        return ()
    others = [*marks[first:own], *marks[own + is_marked : end]]
    text = graph.vault.text(note.path)
    return [mark for mark in others if is_meant(text, mark)]


def _has_id(side: str) -> bool:
    return _ID in side and MEANT_ID.search(masked(side, "code")[0]) is not None
