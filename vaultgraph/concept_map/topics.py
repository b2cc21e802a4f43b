"""Which notes belong together, judged by their links alone."""

from collections.abc import Iterable, Sequence

import networkx

from vaultgraph.concept_map.scene import MapLink

__all__ = ["NO_TOPIC", "degrees", "topics"]

NO_TOPIC = -1
_MANY = 20_000
_SEED = 7


def degrees(count: int, links: Sequence[MapLink]) -> list[int]:
    """How many links each of *count* notes has, in both directions."""
    degree = [0] * count
    for link in links:
        degree[link.before] += 1
        degree[link.after] += 1
    return degree


def topics(count: int, links: Sequence[MapLink]) -> list[int]:
    """The topic of each of *count* notes, the largest topic first; `NO_TOPIC` without links."""
    graph = _weighted(count, links)
    if count > _MANY:
        found: Iterable[set[int]] = networkx.community.fast_label_propagation_communities(
            graph, weight="w", seed=_SEED
        )
    else:
        found = networkx.community.louvain_communities(graph, weight="w", seed=_SEED)
    result = [NO_TOPIC] * count
    ordered = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    for topic, group in enumerate(group for group in ordered if len(group) > 1):
        for note in group:
            result[note] = topic
    return result


def _weighted(count: int, links: Sequence[MapLink]) -> "networkx.Graph[int]":
    """Join the notes by their links; a link of an index note, which lists all, weighs little."""
    degree = degrees(count, links)
    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(count))
    for link in links:
        strength = (2.0 if link.kind else 1.0) / max(degree[link.before], degree[link.after]) ** 0.5
        if graph.has_edge(link.before, link.after):
            strength += graph[link.before][link.after]["w"]
        graph.add_edge(link.before, link.after, w=strength)
    return graph
