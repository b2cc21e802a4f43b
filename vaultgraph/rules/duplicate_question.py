"""The rule `duplicate-question`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.duplicate_questions import DuplicateQuestion
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(
    Severity.WARNING,
    plural("{count:,} question asked twice", "{count:,} questions asked twice"),
    on="vault",
)
def duplicate_question(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards of one note type ask the same question.

    Anki refuses a new note whose first field it already has, and Obsidian shows no error: a card
    without an ID is never added, so it is reported as an error.

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

    When it is wrong to worry: cards of different note types may ask the same, and questions that
    differ in one word are different.  Cards without a question, and a card that was copied with its
    ID, which is one note to Anki, are reported by other rules.

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
    for duplicate in graph.duplicate_questions:
        where = _location(graph, duplicate)
        message = say("the same question is asked {where}", where=where)
        if duplicate.is_refused:
            message = say("the same question is asked {where}, so Anki refuses it", where=where)
        yield Finding(
            duplicate.card.span(duplicate.note.path),
            message,
            _hint(duplicate, where),
            severity=Severity.ERROR if duplicate.is_refused else None,
            other=duplicate.first.path,
        )


def _location(graph: VaultGraph, duplicate: DuplicateQuestion) -> str:
    """Where the original of *duplicate* is."""
    path = duplicate.first.path
    line = graph.vault.line(path, duplicate.original.question_start)
    if duplicate.first is duplicate.note:
        return say("on line {line} of this note", line=line)
    return say("in {path}, line {line}", path=path, line=line)


def _hint(duplicate: DuplicateQuestion, where: str) -> str:
    """What to do about *duplicate*, whose original is *where*.

    Only a card that equals the original in everything, and has no ID, can be deleted.
    """
    card, original = duplicate.card, duplicate.original
    if (card.answer, card.more) != (original.answer, original.more):
        return say("say in each question what sets it apart")
    if card.tags != original.tags:
        return say(
            "both have the same answer but different tags: ask something different in one of them"
        )
    if card.id:
        return say("both have the same answer: ask something different in one of them")
    if original.id:
        return say(
            "both have the same answer: keep the one {where}, which has an ID, or reword this one",
            where=where,
        )
    return say("both have the same answer: keep only one of them, or reword one")
