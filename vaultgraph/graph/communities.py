"""Groups of notes that are joined more with each other than with the rest.

Leiden's method finds them (Traag, Waltman, van Eck 2019, https://arxiv.org/abs/1810.08473), for the
map and for statistics alike; graspologic-native brings it, in Rust.  Where that has no wheel, the
method of Louvain is used, which networkx brings.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

__all__ = ["Edge", "find_communities"]

Edge = tuple[int, int, float]
"""Two notes, each by its number, and how strongly they are joined."""

_SEED = 7
_LARGEST_PART = 1000


def find_communities(count: int, edges: Iterable[Edge]) -> tuple[list[list[int]], list[list[int]]]:
    """The groups of *count* notes that *edges* join, and their parts where a group is very large.

    Notes without an edge are in none.
    """
    edges = iter(edges)
    first = next(edges, None)
    if first is None:
        return [], []
    edges = chain([first], edges)
    try:
        from graspologic_native import hierarchical_leiden
    except ImportError:
        return _by_louvain(edges)
    names = [*map(str, range(count))]  # one for all edges of a note: there may be millions
    named = [(names[a], names[b], weight) for a, b, weight in edges]
    whole: defaultdict[int, list[int]] = defaultdict(list)
    parts: defaultdict[int, list[int]] = defaultdict(list)
    for entry in hierarchical_leiden(named, max_cluster_size=_LARGEST_PART, seed=_SEED):
        if entry.level == 0:
            whole[entry.cluster].append(int(entry.node))
        if entry.is_final_cluster:
            parts[entry.cluster].append(int(entry.node))
    return list(whole.values()), list(parts.values())


def _by_louvain(edges: Iterable[Edge]) -> tuple[list[list[int]], list[list[int]]]:
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_weighted_edges_from(edges)
    found = networkx.community.louvain_communities(graph, seed=_SEED)
    groups = [sorted(group) for group in found]
    return groups, groups
