"""What to learn before each note of a map, in the order of the audit."""

from collections.abc import Mapping

from vaultgraph.concept_map.scene import Scene
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.study_order import study_order

__all__ = ["find_study"]

Fields = Mapping[str, object]


def find_study(graph: VaultGraph, scene: Scene) -> Mapping[int, Fields]:
    """Return the fields of the notes of *scene* that have a place in the study order, by number.

    `order` is that place among them, from 1; `before` has the numbers of the notes to learn
    directly before, in that order. Where a prerequisite is not in the scene, its own prerequisites
    take its place, so that a part of a map never leaves out a step that it shows.
    """
    study = study_order(graph)
    numbers = {note.path: number for number, note in enumerate(scene.notes) if not note.kind}
    nearest: dict[str, frozenset[str]] = {}  # of each note, those of the scene it is or rests on
    before: dict[str, frozenset[str]] = {}
    for path in study.order:
        found = frozenset().union(*(nearest[earlier] for earlier in study.before[path]))
        nearest[path] = frozenset([path]) if path in numbers else found
        before[path] = found
    related = {path for path in numbers if before.get(path)}
    related.update(*(before[path] for path in related))
    order = {path: place for place, path in enumerate(filter(related.__contains__, study.order), 1)}
    return {
        numbers[path]: {
            "order": place,
            "before": [numbers[other] for other in sorted(before[path], key=order.__getitem__)],
        }
        for path, place in order.items()
    }
