"""Layered layout (Sugiyama style): prerequisites come before the notes that build on them.

Links that would close a cycle are reversed, a link across several layers gets a bend in each, and
the notes of each layer are ordered to minimize crossings.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from vaultgraph.concept_map.ordering import order_layers
from vaultgraph.concept_map.spacing import align_layers

__all__ = ["Layers", "Point", "layout_layers"]

Point = tuple[float, float]
Pair = tuple[int, int]
Size = tuple[float, float]
Links = Mapping[int, list[int]]

_BEND = 10.0
_ROUNDS = 50


class Layers(NamedTuple):
    """The centre of each note, and the bends of links that cross other layers, in pixels."""

    centres: dict[int, Point]
    bends: dict[Pair, tuple[Point, ...]]


def layout_layers(  # noqa: PLR0913  half of them are keyword options
    notes: Sequence[int],
    links: Iterable[Pair],
    sizes: Mapping[int, Size],
    *,
    flow: str,
    gaps: Size,
    before: Mapping[int, Point] | None = None,
) -> Layers:
    """Lay out *notes* top to bottom (*flow* TB) or left to right (LR).

    *gaps* are the gaps within and between layers.  If *links* contradict each other, earlier ones
    win.  Notes keep their order in the positions *before*, unless another has fewer crossings.
    """
    down = flow == "TB"
    breadth = {note: size[0 if down else 1] for note, size in sizes.items()}
    depth = {note: size[1 if down else 0] for note, size in sizes.items()}
    children = _acyclic(notes, links)
    layer = _layers(notes, children)
    chains = dict(_chains(children, layer, first=-1))
    rows, joins = _rows(notes, layer, chains)
    was = {note: point[0 if down else 1] for note, point in (before or {}).items()}
    rows = order_layers(rows, joins, _by_places(rows, chains, was) if was else None)
    across = align_layers(rows, joins, {**dict.fromkeys(_bends(chains), _BEND), **breadth}, gaps[0])
    along = _along(rows, depth, gaps[1], 0.5 if down else 0.0)
    centres = {v: (across[v], along[v]) if down else (along[v], across[v]) for v in across}
    bends = {pair: tuple(centres[bend] for bend in chain[1:-1]) for pair, chain in chains.items()}
    return Layers({note: centres[note] for note in notes}, {k: b for k, b in bends.items() if b})


def _acyclic(notes: Sequence[int], links: Iterable[Pair]) -> dict[int, list[int]]:
    """Return the children of each note by *links*; links that would close a cycle are reversed."""
    children: dict[int, list[int]] = {note: [] for note in notes}
    # A search per link is quadratic, but layers are for small maps, and links that come first (the
    # relations) keep their direction, which a feedback arc set of all would not promise.
    for before, after in links:
        if before == after:
            continue
        turned = before in _reached(after, children)
        first, second = (after, before) if turned else (before, after)
        if second not in children[first]:
            children[first].append(second)
    return children


def _reached(start: int, children: Mapping[int, list[int]]) -> set[int]:
    found, waiting = {start}, [start]
    while waiting:
        for child in children[waiting.pop()]:
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def _layers(notes: Sequence[int], children: Mapping[int, list[int]]) -> dict[int, int]:
    """Assign each note a layer below its parents, then shift notes to shorten their links."""
    parents: defaultdict[int, list[int]] = defaultdict(list)
    for note, below in children.items():
        for child in below:
            parents[child].append(note)
    layer: dict[int, int] = {}
    for note in _topological(notes, children, parents):
        layer[note] = max((layer[parent] + 1 for parent in parents[note]), default=0)
    # A note that only has to be above its children starts at the top; each layer that its links
    # cross costs a bend, and makes crossings likely.
    for _ in range(_ROUNDS):
        raised = [_shifted(note, layer, children, parents, -1) for note in notes]
        lowered = [_shifted(note, layer, parents, children, 1) for note in notes]
        if not any((*raised, *lowered)):
            break
    top = min(layer.values())
    return {note: number - top for note, number in layer.items()}


def _shifted(note: int, layer: dict[int, int], opposite: Links, ahead: Links, step: int) -> bool:
    """Move *note* by *step*, with the notes *ahead* that block it, if that shortens links.

    Nikolov and Tarassov, "Graph layering by promotion of nodes" (2006).
    """
    moving = dict.fromkeys([note])
    for each in (waiting := [note]):
        blocking = [o for o in ahead[each] if layer[o] == layer[each] + step and o not in moving]
        moving.update(dict.fromkeys(blocking))
        waiting += blocking
    longer = sum(other not in moving for each in moving for other in opposite[each])
    shorter = sum(other not in moving for each in moving for other in ahead[each])
    if longer >= shorter:
        return False
    layer.update((each, layer[each] + step) for each in moving)
    return True


def _topological(
    notes: Sequence[int], children: Mapping[int, list[int]], parents: Mapping[int, list[int]]
) -> list[int]:
    missing = {note: len(parents[note]) for note in notes}
    queue = [note for note in notes if not missing[note]]
    for note in queue:  # grows meanwhile
        for child in children[note]:
            missing[child] -= 1
            if not missing[child]:
                queue.append(child)
    return queue


def _chains(
    children: Mapping[int, list[int]], layer: Mapping[int, int], first: int
) -> Iterator[tuple[Pair, list[int]]]:
    """Yield each link as a chain with one node per layer; bends are numbered down from *first*."""
    for note, below in children.items():
        for child in below:
            bends = range(first, first - (layer[child] - layer[note] - 1), -1)
            first -= len(bends)
            yield (note, child), [note, *bends, child]


def _bends(chains: Mapping[Pair, list[int]]) -> Iterator[int]:
    for chain in chains.values():
        yield from chain[1:-1]


def _rows(
    notes: Sequence[int], layer: Mapping[int, int], chains: Mapping[Pair, list[int]]
) -> tuple[list[list[int]], list[Pair]]:
    rows: list[list[int]] = [[] for _ in range(max(layer.values()) + 1)]
    for note in notes:
        rows[layer[note]].append(note)
    joins: list[Pair] = []
    for (start, _), chain in chains.items():
        for step, bend in enumerate(chain[1:-1], 1):
            rows[layer[start] + step].append(bend)
        joins += pairwise(chain)
    return rows, joins


def _by_places(
    rows: Sequence[Sequence[int]], chains: Mapping[Pair, list[int]], was: Mapping[int, float]
) -> list[list[int]]:
    """Sort each row by its positions before; a new note goes between its neighbours."""
    ends: defaultdict[int, list[float]] = defaultdict(list)
    for (start, end), chain in chains.items():
        known = [was[note] for note in (start, end) if note in was]
        for note in chain:
            ends[note] += known
    middle = sum(was.values()) / len(was)
    place = {
        note: was[note]
        if note in was
        else sum(known_ends or [middle]) / len(known_ends or [middle])
        for row in rows
        for note in row
        for known_ends in [ends[note]]
    }
    return [sorted(row, key=lambda note: (place[note], note)) for row in rows]


def _along(
    rows: Sequence[Sequence[int]], depth: Mapping[int, float], gap: float, slack_before: float
) -> dict[int, float]:
    """Return the centres along the flow; *slack_before* is the share of slack before a note."""
    result, edge = {}, 0.0
    for row in rows:
        thickness = max(depth.get(note, 0.0) for note in row)
        for note in row:
            own = depth.get(note, thickness)
            result[note] = edge + (thickness - own) * slack_before + own / 2
        edge += thickness + gap
    return result
