"""Choose the mode of a map, and lay out small ones in layers.

`layered` is for small vaults: boxes in layers, and unlinked notes in an area of their own.  `atlas`
is for all others: the page itself lays out nested areas.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.concept_map.boxes import Box, width
from vaultgraph.concept_map.layered import Pair, Size, layout_layers
from vaultgraph.concept_map.packing import find_components
from vaultgraph.concept_map.previous_map import PreviousMap, PreviousNote, note_key
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.sheet import (
    Layout,
    UnlinkedArea,
    arrangements,
    scale,
    side_by_side,
)
from vaultgraph.concept_map.stability import is_unchanged, known_places

__all__ = ["choose_mode", "place_boxes"]

_LAYERED_NOTES, _LAYERED_LINKS = 60, 2.2
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
    """Return the mode for *scene* by its size: layered or atlas."""
    notes, links = len(scene.notes), len(scene.links)
    is_small = notes <= _LAYERED_NOTES and links <= _LAYERED_LINKS * notes
    return "layered" if is_small else "atlas"


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
        flows = (("TB", spacing.down), ("LR", spacing.right(name)))
        for flow, gaps in flows[:1] if len(boxes) > _LAYERED_NOTES else flows:
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

    if len(boxes) > _LAYERED_NOTES:  # asked for: no screen shows it whole anyway
        return max(candidates(_TIGHT), key=score)
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
