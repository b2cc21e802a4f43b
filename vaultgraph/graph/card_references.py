"""How a finding about one flashcard names another."""

from typing import TYPE_CHECKING

from vaultgraph.model import Card, Note

if TYPE_CHECKING:
    from vaultgraph.graph.graph import VaultGraph

__all__ = ["card_location", "card_reference"]


def card_reference(graph: "VaultGraph", note: Note, card: Card, here: Note) -> str:
    """The *card* of *note* by its title, as one says it in the note *here*.

    With its line, if its note has another card of that title.
    """
    title = f"“{card.title}”"
    if note.question_counts[card.title] > 1:
        return f"{title} in {card_location(graph, note, card, here)}"
    return title if note is here else f"{title} in {note.path}"


def card_location(graph: "VaultGraph", note: Note, card: Card, here: Note) -> str:
    """The line of the question of *card*, and its *note* unless that is *here*."""
    line = f"line {graph.vault.line(note.path, card.question_start)}"
    return line if note is here else f"{note.path}, {line}"
