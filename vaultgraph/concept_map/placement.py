"""Where everything stands on the map, and in which of its manners it is drawn.

`layered` is for small vaults: boxes in layers.  `dots` is for those of hundreds of notes, `big` for
all others: round regions.  Notes without links stand apart, in a tray.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.concept_map.boxes import Box, width
from vaultgraph.concept_map.layered import Layers, Pair, Point, Size, layered
from vaultgraph.concept_map.packing import components, grid, packed
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.topics import Topics

if TYPE_CHECKING:
    from vaultgraph.concept_map.regions import Regions

__all__ = ["Placement", "Tray", "manner", "place_big", "place_boxes", "place_dots"]

_LAYERED_NOTES, _LAYERED_LINKS = 60, 2.2
_DOTS_NOTES, _DOTS_LINKS = 1500, 4000
_SCREEN = (1130.0, 770.0)
_TRAY_EDGE, _TRAY_TITLE = 18.0, 30.0


class Tray(NamedTuple):
    """The rectangle round the notes without links."""

    left: float
    top: float
    width: float
    height: float


class Placement(NamedTuple):
    """The centre of each note, the bends of links over several layers, the tray if there is one.

    `regions` are there in the manner `big` only.
    """

    centres: Mapping[int, Point]
    bends: Mapping[Pair, tuple[Point, ...]] = {}
    tray: Tray | None = None
    flow: str = ""
    regions: "Regions | None" = None


def manner(scene: Scene) -> str:
    """Say how *scene* is drawn: layered, dots or big."""
    notes, links = len(scene.notes), len(scene.links)
    if notes <= _LAYERED_NOTES and links <= _LAYERED_LINKS * notes:
        return "layered"
    return "dots" if notes <= _DOTS_NOTES and links <= _DOTS_LINKS else "big"


def place_boxes(scene: Scene, boxes: Sequence[Box]) -> Placement:
    """Lay *boxes* out in layers, downwards or to the right, whichever shows them larger."""
    sizes = {number: (box.width, box.height) for number, box in enumerate(boxes)}
    groups, lone = _groups(scene)
    kinds = {link.kind for link in scene.links if link.kind}
    name = max((width(kind, 11) for kind in kinds), default=0) if len(kinds) > 1 else 0
    candidates = []
    for flow, gaps in (("TB", (34.0, 58.0)), ("LR", (20.0, max(80.0, name + 56)))):
        drawn = [layered(group, pairs, sizes, flow=flow, gaps=gaps) for group, pairs in groups]
        candidates += _arrangements(drawn, lone, sizes, flow)
    return max(candidates, key=lambda placement: round(_scale(placement, sizes), 2))


def place_dots(scene: Scene, topic: Sequence[int], radii: Sequence[float]) -> Placement:
    """Spread dots by forces, one group of linked notes beside the other."""
    groups, lone = _groups(scene)
    drawn = [Layers(_spread(group, pairs, topic, radii), {}) for group, pairs in groups]
    sizes = {note: (2 * radius + 20, 2 * radius + 20) for note, radius in enumerate(radii)}
    sizes.update(dict.fromkeys(lone, _cell(len(lone))))
    candidates = _arrangements(drawn, lone, sizes, "")
    return max(candidates, key=lambda placement: round(_scale(placement, sizes), 3))


def place_big(scene: Scene, topics: Topics, radii: Sequence[float]) -> Placement:
    """Gather dots in round regions by their topics."""
    from vaultgraph.concept_map.regions import place_regions

    regions = place_regions(scene.links, topics, radii)
    lone = [note for note in range(len(scene.notes)) if note not in regions.centres]
    sizes = {note: (2 * radius + 20, 2 * radius + 20) for note, radius in enumerate(radii)}
    sizes.update(dict.fromkeys(lone, _cell(len(lone))))
    return _with_tray(Placement(regions.centres, regions=regions), lone, sizes, rows=False)


def _groups(scene: Scene) -> tuple[list[tuple[list[int], list[Pair]]], list[int]]:
    """The notes that hang together with the links between them, and the notes that hang alone."""
    pairs = [(link.before, link.after) for link in scene.links if not link.implied]
    members = components(len(scene.notes), pairs)
    group_of = {note: number for number, group in enumerate(members) for note in group}
    inside: list[list[Pair]] = [[] for _ in members]
    for pair in pairs:
        inside[group_of[pair[0]]].append(pair)
    linked = [(group, inside[n]) for n, group in enumerate(members) if len(group) > 1]
    return linked, [group[0] for group in members if len(group) == 1]


def _cell(count: int) -> Size:
    """The room for one of *count* dots in the tray: a few have names beside them, many do not."""
    return (150.0, 22.0) if count <= 40 else (60.0, 22.0) if count <= 150 else (6.0, 6.0)


def _arrangements(
    drawn: Sequence[Layers], lone: Sequence[int], sizes: Mapping[int, Size], flow: str
) -> list[Placement]:
    """The same drawings and lone notes, set side by side in several ways."""
    wholes = [_joined(drawn, sizes, flow, aspect) for aspect in (1.5, 0.8, 3.0)]
    return [_with_tray(whole, lone, sizes, rows=rows) for whole in wholes for rows in (False, True)]


def _spread(
    group: Sequence[int], pairs: Sequence[Pair], topic: Sequence[int], radii: Sequence[float]
) -> dict[int, Point]:
    import numpy as np

    from vaultgraph.concept_map.force import apart, spread

    number = {note: place for place, note in enumerate(group)}
    weights = [2.2 if topic[a] == topic[b] else 0.55 for a, b in pairs]
    places = spread(len(group), [(number[a], number[b]) for a, b in pairs], weights)
    reach = (52.0 if len(group) < 400 else 34.0) * len(group) ** 0.5
    places *= reach / max(1e-9, float(np.ptp(places, axis=0).mean()))
    places = apart(places, np.array([radii[note] for note in group]), 14.0)
    places[:, 0] *= 1.2
    return {
        note: (round(float(x), 1), round(float(y), 1))
        for note, (x, y) in zip(group, places, strict=True)
    }


def _joined(
    drawn: Sequence[Layers], sizes: Mapping[int, Size], flow: str, aspect: float
) -> Placement:
    """Set the drawings of all groups into one of about this *aspect*."""
    frames = [_frame(layers, sizes) for layers in drawn]
    extents = [(right - left, bottom - top) for left, top, right, bottom in frames]
    corners = packed(extents, aspect, 80.0) if drawn else []
    centres: dict[int, Point] = {}
    bends: dict[Pair, tuple[Point, ...]] = {}
    for layers, frame, corner in zip(drawn, frames, corners, strict=True):
        move = (corner[0] - frame[0], corner[1] - frame[1])
        centres.update((note, _moved(point, move)) for note, point in layers.centres.items())
        for pair, points in layers.bends.items():
            bends[pair] = tuple(_moved(point, move) for point in points)
    return Placement(centres, bends, None, flow)


def _moved(point: Point, move: Point) -> Point:
    return round(point[0] + move[0], 1), round(point[1] + move[1], 1)


def _frame(
    drawn: Layers | Placement, sizes: Mapping[int, Size]
) -> tuple[float, float, float, float]:
    """The left, top, right and bottom edge of all boxes and bends."""
    points = [(point, sizes[note]) for note, point in drawn.centres.items()]
    points += [(bend, (0.0, 0.0)) for bends in drawn.bends.values() for bend in bends]
    return (
        min((x - w / 2 for (x, _), (w, _) in points), default=0.0),
        min((y - h / 2 for (_, y), (_, h) in points), default=0.0),
        max((x + w / 2 for (x, _), (w, _) in points), default=0.0),
        max((y + h / 2 for (_, y), (_, h) in points), default=0.0),
    )


def _with_tray(
    whole: Placement, lone: Sequence[int], sizes: Mapping[int, Size], *, rows: bool
) -> Placement:
    """Put the *lone* notes into a tray below *whole* if they stand in *rows*, else to its right."""
    if not lone:
        return whole
    left, top, right, bottom = _frame(whole, sizes)
    gap = 14.0
    span = right - left if rows else bottom - top
    least = (sum(w * h for w, h in map(sizes.__getitem__, lone)) * 1.6) ** 0.5
    inside = grid([sizes[n] for n in lone], max(span - 2 * _TRAY_EDGE, least), gap, rows=rows)
    apart_by = 70.0 if whole.centres else 0.0
    corner = (left, bottom + apart_by) if rows else (right + apart_by, top)
    move = (corner[0] + _TRAY_EDGE, corner[1] + _TRAY_TITLE)
    placed = {note: _moved(point, move) for note, point in zip(lone, inside, strict=True)}
    edges = _frame(Placement(placed), sizes)
    wide, high = edges[2] - corner[0] + _TRAY_EDGE, edges[3] - corner[1] + _TRAY_EDGE
    if not whole.flow:  # a dot stands at the left of its cell, before its name
        placed = {n: _moved(p, ((sizes[n][1] - sizes[n][0]) / 2, 0.0)) for n, p in placed.items()}
    tray = Tray(*(round(value, 1) for value in (*corner, max(wide, 150.0), high)))
    return whole._replace(centres={**whole.centres, **placed}, tray=tray)


def _scale(placement: Placement, sizes: Mapping[int, Size]) -> float:
    """How large the map shows on a usual screen."""
    left, top, right, bottom = _frame(placement, sizes)
    if placement.tray:
        right = max(right, placement.tray.left + placement.tray.width)
    return min(_SCREEN[0] / (right - left + 1), _SCREEN[1] / (bottom - top + 1), 1.2)
