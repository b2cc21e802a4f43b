"""Group notes into topics by their links (community detection)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.concept_map.scene import MapLink
from vaultgraph.graph.communities import find_communities

__all__ = [
    "NO_TOPIC",
    "Topics",
    "count_degrees",
    "find_most_connected",
    "find_topics",
    "renumbered",
]

NO_TOPIC = -1


class Topics(NamedTuple):
    """The topic and the subtopic of each note, numbered by decreasing size.

    `NO_TOPIC` for notes without links.
    """

    of: list[int]
    subtopic: list[int]


def count_degrees(count: int, links: Sequence[MapLink]) -> list[int]:
    """Return the number of links of each of *count* notes, in both directions."""
    degree = [0] * count
    for link in links:
        degree[link.before] += 1
        degree[link.after] += 1
    return degree


def find_topics(count: int, links: Sequence[MapLink]) -> Topics:
    """Group *count* notes by their *links*; unlinked notes have no topic."""
    edges = ((a, b, weight) for (a, b), weight in _weights(count, links).items())
    return Topics(*(_numbered(count, groups) for groups in find_communities(count, edges)))


def find_most_connected(topic: Sequence[int], links: Sequence[MapLink]) -> list[int]:
    """Return the note of each topic that is most strongly linked within it.

    Links are weighted, so that index notes, which link to everything, rarely name a topic.
    """
    inner: defaultdict[int, float] = defaultdict(float)
    for (a, b), weight in _weights(len(topic), links).items():
        if topic[a] == topic[b]:
            inner[a] += weight
            inner[b] += weight
    best: dict[int, int] = {}
    for note, of in sorted(enumerate(topic), key=lambda pair: (-inner[pair[0]], pair[0])):
        best.setdefault(of, note)
    return [best[of] for of in sorted(best) if of != NO_TOPIC]


def renumbered(of: Sequence[int], was: Mapping[int, int]) -> list[int]:
    """Return the topics *of* all notes, renumbered so that most notes keep their number in *was*.

    A topic without notes in *was* gets an unused number.

    >>> renumbered([0, 0, 0, 1, 1], {1: 1, 2: 1, 3: 0, 4: 0})
    [1, 1, 1, 0, 0]
    """
    topics = sorted(set(of) - {NO_TOPIC})
    left = dict.fromkeys(range(len(topics)))
    shared = Counter((of[note], number) for note, number in was.items())
    numbers = {NO_TOPIC: NO_TOPIC}
    for topic, number in sorted(shared, key=lambda pair: (-shared[pair], pair)):
        if topic not in numbers and number in left:
            numbers[topic] = number
            del left[number]
    missing = [topic for topic in topics if topic not in numbers]
    numbers |= zip(missing, left, strict=True)
    return [numbers[topic] for topic in of]


def _weights(count: int, links: Iterable[MapLink]) -> Mapping[tuple[int, int], float]:
    """Return the weights of links; those of notes with many links, such as indexes, weigh less."""
    links = list(links)
    degree = count_degrees(count, links)
    weights: defaultdict[tuple[int, int], float] = defaultdict(float)
    for before, after, kind, *_ in links:
        # By the root of the larger degree: a link of an index note says little about what it links.
        pair = (before, after) if before < after else (after, before)
        weights[pair] += (2.0 if kind else 1.0) / max(degree[before], degree[after]) ** 0.5
    return weights


def _numbered(count: int, groups: Iterable[Iterable[int]]) -> list[int]:
    """Return the number of each note's group, numbered by decreasing size."""
    result = [NO_TOPIC] * count
    ordered = sorted((sorted(group) for group in groups), key=lambda group: (-len(group), group))
    for number, group in enumerate(ordered):
        for note in group:
            result[note] = number
    return result
