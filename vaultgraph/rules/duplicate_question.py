"""The rule `duplicate-question`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph, card_location
from vaultgraph.graph.duplicate_questions import DuplicateQuestion
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, on="vault")
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

    When it is wrong to worry: cards of two note types may ask the same, and so may questions that
    are alike but for a word.  Two cards without a question ask nothing, and a card that was copied
    with its ID is one note to Anki; other rules report those.

    Fine::

        -- Heat.md --
        How does heat leave an engine? #flashcard
        Through the exhaust.

        How does heat enter an engine? #flashcard
        With the fuel.

    Fine::

        -- Heat.md --
        START
        Basic

        Back: Energy on its way.
        END

        START
        Basic

        Back: Force times distance.
        END
    """
    for repeat in graph.duplicate_questions:
        note, kept = repeat.note, repeat.first
        where = f"{card_location(graph, kept, repeat.original, note)}" + " of this note" * (
            kept is note
        )
        yield Finding(
            repeat.card.span(note.path),
            f"the same question is asked in {where}" + ", so Anki refuses it" * repeat.is_refused,
            _hint(repeat, where),
            severity=Severity.ERROR if repeat.is_refused else None,
            other=kept.path,
        )


def _hint(repeat: DuplicateQuestion, where: str) -> str:
    """What to do about *repeat*, whose original is *where*.

    Only a card that is the same in everything, and unknown to Anki, may go.
    """
    card, original = repeat.card, repeat.original
    if (card.answer, card.more) != (original.answer, original.more):
        return "say in each question what sets it apart"
    if card.tags != original.tags:
        return "both have the same answer, and other tags: ask for something else in one of them"
    if card.id:
        return "both have the same answer: ask for something else in one of them"
    kept = f"the one in {where}, which has an ID" if original.id else "one of them"
    return f"both have the same answer: keep {kept}, or ask in other words"
