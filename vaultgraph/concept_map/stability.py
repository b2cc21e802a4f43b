"""Keep topics and positions of the previous map, so that it stays stable when notes are added.

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
    "extend_layout",
    "extend_topics",
    "is_unchanged",
    "known_places",
]

Point = tuple[float, float]

_RELAYOUT_SHARE = 0.25
_CELL, _GAP, _STEP, _TRIES = 48.0, 6.0, 6.0, 900
_GOLDEN_ANGLE = pi * (3 - 5**0.5)


class StableTopics(NamedTuple):
    """The topic of each note, and the `names` of the previous topics.

    `neighbours` are those of each note.  `old` notes are those of the previous map; `new` ones are
    ordered so that each follows one of its neighbours where possible.  `placed` is the number of
    notes added since the topics were found.
    """

    of: list[int]
    names: list[str]
    neighbours: Mapping[int, Sequence[int]]
    old: Mapping[int, PreviousNote]
    new: list[int]
    placed: int


class StableLayout(NamedTuple):
    """The positions of all linked notes; `circles` and `topic_links` are from the previous map."""

    centres: dict[int, Point]
    circles: tuple[list[Circle], list[Circle]]
    topic_links: list[tuple[int, int, int]]


def known_places(scene: Scene, previous: PreviousMap | None) -> dict[int, PreviousNote]:
    """Return the notes of *scene* that were on the *previous* map, by their index."""
    if not previous:
        return {}
    found = (
        (number, previous.notes.get(note_key(note))) for number, note in enumerate(scene.notes)
    )
    return {number: known for number, known in found if known}


def is_unchanged(scene: Scene, previous: PreviousMap) -> bool:
    """Whether *scene* has exactly the notes and links of the *previous* map."""
    keys = [note_key(note) for note in scene.notes]
    pairs = {(keys[link.before], keys[link.after]) for link in scene.links}
    return previous.notes.keys() == set(keys) and previous.links.keys() == pairs


def extend_topics(scene: Scene, previous: PreviousMap) -> StableTopics | None:
    """Return the topics of *scene*, from *previous* if known; None if they must be recomputed."""
    neighbours = _neighbours(scene)
    old = _settled(scene, previous, neighbours)
    new = [note for note in neighbours if note not in old]
    placed = previous.placed + len(new)
    of = [NO_TOPIC] * len(scene.notes)
    for note, known in old.items():
        of[note] = known.topic
    # A topic without notes would leave a circle around nothing, and its number unused.
    gone = {known.topic for known in previous.notes.values()} - {NO_TOPIC} - set(of)
    if gone or placed > _RELAYOUT_SHARE * len(neighbours):
        return None
    new = list(_order_by_neighbours(new, neighbours, old))
    for note in new:
        linked = Counter(of[other] for other in neighbours[note] if of[other] != NO_TOPIC)
        of[note] = linked.most_common(1)[0][0] if linked else max(of) + 1
    return StableTopics(of, previous.names, neighbours, old, new, placed)


def extend_layout(
    previous: PreviousMap, topics: StableTopics, radii: Sequence[float]
) -> StableLayout:
    """Return the layout of the *previous* map with the new notes added by their *topics*."""
    centres = {note: (known.x, known.y) for note, known in topics.old.items()}
    _add(topics, centres, radii)
    return StableLayout(centres, previous.circles, previous.topic_links)


def _neighbours(scene: Scene) -> dict[int, list[int]]:
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for link in scene.links:
        neighbours[link.before].append(link.after)
        neighbours[link.after].append(link.before)
    return dict(sorted(neighbours.items()))


def _settled(
    scene: Scene, previous: PreviousMap, neighbours: Mapping[int, object]
) -> dict[int, PreviousNote]:
    """Return the notes that had links on the previous map and still have some."""
    known = known_places(scene, previous)
    return {
        note: known[note] for note in neighbours if note in known and known[note].topic != NO_TOPIC
    }


def _add(topics: StableTopics, centres: dict[int, Point], radii: Sequence[float]) -> None:
    """Place the new notes near their neighbours, and those without any below the others."""
    taken = _OccupiedGrid()
    for note, place in centres.items():
        taken.add(place, radii[note])
    left = min((x for x, _ in centres.values()), default=0.0)
    bottom = max((y for _, y in centres.values()), default=0.0) + 2 * _CELL
    for note in topics.new:
        linked = [other for other in topics.neighbours[note] if other in centres]
        same = [centres[other] for other in linked if topics.of[other] == topics.of[note]]
        centres[note] = taken.free(_mean(same) if same else (left, bottom), radii[note])
        taken.add(centres[note], radii[note])


def _order_by_neighbours(
    new: Sequence[int], neighbours: Mapping[int, Sequence[int]], old: Collection[int]
) -> Iterator[int]:
    """Yield the new notes so that each follows one of its neighbours where possible."""
    waiting = dict.fromkeys(new)
    linked = [note for note in new if any(other in old for other in neighbours[note])]
    for start in (*linked, *new):
        front = [start]
        for note in front:
            if note in waiting:
                del waiting[note]
                yield note
                front += [other for other in neighbours[note] if other in waiting]


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

    def free(self, wanted: Point, radius: float) -> Point:
        """Return approximately the free position nearest to *wanted*, searched along a spiral."""
        x, y = wanted
        # A sunflower spiral tries positions evenly in all directions, the closest ones first.  It
        # reaches 180 pixels: in a place that is full, dots overlap and stay near their neighbours.
        for number in range(_TRIES):
            angle, away = number * _GOLDEN_ANGLE, _STEP * number**0.5
            x, y = round(wanted[0] + away * cos(angle)), round(wanted[1] + away * sin(angle))
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
