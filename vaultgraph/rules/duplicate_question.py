"""The rule `duplicate-question`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, whereabouts
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="cards")
def duplicate_question(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards of one note type ask the same question.

    Anki refuses a new note whose first field it knows, without a word in Obsidian: a card that has
    no ID yet is never learned, which is an error.

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
    for repeat in graph.repeats:
        note, kept = repeat.note, repeat.kept
        where = whereabouts(graph, kept, repeat.original, note) + " of this note" * (kept is note)
        yield Finding(
            repeat.card.place(note.path),
            f"the same question is asked in {where}" + ", so Anki refuses it" * repeat.is_refused,
            "delete one of the cards, or ask in other words",
            severity=Severity.ERROR if repeat.is_refused else None,
            other=kept.path,
        )
