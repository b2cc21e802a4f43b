"""The rule `wrong-card-end`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import CardFault, Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def wrong_card_end(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A written-out flashcard ends too late or too early.

    Without its END a card runs on to that of the next card, and takes it in, ID and all.  And a
    line that begins with the word END ends a card, even if the word goes on.

    Bad::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.

        START
        Basic
        What is work?
        Back: Force times distance.
        END

    Good::

        -- Heat.md --
        START
        Basic
        What is heat?
        Back: Energy on its way.
        END

        START
        Basic
        What is work?
        Back: Force times distance.
        END

    When it is wrong to worry: text behind END is fine as long as no other END follows before the
    next card; and the word START within a card counts only if a known note type is below it.

    Fine::

        -- Heat.md --
        START
        Basic
        What is the first word?
        Back: it is
        START
        in capital letters.
        END of the card

        The rest is text.
    """
    words = graph.vault.card_finder.settings.words
    for fault in note.card_faults:
        place = Place(note.path, fault.start, fault.end)
        if fault.kind == "nested-block":
            next_card = graph.vault.line(note.path, fault.opens)
            message = (
                f"this card has no {words.end_note}, so the card in line {next_card} is part of it"
            )
            yield Finding(place, message, _hint(graph, note, fault, words.end_note))
        elif fault.kind == "early-end":
            message = f"the card ends here, because this line begins with {words.end_note}"
            yield Finding(place, message, "begin the line with another word")


def _hint(graph: VaultGraph, note: Note, fault: CardFault, end: str) -> str:
    if fault.unpaired:
        line = graph.vault.line(note.path, fault.unpaired)
        return f"keep only {end} in line {line}"
    return f"write a line {end} below its answer"
