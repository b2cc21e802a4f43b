"""Find the shortest path between two notes, following links in either direction."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge

__all__ = ["Step", "shortest_path"]


class Step(NamedTuple):
    """One step from the path `start` to `end` along `edge`.

    `kind` is the label of a relation, empty for a plain link; `forward` is whether the link is
    written in `start`.
    """

    start: str
    end: str
    edge: Edge
    kind: str
    forward: bool

    @property
    def is_relation(self) -> bool:
        """Whether the link has a label."""
        return bool(self.kind)


def shortest_path(graph: VaultGraph, start: str, end: str) -> tuple[Step, ...] | None:
    """Return the shortest path from the file *start* to *end*; None if they are not connected.

    The path leads through notes and canvases. Among paths of equal length, the one with the most
    relations is taken, then the one with the most links in forward direction. A breadth-first
    search, layer by layer.
    """
    places = {start, end, *graph.vault.notes, *graph.vault.canvases}
    steps = _steps(graph, places)
    reached_by: dict[str, Step] = {}
    scores = {start: (0, 0)}
    layer = [start]
    while layer and end not in scores:
        found: dict[str, tuple[int, int]] = {}
        for path in layer:
            relations, ahead = scores[path]
            for step in steps.get(path, ()):
                value = relations + step.is_relation, ahead + step.forward
                if step.end not in scores and value > found.get(step.end, (-1, 0)):
                    found[step.end], reached_by[step.end] = value, step
        scores |= found
        layer = list(found)
    return tuple(_trace_back(reached_by, start, end)) if end in scores else None


def _steps(graph: VaultGraph, places: AbstractSet[str]) -> Mapping[str, Sequence[Step]]:
    """All steps from one of *places* to another, by start."""
    kinds = {relation.edge: relation.kind for relation in graph.relations}
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for edge in graph.edges:
        source, target = edge.source, edge.target
        if target is not None and target != source and target in places:
            kind = kinds.get(edge, "")
            steps[source].append(Step(source, target, edge, kind, forward=True))
            steps[target].append(Step(target, source, edge, kind, forward=False))
    return steps


def _trace_back(reached_by: Mapping[str, Step], start: str, end: str) -> Sequence[Step]:
    """The steps that lead from *start* to *end*."""
    steps = []
    while end != start:
        steps.append(reached_by[end])
        end = reached_by[end].start
    return steps[::-1]
