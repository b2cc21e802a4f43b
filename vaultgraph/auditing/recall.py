"""The state of cards in Anki: how far they are learned, and what is due or forgotten."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from vaultgraph.anki import AnkiNote
from vaultgraph.anki.memory import recall
from vaultgraph.auditing.exam import Exam
from vaultgraph.auditing.result import Recall, Weakness
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.study_order import Study
from vaultgraph.model import Card, Note

__all__ = [
    "count_due_by_day",
    "find_weaknesses",
    "recall_by_deck",
    "recall_by_note",
    "recall_of_cards",
]

_NO_RECALL = Recall()


def recall_of_cards(graph: VaultGraph, exam: Exam | None = None) -> Mapping[int, Recall]:
    """Return the state of the cards of the vault that are in Anki, by ID."""
    if not graph.anki:
        return {}
    wanted = {card.id for _, card in graph.cards if card.goes_to_anki} & graph.anki.notes.keys()
    return {n: _recall_of_note(graph.anki.notes[n], graph.anki.read, exam) for n in wanted}


def recall_by_note(
    recalls: Mapping[int, Recall], cards: Iterable[tuple[Note, Card]]
) -> Mapping[str, Recall]:
    """Return the state of the *cards* of each note, by path, given those by ID."""
    found: defaultdict[str, Recall] = defaultdict(Recall)
    for note, card in cards:
        found[note.path] += _recall(recalls, card)
    return found


def recall_by_deck(
    recalls: Mapping[int, Recall], cards: Iterable[tuple[Note, Card]]
) -> Mapping[str, Recall]:
    """Return the state of the *cards* of each deck, by its name in the vault, likewise."""
    found: defaultdict[str, Recall] = defaultdict(Recall)
    for _, card in cards:
        found[card.deck] += _recall(recalls, card)
    return found


def _recall(recalls: Mapping[int, Recall], card: Card) -> Recall:
    return recalls.get(card.id, _NO_RECALL) if card.goes_to_anki else _NO_RECALL


def _recall_of_note(note: AnkiNote, now: float, exam: Exam | None) -> Recall:
    active = [card for card in note.cards if not card.is_suspended]
    stages = [card.stage for card in active]  # a Counter for each note would take longer
    memories = [card.memory for card in active if card.memory]
    return Recall(
        due=sum(card.is_due and card.stage != "new" for card in active),
        overdue=sum(card.due_in is not None and card.due_in < 0 for card in active),
        new=stages.count("new"),
        learning=stages.count("learning"),
        young=stages.count("young"),
        mature=stages.count("mature"),
        suspended=len(note.cards) - len(active),
        leeches=int(note.is_leech),
        suspended_leeches=int(note.is_leech and len(active) < len(note.cards)),
        reviewed=len(memories),
        estimated=sum(memory.is_estimated for memory in memories),
        passed=sum(card.answers.passed for card in note.cards),
        failed=sum(card.answers.failed for card in note.cards),
        recalled=sum(recall(memory, now) for memory in memories),
        recalled_at_exam=sum(recall(m, exam.time_after(now)) for m in memories) if exam else 0.0,
    )


def count_due_by_day(graph: VaultGraph, cards: Iterable[tuple[Note, Card]], days: int) -> list[int]:
    """Return how many of *cards* are due on each of so many *days*, from today on.

    Those that are overdue count as due today.
    """
    notes = graph.anki.notes if graph.anki else {}
    wanted = {card.id for _, card in cards if card.goes_to_anki} & notes.keys()
    due = (card.due_in for number in wanted for card in notes[number].cards)
    counts = Counter(max(0, day) for day in due if day is not None)
    return [counts[day] for day in range(days)]


def find_weaknesses(
    study: Study, paths: Iterable[str], recalls: Mapping[str, Recall]
) -> Iterable[Weakness]:
    """Return the notes of *paths* that build on a note with leeches, most leeches first."""
    found = (
        Weakness(path, before, recalls[before].leeches)
        for path in paths
        for before in study.before.get(path, ())
        if before in recalls and recalls[before].leeches
    )
    return sorted(found, key=lambda weak: -weak.leeches)
