"""The rule `orphan-card-id`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, stray_ids
from vaultgraph.graph.dead_markers import dead_markers
from vaultgraph.graph.strays import UnreadId, unread_ids
from vaultgraph.model import WRITTEN_OUT, Card, Finding, Fix, Note, Place, Severity
from vaultgraph.rules import rule

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


@rule(Severity.WARNING)
def orphan_card_id(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """An ID belongs to no flashcard.

    Its card was deleted here but not in Anki.  Or an empty line cuts it off from its card, or the
    plugin does not read it for the way it is written: then it is an error, because at the next sync
    the card is taken for a new one, and what Anki knows of the old one is lost to it.

    When it is wrong to worry: an ID below `DELETE` waits for the sync that deletes its card; one in
    code is an example.  The ID of a card that is lost for another reason, such as a marker that the
    plugin does not see, is reported with the card.

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
    if 0 in note.gist.ids:
        for unread in unread_ids(note, graph.vault.text(note.path)):
            yield _unread(note, unread)


def _cut_off(graph: VaultGraph, note: Note, card: Card, number: int, place: Place) -> Finding:
    asked = graph.vault.line(note.path, card.question_start)
    if card.style in WRITTEN_OUT:
        words = graph.vault.card_finder.settings.words
        end = words.end_note if card.style == "block" else words.end_inline
        message = f"ID {number} is outside of the card in line {asked}, so it is not read"
        return Finding(place, message, f"move it in front of {end}", severity=Severity.ERROR)
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


def _unread(note: Note, unread: UnreadId) -> Finding:
    written = f"<!--ID: {unread.number}-->"
    return Finding(
        Place(note.path, unread.start, unread.end),
        f"the plugin does not read ID {unread.number}, and would add its card to Anki again",
        f"write {written}, before the next sync",
        severity=Severity.ERROR,
        fix=Fix(written, safe=False),
    )
