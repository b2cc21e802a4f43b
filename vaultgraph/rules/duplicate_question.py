"""The rule `duplicate-question`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def duplicate_question(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards of one note type ask the same question.

    Anki refuses a new note whose first field it knows, without a word in Obsidian: the second card
    is never learned.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        What is heat? #flashcard
        Motion of particles, seen from far.
        <!--ID: 1700000000002-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        What is temperature? #flashcard
        Motion of particles, seen from far.
        <!--ID: 1700000000002-->
    """
    first: dict[tuple[str, str], tuple[Note, Card]] = {}
    for note, card in graph.cards:
        asked = first.setdefault((card.note_type, card.question), (note, card))
        if asked[1] is not card:
            where = "this note" if asked[0] is note else asked[0].path
            place = card.place(note.path)
            yield Finding(
                place,
                f"the same question is asked in {where} already",
                "delete one of the cards, or ask in other words",
            )
