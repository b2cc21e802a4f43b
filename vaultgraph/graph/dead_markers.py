"""Find lines that are tagged as a flashcard, but are not one for Obsidian_to_Anki."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.model import Note, Tag

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["DeadMarker", "find_dead_markers", "is_meant", "spelled_marker"]


class DeadMarker(NamedTuple):
    """A tag that was meant to mark a card: its `name` and `start`.

    `before` and `after` are the text around it on its line. The plugin would accept it if it were
    `spelled` this way. Its card would end at `card_end`, including the ID.
    """

    name: str
    start: int
    before: str
    after: str
    spelled: str
    card_end: int


def find_dead_markers(graph: "VaultGraph", note: Note) -> Iterator[DeadMarker]:
    """Yield the markers of *note* that the plugin does not recognise, in order.

    Markers in cards that are lost for another reason are left out.
    """
    marks = note.parsed.card_marks if note.has("card_marks") else ()
    free = [
        mark for mark in marks if not (note.card_at(mark.start) or note.is_in_lost_card(mark.start))
    ]
    text = graph.vault.text(note.path) if free else ""
    for mark in free:
        if is_meant(text, mark) or _is_below_question(text, mark):
            before, after = _around(text, mark)
            line_end = mark.start + len(mark.name) + len(after)
            spelled = spelled_marker(graph, mark.name)
            yield DeadMarker(*mark, before, after, spelled, _paragraph_end(text, line_end))


def is_meant(text: str, mark: Tag) -> bool:
    """Whether the tag *mark* in *text* is meant to mark a card, even if it does not.

    It is not if it is alone on its line, or in the middle of a sentence.
    """
    before, after = _around(text, mark)
    question = before.strip(" \t>*-").removesuffix("Tags:").strip()
    is_prose = after.strip() and after.strip()[0] not in "#!<^" and not question.endswith("?")
    return bool(question) and not is_prose and "\r" not in after


def _is_below_question(text: str, mark: Tag) -> bool:
    """Whether *mark* is alone on a line between a line of text and an answer with an ID."""
    before, after = _around(text, mark)
    if before or after.strip():
        return False
    above = text[text.rfind("\n", 0, max(0, mark.start - 1)) + 1 : mark.start].strip()
    below = text[mark.start : _paragraph_end(text, mark.start + len(mark.name) + len(after))]
    return bool(above.strip("-*_ ")) and not above.startswith("<!--") and "\n<!--ID: " in below


def _around(text: str, mark: Tag) -> tuple[str, str]:
    """The text before and after *mark* on its line."""
    end = mark.start + len(mark.name)
    line_start, line_end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", end)
    return text[line_start : mark.start], text[end : line_end if line_end >= 0 else len(text)]


def spelled_marker(graph: "VaultGraph", name: str) -> str:
    """Return the tag *name* as spelled in the vault's regular expressions; they match case."""
    for _, expression in graph.vault.card_finder.settings.patterns:
        start = expression.lower().find(name.lower())
        if start >= 0:
            return expression[start : start + len(name)]
    return name.lower()


def _paragraph_end(text: str, line_end: int) -> int:
    """The end of the answer, as the plugin reads it, to a question that ends at *line_end*."""
    start = line_end
    while text.startswith("\n", start):
        start += 1
    end = text.find("\n\n", start)
    return len(text) if end < 0 else end
