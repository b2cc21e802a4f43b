"""Layout of large vaults: each topic is a round region, linked regions are placed close together.

Notes are laid out within the parts of topics, parts are packed into topics, topics onto the map.
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

__all__ = ["Region", "Regions", "kept_regions", "place_regions"]

Array = NDArray[np.float64]
Indices = NDArray[np.int64]
Joins = Mapping[tuple[int, int], int]

_ROOM, _PART_GAP, _GAP = 7.0, 16.0, 60.0
_SMALLEST, _MOST = 10, 150
_ASPECT = 1.5
_LINKS_PER_TOPIC = 2


class Region(NamedTuple):
    """A circle around the notes of a topic, or part of one, named after its central note."""

    note: int
    x: int
    y: int
    radius: int


class Regions(NamedTuple):
    """The centres of linked notes, the circles, and the strongest links between topics."""

    centres: Mapping[int, tuple[float, float]]
    topics: list[Region]
    parts: list[Region]
    topic_links: list[tuple[int, int, int]]


def place_regions(links: Sequence[MapLink], topics: Topics, radii: Sequence[float]) -> Regions:
    """Lay out all notes that have a topic; *radii* are those of all notes' dots."""
    part, topic = np.asarray(topics.part), np.asarray(topics.of)
    notes = np.argsort(part, kind="stable")[np.count_nonzero(part == NO_TOPIC) :]
    if not len(notes):
        return Regions({}, [], [], [])
    first = np.flatnonzero(np.diff(part[notes], prepend=NO_TOPIC))
    topic_of = topic[notes[first]]
    sizes = np.asarray(radii)[notes] + _ROOM
    reach = np.array([radius(group) for group in np.split(sizes, first[1:])])
    topic_joins, part_joins = (_joins(links, of) for of in topics)
    middles, outlines = _layout_subtopics(topic_of, reach, part_joins)
    large = min(_MOST, int(np.count_nonzero(np.bincount(topic[notes]) >= _SMALLEST)))
    topic_centres = _layout_topics(outlines, large, topic_joins)
    middles += topic_centres[topic_of]
    places = layout_clusters(part[notes], _inner(links, notes, part), sizes) + middles[part[notes]]
    topic_regions = _named(find_most_connected(topics.of, links), topic_centres, outlines)[:large]
    part_regions = _named(find_most_connected(topics.part, links), middles, reach + _ROOM)
    several = np.bincount(topic_of)[topic_of] > 1
    return Regions(
        {note: (2 * round(x / 2), 2 * round(y / 2)) for note, (x, y) in _pairs(notes, places)},
        topic_regions,
        [ring for ring, is_shown in zip(part_regions, several, strict=True) if is_shown],
        _topic_links(topic_joins, large),
    )


def kept_regions(scene: Scene, kept: StableLayout) -> Regions:
    """Return the regions of the earlier map, with the positions of notes in *kept*."""
    number = {note_key(note): place for place, note in enumerate(scene.notes)}

    def region(circle: Circle) -> Region:
        name, x, y, reach = circle
        note = number.get(name)
        if note not in kept.centres:
            note = min(kept.centres, key=lambda n: (dist(kept.centres[n], (x, y)), n))
        return Region(note, x, y, reach)

    topic_regions, parts = ([region(circle) for circle in circles] for circles in kept.circles)
    centres = {note: (round(x), round(y)) for note, (x, y) in kept.centres.items()}
    return Regions(centres, topic_regions, parts, kept.topic_links)


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


def _inner(links: Sequence[MapLink], notes: Indices, parts: Indices) -> Indices:
    """Return the links within parts, as indices into *notes*; shape (m, 2)."""
    place = np.zeros(len(parts), dtype=np.int64)
    place[notes] = np.arange(len(notes))
    ends = np.array([link[:2] for link in links], dtype=np.int64).reshape(-1, 2)
    same: Indices = place[ends[parts[ends[:, 0]] == parts[ends[:, 1]]]]
    return same


def _layout_subtopics(topic_of: Indices, reach: Array, joins: Joins) -> tuple[Array, Array]:
    """Return the centres of all parts, relative to their topic, and the radii of the topics."""
    members: defaultdict[int, list[int]] = defaultdict(list)
    for part, topic in enumerate(topic_of.tolist()):
        members[topic].append(part)
    number = {part: place for parts in members.values() for place, part in enumerate(parts)}
    pulls: defaultdict[int, dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, b), count in joins.items():
        if topic_of[a] == topic_of[b]:
            pulls[int(topic_of[a])][number[a], number[b]] = count
    middles, outlines = np.zeros((len(reach), 2)), np.zeros(len(members))
    for topic, parts in members.items():
        inside = pack_circles(reach[parts], pulls[topic], _PART_GAP)
        middle, outline = enclosing_circle(inside, reach[parts])
        middles[parts] = inside - middle
        outlines[topic] = outline + _PART_GAP
    return middles, outlines


def _layout_topics(outlines: Array, large: int, joins: Joins) -> Array:
    """Return the centres of all topics: the *large* ones packed, the others in lines below."""
    near = {pair: count for pair, count in joins.items() if max(pair) < large}
    packed = pack_circles(outlines[:large], near, _GAP, _ASPECT)
    corner = (packed - outlines[:large, None]).min(axis=0, initial=0.0)
    bottom = (packed[:, 1] + outlines[:large]).max(initial=0.0) + _GAP
    small = outlines[large:].tolist()
    area = sum((2 * outline + _PART_GAP) ** 2 for outline in small) + 1.0
    breadth = max(2 * np.abs(packed[:, 0]).max(initial=0.0), area**0.5)
    lines = pack_rectangles([(2 * outline,) * 2 for outline in small], breadth**2 / area, _PART_GAP)
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
