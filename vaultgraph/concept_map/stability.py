"""Topics and places kept from the earlier map, so that it does not change when notes are added.

A note that was there stays what and where it was; a new one has the topic that it is joined to
most, and goes to the nearest free place among its notes.  When a quarter of all notes has come so,
or a topic is gone, new topics and a new layout are due.
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

_DUE = 0.25
_CELL, _GAP, _STEP, _TRIES = 48.0, 6.0, 6.0, 900
_GOLDEN_ANGLE = pi * (3 - 5**0.5)


class StableTopics(NamedTuple):
    """The topic of each note, and the `names` of those that were there.

    The `old` notes are known from the earlier map, the `new` ones come each after one that it is
    joined to, as far as that goes; `near` are those that a note is joined to.  `placed` is how many
    were added one by one since the topics were found.
    """

    of: list[int]
    names: list[str]
    near: Mapping[int, Sequence[int]]
    old: Mapping[int, PreviousNote]
    new: list[int]
    placed: int


class StableLayout(NamedTuple):
    """The places of all linked notes; `circles` and `roads` are those of the earlier map."""

    centres: dict[int, Point]
    circles: tuple[list[Circle], list[Circle]]
    topic_links: list[tuple[int, int, int]]


def known_places(scene: Scene, earlier: PreviousMap | None) -> dict[int, PreviousNote]:
    """The notes of *scene* that the *earlier* map had."""
    if not earlier:
        return {}
    found = ((number, earlier.notes.get(note_key(note))) for number, note in enumerate(scene.notes))
    return {number: known for number, known in found if known}


def is_unchanged(scene: Scene, earlier: PreviousMap) -> bool:
    """Whether *scene* has the notes and links of the *earlier* map, no more and no less."""
    keys = [note_key(note) for note in scene.notes]
    pairs = {(keys[link.before], keys[link.after]) for link in scene.links}
    return earlier.notes.keys() == set(keys) and earlier.links.keys() == pairs


def keep_stable_topics(scene: Scene, earlier: PreviousMap) -> StableTopics | None:
    """The topics of *scene* as they were; None if new ones are due."""
    near = _neighbours(scene)
    old = _settled(scene, earlier, near)
    new = [note for note in near if note not in old]
    placed = earlier.placed + len(new)
    of = [NO_TOPIC] * len(scene.notes)
    for note, known in old.items():
        of[note] = known.topic
    gone = {known.topic for known in earlier.notes.values()} - {NO_TOPIC} - set(of)
    if gone or placed > _DUE * len(near):
        return None
    new = list(_by_nearness(new, near, old))
    for note in new:
        beside = Counter(of[other] for other in near[note] if of[other] != NO_TOPIC)
        of[note] = beside.most_common(1)[0][0] if beside else max(of) + 1
    return StableTopics(of, earlier.names, near, old, new, placed)


def keep(earlier: PreviousMap, topics: StableTopics, radii: Sequence[float]) -> StableLayout:
    """Place the dots as they were on the *earlier* map, and the new ones by their *topics*."""
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
    """The notes that were there with links, and still have some."""
    known = known_places(scene, earlier)
    return {note: known[note] for note in near if note in known and known[note].topic != NO_TOPIC}


def _add(topics: StableTopics, centres: dict[int, Point], radii: Sequence[float]) -> None:
    """Put the new notes beside the others; what is joined to none of them begins below."""
    taken = _Taken()
    for note, place in centres.items():
        taken.add(place, radii[note])
    left = min((x for x, _ in centres.values()), default=0.0)
    bottom = max((y for _, y in centres.values()), default=0.0) + 2 * _CELL
    for note in topics.new:
        beside = [other for other in topics.near[note] if other in centres]
        same = [centres[other] for other in beside if topics.of[other] == topics.of[note]]
        centres[note] = taken.free(_mean(same) if same else (left, bottom), radii[note])
        taken.add(centres[note], radii[note])


def _by_nearness(
    new: Sequence[int], near: Mapping[int, Sequence[int]], old: Collection[int]
) -> Iterator[int]:
    """Yield each new note after one that it is joined to, as far as that goes."""
    waiting = dict.fromkeys(new)
    beside = [note for note in new if any(other in old for other in near[note])]
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
