"""What to learn before each note of a map, in the order of the audit."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultgraph.concept_map.scene import Scene
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.study_order import study_order

__all__ = ["MapStudy", "find_study"]

Fields = Mapping[str, object]


class MapStudy(NamedTuple):
    """The study order of a map: fields of its notes by number, and notes that it does not show.

    `order` is a note's place among all of them, from 1. `before` has the numbers of the notes to
    learn directly before, in that order; those of the notes `outside` the map come after the last
    number of the map.
    """

    notes: Mapping[int, Fields]
    outside: Sequence[Fields]


def find_study(graph: VaultGraph, scene: Scene) -> MapStudy:
    """Return the study order of the notes of *scene* and of all that they build on."""
    study = study_order(graph)
    shown = {note.path: number for number, note in enumerate(scene.notes) if not note.kind}
    needed, waiting = set(shown), [*shown]
    while waiting:
        before = [path for path in study.before.get(waiting.pop(), ()) if path not in needed]
        needed.update(before)
        waiting += before
    related = {path for path in needed if study.before.get(path)}
    related.update(*(study.before[path] for path in related))
    ordered = [path for path in study.order if path in related]
    outside = [path for path in ordered if path not in shown]
    numbers = shown | {path: number for number, path in enumerate(outside, len(scene.notes))}
    fields = {
        path: {"order": place, "before": [numbers[other] for other in study.before[path]]}
        for place, path in enumerate(ordered, 1)
    }
    return MapStudy(
        {shown[path]: each for path, each in fields.items() if path in shown},
        [{**_described(graph, path), **fields[path]} for path in outside],
    )


def _described(graph: VaultGraph, path: str) -> Fields:
    note = graph.vault.notes[path]
    return {"label": graph.label(note), "cards": len(note.cards)}
