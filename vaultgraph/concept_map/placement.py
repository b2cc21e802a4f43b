"""Choose the mode of a map and compute its layout.

`layered` is for small vaults: boxes in layers.  `dots` is for hundreds of notes, `big`, with round
regions, for more.  Unlinked notes are put into an area of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.concept_map.boxes import Box, width
from vaultgraph.concept_map.layered import Layers, Pair, Point, Size, layout_layers
from vaultgraph.concept_map.packing import find_components
from vaultgraph.concept_map.previous_map import PreviousMap, PreviousNote, note_key
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.sheet import (
    Layout,
    UnlinkedArea,
    arrangements,
    scale,
    side_by_side,
    with_unlinked_area,
)
from vaultgraph.concept_map.stability import StableLayout, is_unchanged, known_places
from vaultgraph.concept_map.topics import Topics

__all__ = ["choose_mode", "place_big", "place_boxes", "place_dots"]

_LAYERED_NOTES, _LAYERED_LINKS = 60, 2.2
# Without a graphics card, a browser moves 700 dots with 3,830 links at 60 frames a second, 1,452
# with 8,390 at 50, 2,880 with 16,520 at 35; beyond 4,000 links regions are easier to read, too.
_DOTS_NOTES, _DOTS_LINKS = 1500, 4000
_SAME_FLOW_BONUS = 1.25
_READABLE = 0.8


class Spacing(NamedTuple):
    """Gaps within and between layers: downwards as a pair, to the right as two numbers."""

    down: Size
    in_layer: float
    between_layers: float

    def right(self, name: float) -> Size:
        """Return the gaps to the right: layers leave room for relation names of this width."""
        return self.in_layer, max(self.between_layers, name + self.between_layers - 24)


_AIRY = Spacing((34.0, 58.0), 20.0, 80.0)
_TIGHT = Spacing((26.0, 36.0), 14.0, 60.0)


def choose_mode(scene: Scene) -> str:
    """Return the mode for *scene* by its size: layered, dots or big."""
    notes, links = len(scene.notes), len(scene.links)
    if notes <= _LAYERED_NOTES and links <= _LAYERED_LINKS * notes:
        return "layered"
    return "dots" if notes <= _DOTS_NOTES and links <= _DOTS_LINKS else "big"


def place_boxes(scene: Scene, boxes: Sequence[Box], previous: PreviousMap | None = None) -> Layout:
    """Lay out *boxes* in layers, downwards or to the right, whichever shows them larger.

    Gaps are reduced if names would be too small to read otherwise.  If notes, links and sizes are
    those of the *previous* map, so is the layout; else it stays as similar as possible.
    """
    # The same bytes for the same vault, even if a later version would lay it out otherwise.
    was = known_places(scene, previous)
    if previous and _fits(scene, boxes, previous, was):
        return _as_before(scene, previous, was)
    before = {note: (known.x, known.y) for note, known in was.items()}
    sizes = {number: (box.width, box.height) for number, box in enumerate(boxes)}
    groups, unlinked = _groups(scene)
    kinds = {link.kind for link in scene.links if link.kind}
    name = max((width(kind, 11) for kind in kinds), default=0) if len(kinds) > 1 else 0

    def candidates(spacing: Spacing) -> Iterator[Layout]:
        for flow, gaps in (("TB", spacing.down), ("LR", spacing.right(name))):
            same = previous is not None and previous.flow == flow
            drawn = [
                layout_layers(
                    group, pairs, sizes, flow=flow, gaps=gaps, before=before if same else None
                )
                for group, pairs in groups
            ]
            yield from arrangements(side_by_side(drawn, sizes, flow), unlinked, sizes)

    def score(placement: Layout) -> float:
        same = previous is not None and previous.flow == placement.flow
        # A map that is drawn again only changes its direction if that is a clear gain.
        return round(scale(placement, sizes) * (_SAME_FLOW_BONUS if same else 1.0), 2)

    # Of twelve candidates the one that a screen shows largest wins.  The score is rounded, so that
    # of nearly equal ones the first does.
    airy = max(candidates(_AIRY), key=score)
    return airy if scale(airy, sizes) >= _READABLE else max(candidates(_TIGHT), key=score)


def _fits(
    scene: Scene, boxes: Sequence[Box], previous: PreviousMap, was: Mapping[int, PreviousNote]
) -> bool:
    """Whether the previous layout still fits: same notes, links and sizes of *boxes*."""
    return is_unchanged(scene, previous) and all(
        (known.width, known.height) == (boxes[note].width, boxes[note].height)
        for note, known in was.items()
    )


def _as_before(scene: Scene, previous: PreviousMap, was: Mapping[int, PreviousNote]) -> Layout:
    keys = [note_key(note) for note in scene.notes]
    bends = {
        (link.before, link.after): previous.links[keys[link.before], keys[link.after]]
        for link in scene.links
    }
    return Layout(
        {note: (known.x, known.y) for note, known in was.items()},
        {pair: points for pair, points in bends.items() if points},
        UnlinkedArea(*previous.unlinked_area) if previous.unlinked_area else None,
        previous.flow,
    )


def place_dots(
    scene: Scene, topic: Sequence[int], radii: Sequence[float], stable: StableLayout | None = None
) -> Layout:
    """Lay out dots by forces, connected components side by side, unless *stable* has a layout."""
    sizes = {note: (2 * radius + 20, 2 * radius + 20) for note, radius in enumerate(radii)}
    if stable:
        layouts = [Layout(stable.centres)]
        unlinked = [note for note in range(len(scene.notes)) if note not in stable.centres]
    else:
        groups, unlinked = _groups(scene)
        drawn = [Layers(_spread(group, pairs, topic, radii), {}) for group, pairs in groups]
        layouts = side_by_side(drawn, sizes, "")
    sizes.update(dict.fromkeys(unlinked, _cell(len(unlinked))))
    candidates = arrangements(layouts, unlinked, sizes)
    return max(candidates, key=lambda placement: round(scale(placement, sizes), 3))


def place_big(
    scene: Scene, topics: Topics, radii: Sequence[float], stable: StableLayout | None = None
) -> Layout:
    """Lay out dots in round regions by topic, unless *stable* has a layout."""
    from vaultgraph.concept_map.regions import place_regions, stable_regions

    regions = stable_regions(scene, stable) if stable else place_regions(scene.links, topics, radii)
    unlinked = [note for note in range(len(scene.notes)) if note not in regions.centres]
    sizes = {note: (2 * radius + 20, 2 * radius + 20) for note, radius in enumerate(radii)}
    sizes.update(dict.fromkeys(unlinked, _cell(len(unlinked))))
    layout = with_unlinked_area(
        Layout(regions.centres, regions=regions), unlinked, sizes, rows=False
    )
    return layout._replace(
        centres={n: (round(x), round(y)) for n, (x, y) in layout.centres.items()}
    )


def _groups(scene: Scene) -> tuple[list[tuple[list[int], list[Pair]]], list[int]]:
    """Return the connected components with the links in each, and the unlinked notes."""
    pairs = [(link.before, link.after) for link in scene.links if not link.implied]
    members = find_components(len(scene.notes), pairs)
    group_of = {note: number for number, group in enumerate(members) for note in group}
    inside: list[list[Pair]] = [[] for _ in members]
    for pair in pairs:
        inside[group_of[pair[0]]].append(pair)
    linked = [(group, inside[n]) for n, group in enumerate(members) if len(group) > 1]
    return linked, [group[0] for group in members if len(group) == 1]


def _cell(count: int) -> Size:
    """Return the size of a cell for one of *count* unlinked dots: only a few show their names."""
    return (150.0, 22.0) if count <= 40 else (90.0, 22.0) if count <= 150 else (6.0, 6.0)


def _reach(count: int) -> float:
    """Return the spacing of *count* dots: few need more, for the names next to them."""
    return 76.0 if count < 40 else 52.0 if count < 400 else 34.0


def _spread(
    group: Sequence[int], pairs: Sequence[Pair], topic: Sequence[int], radii: Sequence[float]
) -> dict[int, Point]:
    import numpy as np

    from vaultgraph.concept_map.force import layout_force, separate

    number = {note: place for place, note in enumerate(group)}
    # Links within a topic pull four times as hard, so that topics appear as clusters.
    weights = [2.2 if topic[a] == topic[b] else 0.55 for a, b in pairs]
    places = layout_force(len(group), [(number[a], number[b]) for a, b in pairs], weights)
    reach = _reach(len(group)) * len(group) ** 0.5
    places *= reach / max(1e-9, float(np.ptp(places, axis=0).mean()))
    places = separate(places, np.array([radii[note] for note in group]), 14.0)
    places[:, 0] *= 1.2  # room for the names next to the dots
    return {
        note: (round(float(x), 1), round(float(y), 1))
        for note, (x, y) in zip(group, places, strict=True)
    }
