"""How two notes are connected: the shortest way along links, whichever way these point."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.outgoing import Edge

__all__ = ["Step", "shortest_path"]


class Step(NamedTuple):
    """One step from the path `start` to `end` along `edge`.

    `kind` is the label of a relation, empty for a plain link; `forward` says whether the link
    stands in `start`.
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
    """The fewest steps from the file at *start* to that at *end*; None if nothing connects them.

    They lead over notes and canvases.  Of ways that are equally short, the one with most relations
    is taken, then the one with most links that point ahead.
    """
    places = {start, end, *graph.vault.notes, *graph.vault.canvases}
    steps = _steps(graph, places)
    arrived: dict[str, Step] = {}
    worth = {start: (0, 0)}
    layer = [start]
    while layer and end not in worth:
        found: dict[str, tuple[int, int]] = {}
        for path in layer:
            relations, ahead = worth[path]
            for step in steps.get(path, ()):
                value = relations + step.is_relation, ahead + step.forward
                if step.end not in worth and value > found.get(step.end, (-1, 0)):
                    found[step.end], arrived[step.end] = value, step
        worth |= found
        layer = list(found)
    return tuple(_way(arrived, start, end)) if end in worth else None


def _steps(graph: VaultGraph, places: AbstractSet[str]) -> Mapping[str, Sequence[Step]]:
    """Every step from one of *places* to another, by its start."""
    kinds = {relation.edge: relation.kind for relation in graph.relations}
    steps: defaultdict[str, list[Step]] = defaultdict(list)
    for edge in graph.edges:
        source, target = edge.source, edge.target
        if target is not None and target != source and target in places:
            kind = kinds.get(edge, "")
            steps[source].append(Step(source, target, edge, kind, forward=True))
            steps[target].append(Step(target, source, edge, kind, forward=False))
    return steps


def _way(arrived: Mapping[str, Step], start: str, end: str) -> Sequence[Step]:
    """The steps by which *end* was reached, from *start* on."""
    way = []
    while end != start:
        way.append(arrived[end])
        end = arrived[end].start
    return way[::-1]
