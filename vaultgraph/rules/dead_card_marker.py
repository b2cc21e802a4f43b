"""The rule `dead-card-marker`."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping
from operator import itemgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.dead_markers import DeadMarker, find_dead_markers
from vaultgraph.graph.folder_notes import is_found_by_name
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_ID_BELOW = lazy_re(r"\s*<!--ID:")


@rule(Severity.ERROR, on="note", of="card_marks", skips_templates=True)
def dead_card_marker(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A line is marked as a flashcard, but Obsidian_to_Anki does not see one.

    The plugin wants one space before the tag, at most one behind it, and an answer below.  Such a
    card is never sent to Anki, and nothing says so.  An ID below its answer is part of this fault.

    Bad::

        -- Heat.md --
        What is heat?#flashcard
        Energy on its way.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

    When it is wrong to worry: a tag alone on its line, with no ID below its text, or in the middle
    of a sentence, is about cards and marks none; in code it is an example.  Neither is reported.

    Fine::

        -- Heat.md --
        The lines with #flashcard at their end become cards, `such as this? #flashcard #example`.

        Tags: #flashcard
    """
    markers = [*find_dead_markers(graph, note)]
    if not markers or any(fault.kind == "crlf" for fault in note.card_faults):
        return  # the line ends hide cards, which crlf-card-note reports
    if is_found_by_name(note) and not note.parsed.card_ids:
        return  # it explains how cards are written
    numbers = Counter(number for number, _ in note.parsed.card_ids)
    for marker in markers:
        text = graph.vault.text(note.path)
        reason, hint = _reason(marker, text)
        hint += _on_line_above(marker, text) + _on_id(note, marker, numbers)
        place = Span(note.path, marker.start, marker.start + len(marker.name))
        yield Finding(place, f"the plugin sees no card here: {reason}", hint)


def _on_line_above(marker: DeadMarker, text: str) -> str:
    """What else to do if text above the line of *marker* would become part of the question."""
    line_start = text.rfind("\n", 0, marker.start) + 1
    above = text[text.rfind("\n", 0, max(0, line_start - 1)) + 1 : line_start].strip()
    is_apart = not marker.before or not above or above.startswith("#")
    return "" if is_apart else ", and leave an empty line above the question"


def _on_id(note: Note, marker: DeadMarker, numbers: Mapping[int, int]) -> str:
    """What to know of the ID below *marker* if *note* has it more than once, by its *numbers*."""
    ids = note.parsed.card_ids
    first = bisect_right(ids, marker.start, key=itemgetter(1))
    last = bisect_left(ids, marker.card_end, key=itemgetter(1))
    twice = next((number for number, _ in ids[first:last] if numbers[number] > 1), 0)
    return f"; ID {twice} is below two texts: see first which of them Anki has" if twice else ""


def _reason(marker: DeadMarker, text: str) -> tuple[str, str]:
    if not marker.before and text[: marker.start].strip():
        return (
            "the tag is below the question",
            f"end the line above with {marker.name}, and delete this one",
        )
    if marker.behind.strip():
        return "there is text behind the tag", f"end the line with {marker.spelled}"
    return _reason_at_end(marker, text)


def _reason_at_end(marker: DeadMarker, text: str) -> tuple[str, str]:
    """Why *marker* at the end of its line in *text* is none, and what to do."""
    name, behind = marker.name, marker.behind
    if len(behind) > 1:
        return "there is more than one space behind the tag", "delete the spaces"
    if name != marker.spelled:
        is_lower = marker.spelled == name.lower()
        reason = "the tag has capital letters" if is_lower else "the tag has other capitals"
        return reason, f"write {marker.spelled}"
    if not marker.before.endswith(" "):
        return "there is no space before the tag", f"put one before {name}"
    line_end = marker.start + len(name) + len(behind)
    if _ID_BELOW.match(text, line_end):
        reason = "an ID stands between it and an answer"
        return reason, "move the ID below the answer of the card that it belongs to"
    return "no answer follows", "write the answer on the next line"
