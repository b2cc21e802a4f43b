"""How a finding about one flashcard names another."""

from typing import TYPE_CHECKING

from vaultgraph.messages import say
from vaultgraph.model import Card, Note

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["card_reference"]


def card_reference(graph: "VaultGraph", note: Note, card: Card, here: Note) -> str:
    """The *card* of *note* by its title, as one says it in the note *here*.

    With its line, if its note has another card of that title.
    """
    title = card.title
    if note.question_counts[title] > 1:
        where = _location(graph, note, card, here)
        return say("“{title}” in {where}", title=title, where=where)
    if note is here:
        return say("“{title}”", title=title)
    return say("“{title}” in {where}", title=title, where=note.path)


def _location(graph: "VaultGraph", note: Note, card: Card, here: Note) -> str:
    """The line of the question of *card*, and its *note* unless that is *here*."""
    line = graph.vault.line(note.path, card.question_start)
    if note is here:
        return say("line {line}", line=line)
    return say("{path}, line {line}", path=note.path, line=line)
