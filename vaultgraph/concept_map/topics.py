"""Group notes into topics by their links (community detection)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vaultgraph.concept_map.scene import MapLink, Scene
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.communities import (
    Edge,
    Groups,
    group_notes,
    largest_first,
    weigh_by_degree,
)

__all__ = [
    "NO_TOPIC",
    "count_degrees",
    "find_most_connected",
    "find_topics",
    "renumbered",
    "vault_communities",
]

NO_TOPIC = -1


def count_degrees(count: int, links: Sequence[MapLink]) -> list[int]:
    """Return the number of links of each of *count* notes, in both directions."""
    degree = [0] * count
    for link in links:
        degree[link.before] += 1
        degree[link.after] += 1
    return degree


def vault_communities(graph: VaultGraph, scene: Scene) -> Groups:
    """Return the communities of the vault, as numbers of the notes of *scene*."""
    numbers = {note.path: number for number, note in enumerate(scene.notes) if not note.kind}
    places = [numbers.get(path) for path in graph.vault.notes]
    return [
        [place for note in group if (place := places[note]) is not None]
        for group in graph.grouped_notes
    ]


def find_topics(count: int, links: Sequence[MapLink], known: Groups | None = None) -> list[int]:
    """Return the topic of each of *count* notes by their *links*, numbered by decreasing size.

    It is `NO_TOPIC` for notes without links.  *known* are the communities of the vault.  Other
    notes, such as those not written yet, join the topic of what they are linked to most.
    """
    groups = group_notes(count, _edges(links)) if known is None else known
    of = _numbers(count, groups)
    if NO_TOPIC in of:
        _adopt(of, weigh_by_degree(count, _edges(links)))
    return _by_size(of)


def _edges(links: Iterable[MapLink]) -> Iterator[Edge]:
    return ((link.before, link.after, 2.0 if link.kind else 1.0) for link in links)


def _numbers(count: int, groups: Iterable[Iterable[int]]) -> list[int]:
    """Return the number of each note's group."""
    of = [NO_TOPIC] * count
    for number, group in enumerate(groups):
        for note in group:
            of[note] = number
    return of


def _adopt(of: list[int], pairs: Iterable[Edge]) -> None:
    """Give linked notes without a topic that of their strongest link, nearest to a topic first.

    What is linked to no topic at all becomes one.
    """
    neighbours: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for a, b, weight in pairs:
        if of[a] == NO_TOPIC or of[b] == NO_TOPIC:
            neighbours[a][b] = neighbours[b][a] = weight
    _spread(sorted(note for note in neighbours if of[note] != NO_TOPIC), neighbours, of)
    topic = max(of, default=NO_TOPIC)
    for note in sorted(neighbours):
        if of[note] == NO_TOPIC:
            of[note] = topic = topic + 1
            _spread([note], neighbours, of)


def _spread(
    reached: Sequence[int], neighbours: Mapping[int, Mapping[int, float]], of: list[int]
) -> None:
    """Carry the topics of the notes *reached* along links to notes without one, step by step."""
    while reached:
        found = {other for note in reached for other in neighbours[note] if of[other] == NO_TOPIC}
        reached = sorted(found)
        chosen = {note: _strongest(neighbours[note], of) for note in reached}
        for note, other in chosen.items():
            of[note] = of[other]


def _strongest(neighbours: Mapping[int, float], of: Sequence[int]) -> int:
    """Return that of *neighbours* with a topic to which the link is strongest."""
    return min(
        (other for other in neighbours if of[other] != NO_TOPIC),
        key=lambda other: (-neighbours[other], other),
    )


def _by_size(of: Sequence[int]) -> list[int]:
    """Return *of* numbered by decreasing size of the groups."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for note, number in enumerate(of):
        if number != NO_TOPIC:
            groups[number].append(note)
    return _numbers(len(of), largest_first(groups.values()))


def find_most_connected(topic: Sequence[int], links: Sequence[MapLink]) -> list[int]:
    """Return the note of each topic that is most strongly linked within it.

    Links are weighted, so that index notes, which link to everything, rarely name a topic.
    """
    inner: defaultdict[int, float] = defaultdict(float)
    for a, b, weight in weigh_by_degree(len(topic), _edges(links)):
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
