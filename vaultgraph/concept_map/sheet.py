"""Arrange the drawings of a map side by side, with an area for unlinked notes."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from vaultgraph.concept_map.layered import Layers, Pair, Point, Size
from vaultgraph.concept_map.packing import grid, pack_rectangles

__all__ = ["Layout", "UnlinkedArea", "arrangements", "scale", "side_by_side", "with_unlinked_area"]

_SCREEN = (1130.0, 770.0)
_AREA_MARGIN, _AREA_TITLE = 18.0, 30.0


class UnlinkedArea(NamedTuple):
    """The rectangle around the notes without links."""

    left: float
    top: float
    width: float
    height: float


class Layout(NamedTuple):
    """The centre of each note, the bends of links across layers, and the area of unlinked notes."""

    centres: Mapping[int, Point]
    bends: Mapping[Pair, tuple[Point, ...]] = {}
    unlinked_area: UnlinkedArea | None = None
    flow: str = ""


def side_by_side(drawn: Sequence[Layers], sizes: Mapping[int, Size], flow: str) -> list[Layout]:
    """Return layouts of the drawings side by side, in several aspect ratios."""
    return [_joined(drawn, sizes, flow, aspect) for aspect in (1.5, 0.8, 3.0)]


def arrangements(
    layouts: Sequence[Layout], unlinked: Sequence[int], sizes: Mapping[int, Size]
) -> list[Layout]:
    """Return two variants of each of *layouts*: the *unlinked* notes to its right, and below it."""
    return [
        with_unlinked_area(layout, unlinked, sizes, rows=rows)
        for layout in layouts
        for rows in (False, True)
    ]


def _joined(drawn: Sequence[Layers], sizes: Mapping[int, Size], flow: str, aspect: float) -> Layout:
    """Combine the drawings of all groups into one layout of about this *aspect*."""
    frames = [_frame(layers, sizes) for layers in drawn]
    extents = [(right - left, bottom - top) for left, top, right, bottom in frames]
    corners = pack_rectangles(extents, aspect, 80.0) if drawn else []
    centres: dict[int, Point] = {}
    bends: dict[Pair, tuple[Point, ...]] = {}
    for layers, frame, corner in zip(drawn, frames, corners, strict=True):
        move = (corner[0] - frame[0], corner[1] - frame[1])
        centres.update((note, _moved(point, move)) for note, point in layers.centres.items())
        for pair, points in layers.bends.items():
            bends[pair] = tuple(_moved(point, move) for point in points)
    return Layout(centres, bends, None, flow)


def _moved(point: Point, move: Point) -> Point:
    return round(point[0] + move[0], 1), round(point[1] + move[1], 1)


def _frame(drawn: Layers | Layout, sizes: Mapping[int, Size]) -> tuple[float, float, float, float]:
    """Return the left, top, right and bottom edges of all boxes and bends."""
    points = [(point, sizes[note]) for note, point in drawn.centres.items()]
    points += [(bend, (0.0, 0.0)) for bends in drawn.bends.values() for bend in bends]
    return (
        min((x - w / 2 for (x, _), (w, _) in points), default=0.0),
        min((y - h / 2 for (_, y), (_, h) in points), default=0.0),
        max((x + w / 2 for (x, _), (w, _) in points), default=0.0),
        max((y + h / 2 for (_, y), (_, h) in points), default=0.0),
    )


def with_unlinked_area(
    layout: Layout, unlinked: Sequence[int], sizes: Mapping[int, Size], *, rows: bool
) -> Layout:
    """Add an area with the *unlinked* notes to *layout*: in *rows* below it, or to its right."""
    if not unlinked:
        return layout
    left, top, right, bottom = _frame(layout, sizes)
    gap = 14.0
    span = right - left if rows else bottom - top
    least = (sum(w * h for w, h in map(sizes.__getitem__, unlinked)) * 1.6) ** 0.5
    inside = grid([sizes[n] for n in unlinked], max(span - 2 * _AREA_MARGIN, least), gap, rows=rows)
    apart_by = 70.0 if layout.centres else 0.0
    corner = (left, bottom + apart_by) if rows else (right + apart_by, top)
    move = (corner[0] + _AREA_MARGIN, corner[1] + _AREA_TITLE)
    placed = {note: _moved(point, move) for note, point in zip(unlinked, inside, strict=True)}
    edges = _frame(Layout(placed), sizes)
    wide, high = edges[2] - corner[0] + _AREA_MARGIN, edges[3] - corner[1] + _AREA_MARGIN
    area = UnlinkedArea(*(round(value, 1) for value in (*corner, max(wide, 150.0), high)))
    return layout._replace(centres={**layout.centres, **placed}, unlinked_area=area)


def scale(placement: Layout, sizes: Mapping[int, Size]) -> float:
    """Return the zoom at which the map fits a common screen, at most 1.2."""
    left, top, right, bottom = _frame(placement, sizes)
    if placement.unlinked_area:
        right = max(right, placement.unlinked_area.left + placement.unlinked_area.width)
    return min(_SCREEN[0] / (right - left + 1), _SCREEN[1] / (bottom - top + 1), 1.2)
