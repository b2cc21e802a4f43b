"""The rule `implausible-card-id`."""

import time
from collections.abc import Iterator
from itertools import groupby
from operator import sub

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Place, Severity
from vaultgraph.rules import rule

_FIRST_ANKI = 1_136_073_600_000  # 2006, in milliseconds
_DAY = 86_400_000
_SECOND = 1_000
_LONGEST_ROW = 20


@rule(Severity.INFO, asks="ids")
def implausible_card_id(graph: VaultGraph) -> Iterator[Finding]:
    """The ID of a flashcard was not given by Anki.

    Anki's IDs are the time at which a note was made, in milliseconds.  One from another age, or a
    row of twenty in even steps, was invented, and Anki knows no card of that ID.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1234-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
    """
    tomorrow = time.time() * 1_000 + _DAY
    ids = {card.id for _, card in graph.cards if card.id and card.goes_to_anki}
    invented = _in_even_steps(ids)
    doubtful = invented | {number for number in ids if not _FIRST_ANKI <= number <= tomorrow}
    for note, card in graph.cards if doubtful else ():
        if card.id not in doubtful or not card.goes_to_anki:
            continue
        if not _FIRST_ANKI <= card.id <= tomorrow:
            yield _finding(note, card, "is no time at which Anki can have made a card")
        else:
            yield _finding(note, card, "stands in a row of even steps, as if counted by hand")


def _finding(note: Note, card: Card, fault: str) -> Finding:
    place = Place(note.path, card.id_start, card.id_start + len(str(card.id)))
    hint = "delete the ID line and sync: Anki gives the card a new one"
    crowd = "{count} IDs were not given by Anki"
    return Finding(place, f"ID {card.id} {fault}", hint, crowd)


def _in_even_steps(ids: set[int]) -> set[int]:
    """Those of *ids* in a row of equal steps.

    Anki itself makes such rows while it takes many cards, with steps of a few milliseconds.
    """
    ordered = sorted(ids)
    rows, end = set(), 0
    for step, equal in groupby(map(sub, ordered[1:], ordered)):
        start, end = end, end + len(list(equal))
        if end - start + 1 >= _LONGEST_ROW and (step == 1 or step >= _SECOND):
            rows.update(ordered[start : end + 1])
    return rows
