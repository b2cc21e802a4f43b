"""The rule `orphan-card-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, stray_ids
from vaultgraph.model import Card, Finding, Note, Place, Severity
from vaultgraph.rules import rule


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
    """
    for number, start, card in stray_ids(note):
        place = Place(note.path, start, start + len(str(number)))
        if card:
            yield _cut_off(graph, note, card, number, place)
        else:
            hint = "put it directly below its answer; DELETE above it deletes it in Anki too"
            yield Finding(place, f"ID {number} belongs to no card", hint)


def _cut_off(graph: VaultGraph, note: Note, card: Card, number: int, place: Place) -> Finding:
    text = graph.vault.text(note.path)
    what = "an empty line" if text.startswith("\n\n", card.end) else "a comment"
    line = graph.vault.line(note.path, card.end) + 1
    asked = graph.vault.line(note.path, card.question_start)
    return Finding(
        place,
        f"{what} cuts ID {number} off from the card in line {asked}",
        f"put it in line {line}, directly below the answer, or delete what parts the two",
        severity=Severity.ERROR,
    )
