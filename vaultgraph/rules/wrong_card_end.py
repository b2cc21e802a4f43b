"""The rule `wrong-card-end`."""

import re
from bisect import bisect
from collections.abc import Iterator
from operator import attrgetter

from vaultgraph.graph import VaultGraph, add_hint_on_id
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import CardFault, Finding, Note, Severity, Span
from vaultgraph.rules import rule

_ID_LINE = lazy_re(r"^(?:<!--)?ID: \d+", re.MULTILINE)
_TAGS_LINE = lazy_re(r"^Tags: ", re.MULTILINE)


@rule(
    Severity.ERROR,
    plural("{count:,} card with a wrong end", "{count:,} cards with a wrong end"),
    on="card fault",
    of="nested-block early-end",
)
def wrong_card_end(graph: VaultGraph, note: Note, fault: CardFault) -> Iterator[Finding]:
    """A card written with START and END ends too late or too early.

    Without its END a card runs on to the END of the next card, which becomes part of it, ID and
    all.  A line that begins with END ends a card, even if it is only the beginning of a word.

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

    When it is wrong to worry: text after END is fine as long as no other END follows before the
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
        message = say(
            "this card has no {end}, so the card on line {line} is part of it",
            end=words.end_note,
            line=next_card,
        )
        hint = _hint(graph, note, fault, words.end_note)
        card = note.card_at(fault.start)
        yield Finding(place, message, add_hint_on_id(hint, graph, note, card, fault.opens))
    else:
        message = say("the card ends here, because this line begins with {end}", end=words.end_note)
        yield Finding(place, message, say("begin the line with another word"))


def _hint(graph: VaultGraph, note: Note, fault: CardFault, end: str) -> Message:
    """Where the card of *fault* should end: its ID is only read on its last line."""
    marks = note.parsed.card_marks
    index = bisect(marks, fault.start, key=attrgetter("start"))
    # An ID below the mark of another card may belong to that card.
    limit = min(marks[index].start, fault.opens) if index < len(marks) else fault.opens
    text = graph.vault.text(note.path)
    number = _ID_LINE.search(text, fault.start, limit)
    if fault.unpaired:
        line = graph.vault.line(note.path, fault.unpaired)
        if number is None or number.start() < fault.unpaired:
            return say("keep only {end} on line {line}", end=end, line=line)
        return say(
            "keep only {end} on line {line}, and move the ID on line {id_line} above it",
            end=end,
            line=line,
            id_line=graph.vault.line(note.path, number.start()),
        )
    if number:
        line = graph.vault.line(note.path, number.start()) + 1
        return say("write a line {end} below its ID, on line {line}", end=end, line=line)
    if tags := _TAGS_LINE.search(text, fault.start, limit):
        line = graph.vault.line(note.path, tags.start()) + 1
        return say("write a line {end} below its tags, on line {line}", end=end, line=line)
    return say("write a line {end} below its answer", end=end)
