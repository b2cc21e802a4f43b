"""Layout of large vaults: each topic is a round region, linked regions are placed close together.

Notes are laid out within subtopics, subtopics are packed into topics, topics onto the map.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import dist
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vaultgraph.concept_map.circles import enclosing_circle, pack_circles
from vaultgraph.concept_map.clusters import layout_clusters, radius
from vaultgraph.concept_map.packing import pack_rectangles
from vaultgraph.concept_map.previous_map import Circle, note_key
from vaultgraph.concept_map.scene import MapLink, Scene
from vaultgraph.concept_map.stability import StableLayout
from vaultgraph.concept_map.topics import NO_TOPIC, Topics, find_most_connected

__all__ = ["Region", "Regions", "place_regions", "stable_regions"]

Array = NDArray[np.float64]
Indices = NDArray[np.int64]
Joins = Mapping[tuple[int, int], int]

_NOTE_MARGIN, _SUBTOPIC_GAP, _TOPIC_GAP = 7.0, 16.0, 60.0
_MIN_LARGE_TOPIC, _MAX_LARGE_TOPICS = 10, 150
_ASPECT = 1.5
_LINKS_PER_TOPIC = 2


class Region(NamedTuple):
    """A circle around the notes of a topic, or of a subtopic, named after its central note."""

    note: int
    x: int
    y: int
    radius: int


class Regions(NamedTuple):
    """The centres of linked notes, the circles, and the strongest links between topics."""

    centres: Mapping[int, tuple[float, float]]
    topics: list[Region]
    subtopics: list[Region]
    topic_links: list[tuple[int, int, int]]


def place_regions(links: Sequence[MapLink], topics: Topics, radii: Sequence[float]) -> Regions:
    """Lay out all notes that have a topic; *radii* are those of all notes' dots."""
    subtopic, topic = np.asarray(topics.subtopic), np.asarray(topics.of)
    notes = np.argsort(subtopic, kind="stable")[np.count_nonzero(subtopic == NO_TOPIC) :]
    if not len(notes):
        return Regions({}, [], [], [])
    first = np.flatnonzero(np.diff(subtopic[notes], prepend=NO_TOPIC))
    topic_of = topic[notes[first]]
    sizes = np.asarray(radii)[notes] + _NOTE_MARGIN
    reach = np.array([radius(group) for group in np.split(sizes, first[1:])])
    topic_joins, subtopic_joins = (_joins(links, of) for of in topics)
    middles, outlines = _layout_subtopics(topic_of, reach, subtopic_joins)
    # Circles are for large topics; the small ones are laid out in lines below.
    large = min(
        _MAX_LARGE_TOPICS, int(np.count_nonzero(np.bincount(topic[notes]) >= _MIN_LARGE_TOPIC))
    )
    topic_centres = _layout_topics(outlines, large, topic_joins)
    middles += topic_centres[topic_of]
    places = (
        layout_clusters(subtopic[notes], _inner(links, notes, subtopic), sizes)
        + middles[subtopic[notes]]
    )
    topic_regions = _named(find_most_connected(topics.of, links), topic_centres, outlines)[:large]
    subtopic_regions = _named(
        find_most_connected(topics.subtopic, links), middles, reach + _NOTE_MARGIN
    )
    # A topic that is one subtopic needs no second circle.
    has_siblings = np.bincount(topic_of)[topic_of] > 1
    return Regions(
        # Even numbers: a pixel does not show on such a map, and its table of notes is 6 % smaller.
        {note: (2 * round(x / 2), 2 * round(y / 2)) for note, (x, y) in _pairs(notes, places)},
        topic_regions,
        [ring for ring, is_shown in zip(subtopic_regions, has_siblings, strict=True) if is_shown],
        _topic_links(topic_joins, large),
    )


def stable_regions(scene: Scene, stable: StableLayout) -> Regions:
    """Return the regions of the previous map, with the positions of notes in *stable*."""
    number = {note_key(note): place for place, note in enumerate(scene.notes)}

    def region(circle: Circle) -> Region:
        name, x, y, reach = circle
        note = number.get(name)
        # The central note is gone or has no links now: the circle is named after the closest one.
        if note not in stable.centres:
            note = min(stable.centres, key=lambda n: (dist(stable.centres[n], (x, y)), n))
        return Region(note, x, y, reach)

    topic_regions, subtopics = (
        [region(circle) for circle in circles] for circles in stable.circles
    )
    centres = {note: (round(x), round(y)) for note, (x, y) in stable.centres.items()}
    return Regions(centres, topic_regions, subtopics, stable.topic_links)


def _pairs(notes: Indices, places: Array) -> Iterator[tuple[int, list[float]]]:
    return zip(notes.tolist(), places.tolist(), strict=True)


def _named(notes: Sequence[int], middles: Array, radii: Array) -> list[Region]:
    return [
        Region(note, round(x), round(y), round(reach))
        for note, (x, y), reach in zip(notes, middles.tolist(), radii.tolist(), strict=True)
    ]


def _joins(links: Sequence[MapLink], of: Sequence[int]) -> Joins:
    """Count the links between each pair of groups, the smaller number first."""
    return Counter((min(of[a], of[b]), max(of[a], of[b])) for a, b, *_ in links if of[a] != of[b])


def _inner(links: Sequence[MapLink], notes: Indices, subtopics: Indices) -> Indices:
    """Return the links within subtopics, as indices into *notes*; shape (m, 2)."""
    place = np.zeros(len(subtopics), dtype=np.int64)
    place[notes] = np.arange(len(notes))
    ends = np.array([link[:2] for link in links], dtype=np.int64).reshape(-1, 2)
    same: Indices = place[ends[subtopics[ends[:, 0]] == subtopics[ends[:, 1]]]]
    return same


def _layout_subtopics(topic_of: Indices, reach: Array, joins: Joins) -> tuple[Array, Array]:
    """Return the centres of all subtopics, relative to their topic, and the radii of the topics."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for subtopic, topic in enumerate(topic_of.tolist()):
        members[topic].append(subtopic)
    number = {
        subtopic: place
        for subtopics in members.values()
        for place, subtopic in enumerate(subtopics)
    }
    pulls: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, b), count in joins.items():
        if topic_of[a] == topic_of[b]:
            pulls[int(topic_of[a])][number[a], number[b]] = count
    middles, outlines = np.zeros((len(reach), 2)), np.zeros(len(members))
    for topic, subtopics in members.items():
        inside = pack_circles(reach[subtopics], pulls[topic], _SUBTOPIC_GAP)
        middle, outline = enclosing_circle(inside, reach[subtopics])
        middles[subtopics] = inside - middle
        outlines[topic] = outline + _SUBTOPIC_GAP
    return middles, outlines


def _layout_topics(outlines: Array, large: int, joins: Joins) -> Array:
    """Return the centres of all topics: the *large* ones packed, the others in lines below."""
    links_between = {pair: count for pair, count in joins.items() if max(pair) < large}
    packed = pack_circles(outlines[:large], links_between, _TOPIC_GAP, _ASPECT)
    corner = (packed - outlines[:large, None]).min(axis=0, initial=0.0)
    bottom = (packed[:, 1] + outlines[:large]).max(initial=0.0) + _TOPIC_GAP
    small = outlines[large:].tolist()
    area = sum((2 * outline + _SUBTOPIC_GAP) ** 2 for outline in small) + 1.0
    breadth = max(2 * np.abs(packed[:, 0]).max(initial=0.0), area**0.5)
    lines = pack_rectangles(
        [(2 * outline,) * 2 for outline in small], breadth**2 / area, _SUBTOPIC_GAP
    )
    rest = [
        (corner[0] + x + outline, bottom + y + outline)
        for (x, y), outline in zip(lines, small, strict=True)
    ]
    return np.concatenate([packed, np.reshape(rest, (-1, 2))])


def _topic_links(joins: Joins, large: int) -> list[tuple[int, int, int]]:
    """Return the strongest links between large topics, about `_LINKS_PER_TOPIC` per topic."""
    strongest = sorted(joins.items(), key=lambda join: (-join[1], join[0]))
    chosen: dict[tuple[int, int], int] = {}
    used: Counter[int] = Counter()
    for (a, b), count in strongest:
        if max(a, b) < large and min(used[a], used[b]) < _LINKS_PER_TOPIC:
            chosen[a, b] = count
            used.update((a, b))
    return [(a, b, count) for (a, b), count in chosen.items()]
