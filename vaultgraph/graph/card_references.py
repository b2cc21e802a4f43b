"""Refer to a flashcard in a finding about another one."""

from typing import TYPE_CHECKING

from vaultgraph.messages import say
from vaultgraph.model import Card, Note

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["card_reference"]


def card_reference(graph: "VaultGraph", note: Note, card: Card, here: Note) -> str:
    """Return a reference to *card* of *note*, for a message about the note *here*.

    It is the title, with the path unless the card is in the same note, and with the line if another
    card of its note has that title.
    """
    title = card.title
    if note.question_counts[title] > 1:
        where = _location(graph, note, card, here)
        return say("“{title}” in {where}", title=title, where=where)
    if note is here:
        return say("“{title}”", title=title)
    return say("“{title}” in {where}", title=title, where=note.path)


def _location(graph: "VaultGraph", note: Note, card: Card, here: Note) -> str:
    """The line of the question of *card*, with the path of *note* unless it is *here*."""
    line = graph.vault.line(note.path, card.question_start)
    if note is here:
        return say("line {line}", line=line)
    return say("{path}, line {line}", path=note.path, line=line)
