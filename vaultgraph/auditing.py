"""Is the vault ready to study from?  What blocks it, what is not covered, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.causes import Cause
from vaultgraph.graph.study import Study, study_order
from vaultgraph.linting import choose_rules, lint
from vaultgraph.model import Card, Diagnostic, Note
from vaultgraph.reading import without_embeds

__all__ = ["Audit", "Deck", "Step", "audit"]

_BLOCKING = (
    "broken-image",
    "corrupt-image",
    "card-without-id",
    "duplicate-card-id",
    "dead-card-marker",
    "merged-cards",
    "swallowed-card",
    "empty-answer",
    "unknown-note-type",
    "crlf-card-note",
    "unreadable-note",
)
_DUPLICATES = ("duplicate-question", "duplicate-answer")
_MOST_HUBS = 5


class Deck(NamedTuple):
    """A deck in numbers: notes, cards, those without ID, those whose answer is only images."""

    name: str
    notes: int
    cards: int
    without_id: int
    image_only: int


class Step(NamedTuple):
    """A note to study, with the number of its cards."""

    path: str
    name: str
    cards: int


class Audit(NamedTuple):
    """What the audit of a vault found.

    `blockers` stand in the way of studying, `duplicates` are worth a look.  `order` is the study
    path; `broken_cycles` are the relations (from, to) that had to be left out of it.  `uncovered`
    are notes that a relation points at but that ask nothing, `missing` counts the links to notes
    that do not exist, `hubs` the notes that each of the most connected ones is linked with.
    """

    vault: str
    notes: int
    notes_with_cards: int
    cards: int
    ids: int
    blockers: tuple[Diagnostic, ...]
    duplicates: tuple[Diagnostic, ...]
    decks: tuple[Deck, ...]
    order: tuple[Step, ...]
    broken_cycles: tuple[tuple[str, str], ...]
    uncovered: tuple[str, ...]
    missing: tuple[tuple[str, int], ...]
    hubs: tuple[tuple[str, int], ...]

    @property
    def ready(self) -> bool:
        """Whether there are cards, and nothing stands in their way."""
        return self.cards > 0 and not self.blockers


def audit(graph: VaultGraph) -> Audit:
    """Audit the vault of *graph* before studying from it."""
    blockers = [d for d in lint(graph, choose_rules(_BLOCKING)) if _concerns_cards(graph, d)]
    study = study_order(graph)
    cards = graph.cards
    return Audit(
        vault=graph.vault.name,
        notes=len(graph.notes),
        notes_with_cards=len({note.path for note, _ in cards}),
        cards=len(cards),
        ids=len({card.id for _, card in cards if card.id}),
        blockers=tuple(blockers),
        duplicates=tuple(lint(graph, choose_rules(_DUPLICATES))),
        decks=tuple(_decks(cards)),
        order=tuple(_step(graph, path) for path in study.order),
        broken_cycles=study.left_out,
        uncovered=tuple(_uncovered(graph, study)),
        missing=_missing(graph),
        hubs=tuple(_hubs(graph)),
    )


def _concerns_cards(graph: VaultGraph, diagnostic: Diagnostic) -> bool:
    """Whether *diagnostic* is about a card, or about an image that a card shows."""
    path = diagnostic.location.path
    if diagnostic.rule == "corrupt-image":
        arriving = graph.backlinks[path]
        return any(graph.card_at(edge.source, edge.link.start) for edge in arriving)
    if diagnostic.rule == "broken-image":
        return "in the card" in diagnostic.message
    return True


def _decks(cards: Iterable[tuple[Note, Card]]) -> Iterable[Deck]:
    by_deck = defaultdict(list)
    for note, card in cards:
        by_deck[card.deck].append((note, card))
    for name, members in sorted(by_deck.items()):
        yield Deck(
            name,
            len({note.path for note, _ in members}),
            len(members),
            sum(card.lacks_id for _, card in members),
            sum(_is_image_only(card) for _, card in members),
        )


def _is_image_only(card: Card) -> bool:
    return card.answer != "" and not without_embeds(card.answer).strip()


def _step(graph: VaultGraph, path: str) -> Step:
    note = graph.vault.notes[path]
    return Step(path, graph.label(note), len(note.record.cards))


def _uncovered(graph: VaultGraph, study: Study) -> Iterable[str]:
    """Yield the notes that a relation points at but that have no cards."""
    related = {relation.edge.target for relation in graph.relations}
    for path in study.order:
        if path in related and not graph.vault.notes[path].record.cards:
            yield path


def _missing(graph: VaultGraph) -> tuple[tuple[str, int], ...]:
    wanted = {edge.link.path for edge in graph.broken_by_cause.get(Cause.FILE, ())}
    return tuple((target, n) for target, n in graph.unresolved.items() if target in wanted)


def _hubs(graph: VaultGraph) -> Sequence[tuple[str, int]]:
    neighbours: defaultdict[str, set[str]] = defaultdict(set)
    for note in graph.notes:
        for target in graph.linked_notes(note.path):
            neighbours[note.path].add(target)
            neighbours[target].add(note.path)
    counts = Counter({path: len(others) for path, others in neighbours.items() if len(others) > 2})
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ranked[:_MOST_HUBS]
