"""The frontier: what can be learned next, and what is known but rests on something forgotten."""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from vaultgraph.auditing.result import Frontier, Recall
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.study_order import Study

__all__ = ["find_frontier", "is_forgotten"]

GOAL = 0.8
"""The share of its cards that is remembered of a note that is known.

Anki aims at 0.9 on the day on which a card is due, so that most are better, and few days late they
are not much worse.
"""

_State = Literal["", "open", "forgotten", "known"]


class _Ground(NamedTuple):
    """What a note stands on: whether all of it is known, and a forgotten note in it, if any."""

    is_known: bool
    forgotten: str


def is_forgotten(recall: Recall) -> bool:
    """Whether less of a note is remembered than is needed to build on it."""
    return recall.retention is not None and recall.retention < GOAL


def find_frontier(
    graph: VaultGraph, study: Study, paths: Iterable[str], recalls: Mapping[str, Recall]
) -> Frontier:
    """Return the frontier among *paths*, which are in study order.

    A note builds on the nearest notes with cards before it, those without cards are passed through,
    and on all that these build on.
    """
    states = {path: _state(graph, path, recalls.get(path, Recall())) for path in study.order}
    ground: dict[str, _Ground] = {}
    for path in study.order:  # what is before a note comes first
        found = [_ground_of(other, states, ground) for other in study.before.get(path, ())]
        forgotten = next((each.forgotten for each in found if each.forgotten), "")
        ground[path] = _Ground(all(each.is_known for each in found), forgotten)
    inside = [path for path in paths if path in ground]
    learned = [path for path in inside if recalls.get(path, Recall()).learned]
    return Frontier(
        tuple(path for path in inside if states[path] == "open" and ground[path].is_known),
        tuple((path, ground[path].forgotten) for path in learned if ground[path].forgotten),
        tuple((p, recalls[p].retention or 0.0) for p in inside if states[p] == "forgotten"),
    )


def _ground_of(path: str, states: Mapping[str, _State], ground: Mapping[str, _Ground]) -> _Ground:
    """Return what the note at *path* is as a foundation: itself or, without cards, its own."""
    state = states.get(path, "")
    if state:
        is_known = state == "known" and ground[path].is_known
        return _Ground(is_known, path if state == "forgotten" else "")
    return ground.get(path, _Ground(is_known=True, forgotten=""))


def _state(graph: VaultGraph, path: str, recall: Recall) -> _State:
    """Return whether the note at *path* is to be learned, forgotten or known; "" without cards."""
    cards = len(graph.vault.notes[path].cards)
    if not cards:
        return ""
    if is_forgotten(recall):
        return "forgotten"
    is_begun = recall.learned + recall.suspended >= cards
    return "known" if is_begun and not (recall.new or recall.learning) else "open"
