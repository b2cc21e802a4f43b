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

__all__ = ["find_weaknesses", "recall_by_deck", "recall_by_note"]

_NO_RECALL = Recall()


def recall_by_note(
    graph: VaultGraph, cards: Iterable[tuple[Note, Card]], exam: Exam | None = None
) -> Mapping[str, Recall]:
    """Return the state of the *cards* of each note, by path; zero without a collection."""
    found: defaultdict[str, Recall] = defaultdict(Recall)
    for note, card in cards:
        found[note.path] += _recall(graph, card, exam)
    return found


def recall_by_deck(
    graph: VaultGraph, cards: Iterable[tuple[Note, Card]], exam: Exam | None = None
) -> Mapping[str, Recall]:
    """Return the state of the *cards* of each deck, by its name in the vault."""
    found: defaultdict[str, Recall] = defaultdict(Recall)
    for _, card in cards:
        found[card.deck] += _recall(graph, card, exam)
    return found


def _recall(graph: VaultGraph, card: Card, exam: Exam | None) -> Recall:
    if not graph.anki or not card.goes_to_anki:
        return _NO_RECALL
    note = graph.anki.notes.get(card.id)
    return _recall_of_note(note, graph.anki.read, exam) if note else _NO_RECALL


def _recall_of_note(note: AnkiNote, now: float, exam: Exam | None) -> Recall:
    active = [card for card in note.cards if not card.is_suspended]
    stages = Counter(card.stage for card in active)
    memories = [card.memory for card in active if card.memory]
    return Recall(
        due=sum(card.is_due and card.stage != "new" for card in active),
        new=stages["new"],
        learning=stages["learning"],
        young=stages["young"],
        mature=stages["mature"],
        suspended=len(note.cards) - len(active),
        leeches=int(note.is_leech),
        suspended_leeches=int(note.is_leech and len(active) < len(note.cards)),
        reviewed=len(memories),
        estimated=sum(memory.is_estimated for memory in memories),
        recalled=sum(recall(memory, now) for memory in memories),
        recalled_at_exam=sum(recall(m, exam.time_after(now)) for m in memories) if exam else 0.0,
    )


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
