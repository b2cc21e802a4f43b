"""How well the cards of each note on a map are remembered, as Anki knows it."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from datetime import timedelta

from vaultgraph.anki import AnkiCard, Collection
from vaultgraph.auditing import Exam, Recall, recall_by_note, recall_of_cards
from vaultgraph.concept_map.scene import Scene
from vaultgraph.graph import VaultGraph

__all__ = ["find_memory"]

Fields = Mapping[str, object]

_NOT_LEARNED, _WORST = 1, 2
_MAX_DAYS = 10_000
_BOUNDS = (0.5, 0.8, 0.9)
"""Half; what is enough to build on, see `auditing.frontier`; what Anki aims at by default."""


def find_memory(graph: VaultGraph, scene: Scene, exam: Exam | None) -> Mapping[int, Fields]:
    """Return how well the notes of *scene* with cards in Anki are remembered, by number.

    It is 1 for notes of which nothing is learned yet; 2 for less than half, 3 for less than 80 %, 4
    for less than 90 % and 5 for more: `memory` today and `memory_exam` on the day of the *exam*.
    `due` are the days on which their cards are due, `new` is the number of new ones.
    """
    if not graph.anki:
        return {}
    recalls = recall_by_note(recall_of_cards(graph, exam), graph.cards)
    numbers = {note.path: number for number, note in enumerate(scene.notes) if not note.kind}
    found = {}
    for path, recall in recalls.items():
        if path in numbers and recall != Recall():
            found[numbers[path]] = {**_levels(recall, exam), **_waiting(graph, graph.anki, path)}
    return found


def _levels(recall: Recall, exam: Exam | None) -> Fields:
    today = {"memory": _level(recall.retention)}
    return today | {"memory_exam": _level(recall.retention_at_exam)} if exam else today


def _level(share: float | None) -> int:
    return _NOT_LEARNED if share is None else _WORST + bisect_right(_BOUNDS, share)


def _waiting(graph: VaultGraph, anki: Collection, path: str) -> Fields:
    """Return on which days the cards of the note at *path* are due in Anki, and the new ones."""
    cards = [*_cards(graph, anki, path)]
    due = [card.due_in for card in cards if card.due_in is not None]
    days = sorted(
        (anki.day + timedelta(days=min(max(-_MAX_DAYS, day), _MAX_DAYS))).isoformat() for day in due
    )
    return {"due": days, "new": sum(c.stage == "new" and not c.is_suspended for c in cards)}


def _cards(graph: VaultGraph, anki: Collection, path: str) -> Iterator[AnkiCard]:
    ids = {card.id for card in graph.vault.notes[path].cards if card.goes_to_anki}
    for number in sorted(ids & anki.notes.keys()):
        yield from anki.notes[number].cards
