"""The rule `orphan-card-id`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, stray_ids
from vaultgraph.graph.dead_markers import dead_markers
from vaultgraph.model import Card, Finding, Note, Place, Severity
from vaultgraph.rules import rule

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@rule(Severity.WARNING)
def orphan_card_id(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """An ID belongs to no flashcard.

    Its card was deleted here but not in Anki; or an empty line cuts it off from its card, which is
    an error, because at the next sync the card is taken for a new one.

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

    When it is wrong to worry: an ID below `DELETE` waits for the sync that deletes its card; one in
    code is an example.  The ID of a card that is lost for another reason, such as a marker that the
    plugin does not see, is reported with the card.

    Fine::

        -- Heat.md --
        DELETE
        <!--ID: 1700000000001-->

    Fine::

        -- Heat.md --
        What is heat? #flashcard #physics
        Energy on its way.
        <!--ID: 1700000000001-->
    """
    strays = [*stray_ids(note)]
    markers = [*dead_markers(graph, note)] if strays else []
    for number, start, card in strays:
        place = Place(note.path, start, start + len(str(number)))
        if any(marker.start < start < marker.card_end for marker in markers):
            continue
        if card:
            yield _cut_off(graph, note, card, number, place)
        else:
            hint = "put it directly below its answer, if its card is still in the vault"
            yield Finding(place, f"ID {number} belongs to no card", hint)


def _cut_off(graph: VaultGraph, note: Note, card: Card, number: int, place: Place) -> Finding:
    asked = graph.vault.line(note.path, card.question_start)
    text = graph.vault.text(note.path)
    what = "an empty line" if text.startswith("\n\n", card.end) else "a comment"
    line = graph.vault.line(note.path, card.end) + 1
    between = text[card.end : place.start].removesuffix("<!--ID: ")
    condition = "if it is the ID of that card, " if _COMMENT.sub("", between).strip() else ""
    return Finding(
        place,
        f"{what} cuts ID {number} off from the card in line {asked}",
        f"{condition}put it in line {line}, directly below the answer",
        severity=Severity.ERROR,
    )
