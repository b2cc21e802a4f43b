"""The rule `dead-card-marker`."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import itemgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.dead_markers import DeadMarker, find_dead_markers
from vaultgraph.graph.folder_notes import is_found_by_name
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_ID_BELOW = lazy_re(r"\s*<!--ID:")


@rule(
    Severity.ERROR,
    plural("{count:,} card marker that does nothing", "{count:,} card markers that do nothing"),
    on="note",
    of="card_marks",
    skips_templates=True,
)
def dead_card_marker(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A line is marked as a flashcard, but Obsidian_to_Anki does not see one.

    The plugin needs one space before the tag, at most one after it, and an answer below.  Such a
    card is never sent to Anki, without any warning.  An ID below its answer is not reported apart.

    Bad::

        -- Heat.md --
        What is heat?#flashcard
        Energy on its way.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

    When it is wrong to worry: a tag alone on its line without an ID below its text, or in the
    middle of a sentence, is about cards and marks none; in code it is an example.  Neither is
    reported.

    Fine::

        -- Heat.md --
        The lines with #flashcard at their end become cards, `such as this? #flashcard #example`.

        Tags: #flashcard
    """
    markers = [*find_dead_markers(graph, note)]
    if not markers or any(fault.kind == "crlf" for fault in note.card_faults):
        return  # the line endings hide cards, which crlf-card-note reports
    if is_found_by_name(note) and not note.parsed.card_ids:
        return  # it explains how cards are written
    counts = Counter(number for number, _ in note.parsed.card_ids)
    for marker in markers:
        text = graph.vault.text(note.path)
        reason, hint = _reason(marker, text)
        if _runs_into_line_above(marker, text):
            hint = say("{advice}, and leave an empty line above the question", advice=hint)
        if repeated := _repeated_id(note, marker, counts):
            hint = say(
                "{advice}; ID {id} is below two texts: check first which of them Anki has",
                advice=hint,
                id=repeated,
            )
        place = Span(note.path, marker.start, marker.start + len(marker.name))
        message = say("the plugin sees no card here: {reason}", reason=reason)
        yield Finding(place, message, hint)


def _runs_into_line_above(marker: DeadMarker, text: str) -> bool:
    """Whether text above the line of *marker* would become part of the question."""
    line_start = text.rfind("\n", 0, marker.start) + 1
    above = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start].strip()
    return bool(marker.before and above) and not above.startswith("#")


def _repeated_id(note: Note, marker: DeadMarker, counts: Mapping[int, int]) -> int:
    """The ID below *marker* that *note* has more than once, according to *counts*, else 0."""
    ids = note.parsed.card_ids
    first = bisect_right(ids, marker.start, key=itemgetter(1))
    last = bisect_left(ids, marker.card_end, key=itemgetter(1))
    return next((number for number, _ in ids[first:last] if counts[number] > 1), 0)


def _reason(marker: DeadMarker, text: str) -> tuple[Message, Message]:
    """Why *marker* in *text* marks no card, and what to do."""
    if not marker.before and text[: marker.start].strip():
        return (
            say("the tag is below the question"),
            say("end the line above with {tag}, and delete this one", tag=marker.name),
        )
    if marker.after.strip():
        return (
            say("there is text after the tag"),
            say("end the line with {tag}", tag=marker.spelled),
        )
    return _reason_at_end(marker, text)


def _reason_at_end(marker: DeadMarker, text: str) -> tuple[Message, Message]:
    """Why *marker* at the end of its line in *text* marks no card, and what to do."""
    name, after = marker.name, marker.after
    if len(after) > 1:
        return say("there is more than one space after the tag"), say("delete the spaces")
    if name != marker.spelled:
        reason = (
            say("the tag has capital letters")
            if marker.spelled == name.lower()
            else say("the tag has other capital letters")
        )
        return reason, say("write {text}", text=marker.spelled)
    if not marker.before.endswith(" "):
        return say("there is no space before the tag"), say("put one before {tag}", tag=name)
    line_end = marker.start + len(name) + len(after)
    if _ID_BELOW.match(text, line_end):
        return (
            say("an ID is between the tag and the answer"),
            say("move the ID below the answer of the card that it belongs to"),
        )
    return say("no answer follows"), say("write the answer on the next line")
