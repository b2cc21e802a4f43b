"""Where in its note a part of a flashcard is."""

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.model import Card, Note, Span

__all__ = ["place_in_card"]


def place_in_card(graph: VaultGraph, note: Note, card: Card, part: str) -> Span:
    """Return the span of the text *part* of *card*; that of its question if it is not found as is.

    The fields of a card are without the markup around them, such as that of a list or a quote.
    """
    text = graph.vault.text(note.path)
    start = text.find(part, card.start, card.end)
    if not part or start < 0:
        return card.span(note.path)
    return Span(note.path, start, start + len(part))
