"""Statistics of the decks in an audit."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from vaultgraph.auditing.recall import recall_by_deck
from vaultgraph.auditing.result import Deck, Recall
from vaultgraph.auditing.scope import Scope
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.cards import is_image_only
from vaultgraph.model import Card, Diagnostic, Note

__all__ = ["count_decks"]


def count_decks(
    graph: VaultGraph,
    scope: Scope,
    duplicates: Iterable[Diagnostic],
    recalls: Mapping[int, Recall],
) -> Iterator[Deck]:
    """Yield the decks of *scope*, by name.

    *duplicates* are findings about duplicate cards, *recalls* the state of cards in Anki by ID.
    """
    duplicate_counts = Counter(
        card.deck for found in duplicates if (card := graph.card_at(*found.span[:2])) is not None
    )
    empty = Counter(_decks_without_cards(graph, scope))
    by_deck = recall_by_deck(recalls, scope.cards)
    members: defaultdict[str, list[tuple[Note, Card]]] = defaultdict(list)
    for note, card in scope.cards:
        members[card.deck].append((note, card))
    for name in sorted({*members, *empty}):
        cards = [card for _, card in members[name]]
        yield Deck(
            name,
            notes=len({note.path for note, _ in members[name]}),
            cards=len(cards),
            without_id=sum(card.lacks_id for card in cards),
            image_only=sum(map(is_image_only, cards)),
            duplicates=duplicate_counts[name],
            notes_without_cards=empty[name],
            recall=by_deck.get(name, Recall()),
        )


def _decks_without_cards(graph: VaultGraph, scope: Scope) -> Iterator[str]:
    """Yield the deck of every note in *scope* that names a deck but has no cards."""
    for path in scope.paths:
        if not graph.vault.notes[path].summary.ids:
            deck = graph.vault.card_finder.named_deck(path, graph.vault.text(path))
            if deck:
                yield deck
