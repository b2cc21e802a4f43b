"""Community detection: groups of notes that are linked more to each other than to the rest.

It uses the Leiden algorithm (Traag, Waltman, van Eck 2019, https://arxiv.org/abs/1810.08473) as
implemented in Rust by graspologic-native. Where that has no wheel, the Louvain algorithm of
networkx is used. The map, the statistics and `to_pyvis` share this module.

Both leave many groups of a few notes that hang on one note of a large one, such as a person on
their work: 1,852 of 1,870 in a vault of 6,571 notes. These are merged into the group that they are
linked to most.
"""

import heapq
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from vaultgraph.processes import run_in_process

__all__ = ["Edge", "EdgeList", "Groups", "group_notes", "largest_first", "weigh_by_degree"]

Edge = tuple[int, int, float]
"""A directed edge: the numbers of two notes, and its weight."""

Groups = list[list[int]]

_SEED = 7
_MANY_EDGES = 200_000
"""From so many on, in a process of its own: for a million it takes 350 MB for some seconds."""
_SMALLEST, _NOTES_PER_MEMBER = 10, 60
"""In a vault of 600 notes and more, a community has at least ten; in smaller ones fewer."""


class EdgeList:
    """Edges in arrays: as tuples, a million take 130 MB, and these take 24."""

    def __init__(self, edges: Iterable[Edge]) -> None:
        self._from, self._to, self._weights = array("q"), array("q"), array("d")
        for a, b, weight in edges:
            self._from.append(a)
            self._to.append(b)
            self._weights.append(weight)

    def __iter__(self) -> Iterator[Edge]:
        return zip(self._from, self._to, self._weights, strict=True)

    def __getitem__(self, index: int) -> Edge:
        return self._from[index], self._to[index], self._weights[index]

    def __len__(self) -> int:
        return len(self._from)


def group_notes(count: int, edges: Iterable[Edge]) -> Groups:
    """Return the communities of *count* notes; notes without an edge are in none.

    A group that is not connected with any other may be small.
    """
    edges = EdgeList(edges)
    find = partial(_find_groups, count, edges)
    return run_in_process(find) if len(edges) > _MANY_EDGES else find()


def _find_groups(count: int, edges: Iterable[Edge]) -> Groups:
    pairs = weigh_by_degree(count, edges)
    if not pairs:
        return []
    linked = len({note for a, b, _ in pairs for note in (a, b)})
    smallest = min(_SMALLEST, linked // _NOTES_PER_MEMBER)
    return _merged(_detect(count, pairs), pairs, smallest)


def weigh_by_degree(count: int, edges: Iterable[Edge]) -> EdgeList:
    """Return each pair of linked notes once, the smaller number first, with its weight.

    By the root of the larger number of links: a link of an index note says little about what it
    links.
    """
    edges = EdgeList(edges)
    degree = [0] * count
    for a, b, _ in edges:
        degree[a] += 1
        degree[b] += 1
    weights: defaultdict[int, float] = defaultdict(float)
    for a, b, weight in edges:
        weights[a * count + b if a < b else b * count + a] += (
            weight / max(degree[a], degree[b]) ** 0.5
        )
    return EdgeList((*divmod(pair, count), weight) for pair, weight in weights.items())


class _NamedEdges(Sequence[tuple[str, str, float]]):
    """*pairs* with names for numbers; as a list, a million tuples take 100 MB."""

    def __init__(self, count: int, pairs: EdgeList) -> None:
        self._names = [*map(str, range(count))]
        self._pairs = pairs

    def __len__(self) -> int:
        return len(self._pairs)

    def __iter__(self) -> Iterator[tuple[str, str, float]]:
        names = self._names
        return ((names[a], names[b], weight) for a, b, weight in self._pairs)

    def __getitem__(self, index: int) -> tuple[str, str, float]:  # type: ignore[override]
        a, b, weight = self._pairs[index]
        return self._names[a], self._names[b], weight


Joins = defaultdict[int, float]


def _detect(count: int, pairs: EdgeList) -> Groups:
    try:
        from graspologic_native import hierarchical_leiden
    except ImportError:
        return _by_louvain(pairs)
    named = _NamedEdges(count, pairs)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for entry in hierarchical_leiden(named, max_cluster_size=count, seed=_SEED):
        groups[entry.cluster].append(int(entry.node))
    return list(groups.values())


def _by_louvain(pairs: Iterable[Edge]) -> Groups:
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_weighted_edges_from(pairs)
    found = networkx.community.louvain_communities(graph, seed=_SEED)
    return [sorted(group) for group in found]


def _merged(groups: Groups, pairs: Iterable[Edge], smallest: int) -> Groups:
    """Return *groups*, with those of fewer than *smallest* notes merged into a linked one.

    The smallest goes first, each into the group that it is linked to most. As a small group has few
    links, this takes about linear time.
    """
    groups = sorted(map(sorted, groups))
    of = {note: number for number, group in enumerate(groups) for note in group}
    joins: list[Joins] = [defaultdict(float) for _ in groups]
    for a, b, weight in pairs:
        if of[a] != of[b]:
            joins[of[a]][of[b]] += weight
            joins[of[b]][of[a]] += weight
    waiting = [(len(group), number) for number, group in enumerate(groups)]
    heapq.heapify(waiting)
    while waiting and waiting[0][0] < smallest:
        size, number = heapq.heappop(waiting)
        if size != len(groups[number]) or not joins[number]:
            continue  # it has grown since, or is linked to nothing
        target = min(joins[number], key=lambda other: (-joins[number][other], other))
        _join(joins, number, target)
        groups[target] += groups[number]
        groups[number] = []
        heapq.heappush(waiting, (len(groups[target]), target))
    return [sorted(group) for group in groups if group]


def _join(joins: list[Joins], number: int, target: int) -> None:
    """Let group *target* have the links of group *number*."""
    for other, weight in joins[number].items():
        del joins[other][number]
        if other != target:
            joins[target][other] += weight
            joins[other][target] += weight
    joins[number].clear()


def largest_first(groups: Iterable[Sequence[int]]) -> Iterator[Sequence[int]]:
    """Yield *groups*, the largest first; of equal ones, that with the smallest note."""
    yield from sorted(map(sorted, groups), key=lambda group: (-len(group), group))
