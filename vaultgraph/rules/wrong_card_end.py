"""The rule `wrong-card-end`."""

import re
from bisect import bisect
from collections.abc import Iterator
from operator import itemgetter

from vaultgraph.graph import VaultGraph, add_hint_on_id
from vaultgraph.lazy import lazy_re
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_ID_LINE = lazy_re(r"^(?:<!--)?ID: \d+", re.MULTILINE)
_TAGS_LINE = lazy_re(r"^Tags: ", re.MULTILINE)


@rule(Severity.ERROR, on="card fault", of="nested-block early-end")
def wrong_card_end(graph: VaultGraph, note: Note, fault: CardFault) -> Iterator[Finding]:
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
    place = Span(note.path, fault.start, fault.end)
    if fault.kind == "nested-block":
        next_card = graph.vault.line(note.path, fault.opens)
        message = (
            f"this card has no {words.end_note}, so the card in line {next_card} is part of it"
        )
        hint = _hint(graph, note, fault, words.end_note)
        hint = add_hint_on_id(hint, graph, note, note.card_at(fault.start), fault.opens)
        yield Finding(place, message, hint)
    else:
        message = f"the card ends here, because this line begins with {words.end_note}"
        yield Finding(place, message, "begin the line with another word")


def _hint(graph: VaultGraph, note: Note, fault: CardFault, end: str) -> str:
    """Where the card of *fault* should end: its ID is only read on its last line."""
    marks = note.parsed.card_marks
    index = bisect(marks, fault.start, key=itemgetter(1))
    # What is below the mark of another card may be the ID of that one.
    limit = min(marks[index][1], fault.opens) if index < len(marks) else fault.opens
    text = graph.vault.text(note.path)
    number = _ID_LINE.search(text, fault.start, limit)
    if fault.unpaired:
        hint = f"keep only {end} in line {graph.vault.line(note.path, fault.unpaired)}"
        if number is None or number.start() < fault.unpaired:
            return hint
        line = graph.vault.line(note.path, number.start())
        return f"{hint}, and move the ID in line {line} above it"
    last = number or _TAGS_LINE.search(text, fault.start, limit)
    if last is None:
        return f"write a line {end} below its answer"
    line = graph.vault.line(note.path, last.start()) + 1
    return f"write a line {end} below its {'ID' if number else 'tags'}, in line {line}"
