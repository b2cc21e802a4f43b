"""The rule `orphan-card-id`."""

from bisect import bisect
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def orphan_card_id(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """An ID belongs to no flashcard.

    Its card was deleted here but not in Anki; or an empty line stands between the two, which is an
    error, because at the next sync the card is taken for a new one.

    Bad::

        -- Heat.md --
        What is heat?
        Energy on its way.
        <!--ID: 1700000000001-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
    """
    owned = {card.id for card in note.cards}
    lost = [
        (number, start)
        for number, start in note.record.card_ids
        if number not in owned and not note.card_at(start) and not note.loses(start)
    ]
    text = graph.vault.text(note.path) if lost else ""
    if owned or "\r\n" not in text:
        for number, start in lost:
            place = Place(note.path, start, start + len(str(number)))
            yield _finding(number, place, is_cut_off=_is_cut_off(note, text, start))


def _finding(number: int, place: Place, *, is_cut_off: bool) -> Finding:
    if is_cut_off:
        message = f"an empty line cuts ID {number} off from its card"
        return Finding(place, message, "delete the line above it", severity=Severity.ERROR)
    hint = "put it directly below its answer; DELETE above it deletes it in Anki too"
    return Finding(place, f"ID {number} belongs to no card", hint)


def _is_cut_off(note: Note, text: str, start: int) -> bool:
    """Whether nothing but empty lines stands between the ID at *start* and a card without one."""
    index = bisect(note.cards, start, key=lambda card: card.start)
    above = note.cards[index - 1] if index else None
    return (
        above is not None and not above.id and not text[above.end : start - len("<!--ID: ")].strip()
    )
