"""The rule `empty-answer`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.rules import rule

_ONE_FIELD = 1


@rule(Severity.ERROR)
def empty_answer(graph: VaultGraph, note: Note, card: Card) -> Iterator[Finding]:
    """A flashcard has no answer.

    Anki takes it and asks it, and shows nothing on the back.  A cloze needs none, nor does a note
    type of a single field.

    Bad::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back:
        <!--ID: 1700000000001-->
        END

    Good::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        <!--ID: 1700000000001-->
        END
    """
    fields = graph.vault.card_finder.settings.fields
    needs_one = "cloze" not in card.note_type.lower() and card.style not in {
        "cloze",
        "highlight",
    }
    if needs_one and not card.answer and len(fields.get(card.note_type, ())) != _ONE_FIELD:
        yield Finding(card.place(note.path), "this card has no answer", "write one")
