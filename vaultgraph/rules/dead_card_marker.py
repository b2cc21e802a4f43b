"""The rule `dead-card-marker`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity, Tag
from vaultgraph.rules import rule


@rule(Severity.ERROR, skips_templates=True)
def dead_card_marker(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A line is marked as a flashcard, but Obsidian_to_Anki does not see one.

    The plugin wants one blank before the tag, at most one behind it, and an answer below.  Such a
    card is never sent to Anki, and nothing says so.

    Bad::

        -- Heat.md --
        What is heat?#flashcard
        Energy on its way.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
    """
    marks = map(Tag._make, note.record.card_marks)
    dead = [mark for mark in marks if not note.card_at(mark.start) if not note.loses(mark.start)]
    if dead:
        yield from _findings(note, dead, graph.vault.text(note.path))


def _findings(note: Note, marks: list[Tag], text: str) -> Iterator[Finding]:
    for mark in marks:
        end = mark.start + len(mark.name)
        before = text[text.rfind("\n", 0, mark.start) + 1 : mark.start]
        behind = text[end : (text + "\n").index("\n", end)]
        asks = before.strip(" \t>*-").removesuffix("Tags:").strip()
        prose = behind.strip() and behind.strip()[0] not in "#!<^" and not asks.endswith("?")
        if asks and not prose and "\r" not in behind:
            reason, hint = _reason(mark, before, behind)
            place = Place(note.path, mark.start, end)
            yield Finding(place, f"the plugin sees no card here: {reason}", hint)


def _reason(mark: Tag, before: str, behind: str) -> tuple[str, str]:
    if behind.strip():
        return "there is text behind the tag", f"end the line with {mark.name}"
    if len(behind) > 1:
        return "there is more than one blank behind the tag", "delete the blanks"
    if mark.name != mark.name.lower():
        return "the tag has capital letters", f"write {mark.name.lower()}"
    if not before.endswith(" "):
        return "there is no blank before the tag", f"put one before {mark.name}"
    return "no answer follows", "write the answer on the next line"
