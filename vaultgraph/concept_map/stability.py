"""Keep topics and positions of the earlier map, so that it stays stable when notes are added.

Existing notes keep their topic and position.  A new note gets the topic that it has most links to,
and the free position nearest to its neighbours there.  When a quarter of all notes has been added
like this, or a topic is gone, topics and layout are computed from scratch.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import cos, hypot, pi, sin
from typing import NamedTuple

from vaultgraph.concept_map.previous_map import Circle, PreviousMap, PreviousNote, note_key
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.topics import NO_TOPIC

__all__ = [
    "StableLayout",
    "StableTopics",
    "is_unchanged",
    "keep",
    "keep_stable_topics",
    "known_places",
]

Point = tuple[float, float]

_RELAYOUT_SHARE = 0.25
_CELL, _GAP, _STEP, _TRIES = 48.0, 6.0, 6.0, 900
_GOLDEN_ANGLE = pi * (3 - 5**0.5)


class StableTopics(NamedTuple):
    """The topic of each note, and the `names` of the earlier topics.

    `near` are the neighbours of each note.  `old` notes are those of the earlier map; `new` ones
    are ordered so that each follows one of its neighbours where possible.  `placed` is the number
    of notes added since the topics were found.
    """

    of: list[int]
    names: list[str]
    near: Mapping[int, Sequence[int]]
    old: Mapping[int, PreviousNote]
    new: list[int]
    placed: int


class StableLayout(NamedTuple):
    """The positions of all linked notes; `circles` and `topic_links` are from the earlier map."""

    centres: dict[int, Point]
    circles: tuple[list[Circle], list[Circle]]
    topic_links: list[tuple[int, int, int]]


def known_places(scene: Scene, earlier: PreviousMap | None) -> dict[int, PreviousNote]:
    """Return the notes of *scene* that were on the *earlier* map, by their index."""
    if not earlier:
        return {}
    found = ((number, earlier.notes.get(note_key(note))) for number, note in enumerate(scene.notes))
    return {number: known for number, known in found if known}


def is_unchanged(scene: Scene, earlier: PreviousMap) -> bool:
    """Whether *scene* has exactly the notes and links of the *earlier* map."""
    keys = [note_key(note) for note in scene.notes]
    pairs = {(keys[link.before], keys[link.after]) for link in scene.links}
    return earlier.notes.keys() == set(keys) and earlier.links.keys() == pairs


def keep_stable_topics(scene: Scene, earlier: PreviousMap) -> StableTopics | None:
    """Return the topics of *scene*, kept from *earlier*; None if they must be recomputed."""
    near = _neighbours(scene)
    old = _settled(scene, earlier, near)
    new = [note for note in near if note not in old]
    placed = earlier.placed + len(new)
    of = [NO_TOPIC] * len(scene.notes)
    for note, known in old.items():
        of[note] = known.topic
    gone = {known.topic for known in earlier.notes.values()} - {NO_TOPIC} - set(of)
    if gone or placed > _RELAYOUT_SHARE * len(near):
        return None
    new = list(_by_nearness(new, near, old))
    for note in new:
        linked = Counter(of[other] for other in near[note] if of[other] != NO_TOPIC)
        of[note] = linked.most_common(1)[0][0] if linked else max(of) + 1
    return StableTopics(of, earlier.names, near, old, new, placed)


def keep(earlier: PreviousMap, topics: StableTopics, radii: Sequence[float]) -> StableLayout:
    """Return the layout of the *earlier* map with the new notes added by their *topics*."""
    centres = {note: (known.x, known.y) for note, known in topics.old.items()}
    _add(topics, centres, radii)
    return StableLayout(centres, earlier.circles, earlier.topic_links)


def _neighbours(scene: Scene) -> dict[int, list[int]]:
    near: defaultdict[int, list[int]] = defaultdict(list)
    for link in scene.links:
        near[link.before].append(link.after)
        near[link.after].append(link.before)
    return dict(sorted(near.items()))


def _settled(
    scene: Scene, earlier: PreviousMap, near: Mapping[int, object]
) -> dict[int, PreviousNote]:
    """Return the notes that had links on the earlier map and still have some."""
    known = known_places(scene, earlier)
    return {note: known[note] for note in near if note in known and known[note].topic != NO_TOPIC}


def _add(topics: StableTopics, centres: dict[int, Point], radii: Sequence[float]) -> None:
    """Place the new notes near their neighbours, and those without any below the others."""
    taken = _OccupiedGrid()
    for note, place in centres.items():
        taken.add(place, radii[note])
    left = min((x for x, _ in centres.values()), default=0.0)
    bottom = max((y for _, y in centres.values()), default=0.0) + 2 * _CELL
    for note in topics.new:
        linked = [other for other in topics.near[note] if other in centres]
        same = [centres[other] for other in linked if topics.of[other] == topics.of[note]]
        centres[note] = taken.free(_mean(same) if same else (left, bottom), radii[note])
        taken.add(centres[note], radii[note])


def _by_nearness(
    new: Sequence[int], near: Mapping[int, Sequence[int]], old: Collection[int]
) -> Iterator[int]:
    """Yield the new notes so that each follows one of its neighbours where possible."""
    waiting = dict.fromkeys(new)
    linked = [note for note in new if any(other in old for other in near[note])]
    for start in (*linked, *new):
        front = [start]
        for note in front:
            if note in waiting:
                del waiting[note]
                yield note
                front += [other for other in near[note] if other in waiting]


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


class _OccupiedGrid:
    """The occupied positions, in a grid with cells larger than any two dots.

    So a collision can only be with a dot in the same or an adjacent cell.
    """

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[Point, float]]] = defaultdict(list)

    def add(self, place: Point, radius: float) -> None:
        self._cells[_cell(place)].append((place, radius))

    def free(self, wish: Point, radius: float) -> Point:
        """Return approximately the free position nearest to *wish*, searched along a spiral."""
        x, y = wish
        for number in range(_TRIES):
            angle, away = number * _GOLDEN_ANGLE, _STEP * number**0.5
            x, y = round(wish[0] + away * cos(angle)), round(wish[1] + away * sin(angle))
            if self._is_free((x, y), radius):
                break
        return x, y

    def _is_free(self, place: Point, radius: float) -> bool:
        column, row = _cell(place)
        around = [(column + across, row + down) for across in (-1, 0, 1) for down in (-1, 0, 1)]
        return all(
            hypot(x - place[0], y - place[1]) >= radius + other + _GAP
            for cell in around
            for (x, y), other in self._cells.get(cell, ())
        )


def _cell(place: Point) -> tuple[int, int]:
    return int(place[0] // _CELL), int(place[1] // _CELL)
