"""Community detection: groups of notes that are linked more to each other than to the rest.

It uses the Leiden algorithm (Traag, Waltman, van Eck 2019, https://arxiv.org/abs/1810.08473) as
implemented in Rust by graspologic-native. Where that has no wheel, the Louvain algorithm of
networkx is used. The map and the statistics share this module.
"""

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

__all__ = ["Edge", "find_communities"]

Edge = tuple[int, int, float]
"""An undirected edge: the numbers of two notes, and its weight."""

_SEED = 7
_LARGEST_PART = 1000


def find_communities(count: int, edges: Iterable[Edge]) -> tuple[list[list[int]], list[list[int]]]:
    """Return the communities of *count* notes, and the same with very large ones split.

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
    names = [*map(str, range(count))]  # share the strings: there may be millions of edges
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
