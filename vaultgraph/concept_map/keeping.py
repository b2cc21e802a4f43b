"""Places kept from the earlier map, so that it does not jump when some notes are added.

A note that was there stays where it was; a new one goes to the nearest free place among those it
is joined to.  When a quarter of all notes has come so, or a topic is gone, a new layout is due.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, pi, sin
from typing import NamedTuple

from vaultgraph.concept_map.earlier import Circle, Earlier, Known, key
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.topics import NO_TOPIC, Topics

__all__ = ["Kept", "is_unchanged", "keep", "known_places"]

Point = tuple[float, float]

_DUE = 0.25
_CELL, _GAP, _STEP, _TRIES = 48.0, 6.0, 6.0, 900
_GOLDEN_ANGLE = pi * (3 - 5**0.5)


class Kept(NamedTuple):
    """The places and topics of all linked notes, and how many were placed one by one.

    `circles` and `roads` are those of the earlier map.
    """

    centres: dict[int, Point]
    topics: Topics
    placed: int
    circles: tuple[list[Circle], list[Circle]]
    roads: list[tuple[int, int, int]]


def known_places(scene: Scene, earlier: Earlier | None) -> dict[int, Known]:
    """The notes of *scene* that the *earlier* map had."""
    if not earlier:
        return {}
    found = ((number, earlier.notes.get(key(note))) for number, note in enumerate(scene.notes))
    return {number: known for number, known in found if known}


def is_unchanged(scene: Scene, earlier: Earlier) -> bool:
    """Whether *scene* has the notes and links of the *earlier* map, no more and no less."""
    keys = [key(note) for note in scene.notes]
    pairs = {(keys[link.before], keys[link.after]) for link in scene.links}
    return earlier.notes.keys() == set(keys) and earlier.links.keys() == pairs


def keep(scene: Scene, earlier: Earlier, radii: Sequence[float]) -> Kept | None:
    """Place the dots of *scene* as they were; None if a new layout is due."""
    near = _neighbours(scene)
    old = _settled(scene, earlier, near)
    new = [note for note in near if note not in old]
    placed = earlier.placed + len(new)
    topics = [NO_TOPIC] * len(scene.notes)
    for note, known in old.items():
        topics[note] = known.topic
    gone = {known.topic for known in earlier.notes.values()} - {NO_TOPIC} - set(topics)
    if gone or placed > _DUE * len(near):
        return None
    centres = {note: (known.x, known.y) for note, known in old.items()}
    _add(new, near, centres, topics, radii)
    return Kept(centres, Topics(topics, topics), placed, earlier.circles, earlier.roads)


def _neighbours(scene: Scene) -> dict[int, list[int]]:
    near: defaultdict[int, list[int]] = defaultdict(list)
    for link in scene.links:
        near[link.before].append(link.after)
        near[link.after].append(link.before)
    return dict(sorted(near.items()))


def _settled(scene: Scene, earlier: Earlier, near: Mapping[int, object]) -> dict[int, Known]:
    """The notes that were there with links, and still have some."""
    known = known_places(scene, earlier)
    return {note: known[note] for note in near if note in known and known[note].topic != NO_TOPIC}


def _add(
    new: Sequence[int],
    near: Mapping[int, Sequence[int]],
    centres: dict[int, Point],
    topics: list[int],
    radii: Sequence[float],
) -> None:
    """Put the *new* notes beside the others; what is joined to none of them begins below."""
    taken = _Taken()
    for note, place in centres.items():
        taken.add(place, radii[note])
    left = min((x for x, _ in centres.values()), default=0.0)
    bottom = max((y for _, y in centres.values()), default=0.0) + 2 * _CELL
    for note in _by_nearness(new, near, centres):
        beside = [other for other in near[note] if other in centres]
        topic = Counter(topics[other] for other in beside).most_common(1)
        topics[note] = topic[0][0] if topic else max(topics) + 1
        same = [centres[other] for other in beside if topics[other] == topics[note]]
        centres[note] = taken.free(_mean(same) if same else (left, bottom), radii[note])
        taken.add(centres[note], radii[note])


def _by_nearness(
    new: Sequence[int], near: Mapping[int, Sequence[int]], centres: Mapping[int, Point]
) -> Iterator[int]:
    """Yield each new note after one that it is joined to, as far as that goes."""
    waiting = dict.fromkeys(new)
    beside = [note for note in new if any(other in centres for other in near[note])]
    for start in (*beside, *new):
        front = [start]
        for note in front:
            if note in waiting:
                del waiting[note]
                yield note
                front += [other for other in near[note] if other in waiting]


def _mean(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


class _Taken:
    """Where dots stand already, asked through a grid whose cells are wider than any two dots."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[tuple[Point, float]]] = defaultdict(list)

    def add(self, place: Point, radius: float) -> None:
        self._cells[_cell(place)].append((place, radius))

    def free(self, wish: Point, radius: float) -> Point:
        """The free place nearest to *wish*, or nearly."""
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
