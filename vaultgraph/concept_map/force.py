"""Force-directed layout: links attract, notes repel, so that densely linked notes form groups.

Attraction grows with the logarithm of the distance (as in LinLog models), which separates groups
better than springs do.  For few notes repulsion is computed pairwise, for many on a mesh with FFT
(particle-mesh method of N-body simulations).
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["layout_force", "pulled", "separate", "sunflower"]

Array = NDArray[np.float64]
Indices = NDArray[np.int64]

_MAX_PAIRWISE = 320
_ROUNDS, _MOVES_PER_SEARCH, _MAX_THOROUGH, _MAX_MOVE = 12, 10, 1500, 6.0
_PUSH, _PULL, _GRAVITY = 4.0, 2.0, 0.03
_GOLDEN_ANGLE = 2.399963
_SEED = 7


def layout_force(count: int, links: Sequence[tuple[int, int]], weights: Sequence[float]) -> Array:
    """Return the positions of *count* notes, shape (count, 2), one of *weights* per link.

    The layout is centred, with its longest axis horizontal.  It is deterministic: the start is
    seeded.
    """
    ends: Indices = np.array(links, dtype=np.int64).reshape(-1, 2)
    # Repulsion by degree and steps that become shorter when a note swings to and fro are those of
    # ForceAtlas2 (Jacomy et al. 2014): notes with many links need room, and settle quickly.
    degree: Array = np.bincount(ends.ravel(), minlength=count).astype(np.float64)
    charge = 1.0 + (degree if count <= _MAX_PAIRWISE else 2.0 * np.sqrt(degree))
    pull = np.asarray(weights, dtype=np.float64)
    push = _push_each_other if count <= _MAX_PAIRWISE else _mesh(_cells(count))
    places = sunflower(np.random.default_rng(_SEED).permutation(count))
    before = np.zeros_like(places)
    steps = min(250, 30 + 8 * count) if count <= _MAX_PAIRWISE else 200
    for step in range(steps):
        force = push(places, charge) + pulled(places, ends, pull)
        # Without gravity, weakly linked groups would drift off the map.
        force -= _gravity(places, charge)
        swing = np.linalg.norm(force - before, axis=1)
        before = force
        temperature = 0.3 + 0.6 * (1 - step / steps) * np.sqrt(count)
        places = places + _limited(force / (1 + np.sqrt(swing))[:, None], temperature)
    return _align_longest_axis(places - places.mean(axis=0))


def separate(places: Array, radii: Array, margin: float) -> Array:
    """Move the *places* of dots apart until any two are about *margin* apart; a few may be closer.

    Pairs that are close enough to collide are searched only once per several moves.
    """
    # Searching for pairs before every move takes twice as long: dots move so little that most
    # pairs stay the same, so the search reaches `_MAX_MOVE` further on both sides.
    for _ in range(_ROUNDS if len(places) <= _MAX_THOROUGH else _ROUNDS // 4):
        left, right = _close_pairs(places, 2 * radii.max() + margin + 2 * _MAX_MOVE)
        required = radii[left] + radii[right] + margin
        for push in range(_MOVES_PER_SEARCH):
            moves = _moves_apart(places, left, right, required)
            if np.abs(moves).max(initial=0.0) < 0.2:
                if push == 0:
                    return places
                break
            places = places + moves
    return places


def _close_pairs(places: Array, reach: float) -> tuple[Indices, Indices]:
    """Return all pairs of places at most *reach* apart in x and y.

    Sorted by x, pairs are compared at growing distances in the order, until none is close.
    """
    order = np.argsort(places[:, 0], kind="stable")
    pairs = [(order[:0], order[:0])]
    for distance in range(1, len(order)):
        left, right = order[:-distance], order[distance:]
        gap = np.abs(places[right] - places[left])
        if gap[:, 0].min() > reach:
            break
        is_close = (gap <= reach).all(axis=1)
        pairs.append((left[is_close], right[is_close]))
    firsts, seconds = zip(*pairs, strict=True)
    return np.concatenate(firsts), np.concatenate(seconds)


def _moves_apart(places: Array, left: Indices, right: Indices, required: Array) -> Array:
    """Return moves that give each pair 80 % of the distance it lacks, half for each dot."""
    gap = places[right] - places[left] + 1e-6  # dots in the same place have a direction, too
    length = np.hypot(gap[:, 0], gap[:, 1])
    push = 0.4 * gap * (np.maximum(required - length, 0.0) / length)[:, None]
    return _summed(right, push, len(places)) - _summed(left, push, len(places))


def _summed(notes: Indices, forces: Array, count: int) -> Array:
    """Sum the *forces* per note; *notes* may contain a note several times."""
    # `places[notes] += forces` would add only one of them; `np.add.at` takes eight times as long.
    return np.column_stack([np.bincount(notes, forces[:, axis], count) for axis in (0, 1)])


def sunflower(number: Indices) -> Array:
    """Return evenly spaced points on a sunflower spiral, by their *number* from the centre."""
    angle, radius = number * _GOLDEN_ANGLE, 2 * np.sqrt(number + 0.5)
    return np.column_stack([radius * np.cos(angle), radius * np.sin(angle)])


def _push_each_other(places: Array, charge: Array) -> Array:
    """Return the repulsion between all pairs, in O(n²): exact, and fast enough for few notes."""
    across, down = (axis[:, None] - axis[None, :] for axis in places.T)
    strength = charge[:, None] * charge[None, :] / (across**2 + down**2 + 0.01)
    force: Array = _PUSH * np.column_stack(
        [(across * strength).sum(axis=1), (down * strength).sum(axis=1)]
    )
    return force


def pulled(places: Array, ends: Indices, weights: Array) -> Array:
    """Return the attraction of links, by the logarithm of distance; *ends* has shape (m, 2)."""
    sources, targets = ends[:, 0], ends[:, 1]
    gap = places[targets] - places[sources]
    distance = np.linalg.norm(gap, axis=1) + 1e-9
    force = gap * (_PULL * weights * np.log1p(distance) / distance)[:, None]
    return _summed(sources, force, len(places)) - _summed(targets, force, len(places))


def _gravity(places: Array, charge: Array) -> Array:
    radius = np.linalg.norm(places, axis=1) + 1e-9
    force: Array = places * (_GRAVITY * charge * np.sqrt(radius) / np.maximum(radius, 1.0))[:, None]
    return force


def _limited(moves: Array, most: float) -> Array:
    length = np.linalg.norm(moves, axis=1) + 1e-9
    limited: Array = moves * np.minimum(1.0, most / length)[:, None]
    return limited


def _align_longest_axis(places: Array) -> Array:
    """Rotate the longest axis to horizontal, with fixed signs so that runs do not flip the map."""
    if len(places) < 3:
        return places
    _, axes = np.linalg.eigh(places.T @ places)
    axes = axes[:, ::-1] * np.where(axes[0, ::-1] < 0, -1.0, 1.0)
    turned: Array = places @ axes
    return turned


def _cells(count: int) -> int:
    # 64 cells spread up to 2,000 notes as well as 96 do.
    return 64 if count < 2_000 else 96 if count < 10_000 else 256


def _mesh(cells: int) -> Callable[[Array, Array], Array]:
    """Return a function that computes repulsion on a mesh of *cells* x *cells*.

    Charges are spread to the mesh points, and an FFT convolution gives the field.  The mesh is
    padded to twice its size, so that the convolution does not wrap around.
    """
    steps = np.fft.ifftshift(np.arange(-cells, cells))
    across, down = np.meshgrid(steps, steps, indexing="ij")
    # The constant avoids a division by zero; there the force is 0, so no note pushes itself.
    square = across**2 + down**2 + 0.15
    kernels = [np.fft.rfft2(axis / square) for axis in (across, down)]
    size = (2 * cells, 2 * cells)

    def push(places: Array, charge: Array) -> Array:
        low = places.min(axis=0)
        cell_size = np.ptp(places, axis=0).max() / (cells - 2) + 1e-9
        corner = ((places - low) / cell_size).astype(np.int64)
        fraction = (places - low) / cell_size - corner
        corners = list(_corners(corner, fraction, cells))
        on_mesh = sum(np.bincount(cell, share * charge, cells * cells) for cell, share in corners)
        spectrum = np.fft.rfft2(np.reshape(on_mesh, (cells, cells)), size)
        fields = [np.fft.irfft2(spectrum * k, size)[:cells, :cells].ravel() for k in kernels]
        at_notes = [sum(share * field[cell] for cell, share in corners) for field in fields]
        force: Array = _PUSH * charge[:, None] * np.column_stack(at_notes) / cell_size
        return force

    return push


def _corners(corner: Indices, fraction: Array, cells: int) -> list[tuple[Indices, Array]]:
    """Return the four mesh points around each place and the share of each (bilinear weights)."""
    result: list[tuple[Indices, Array]] = []
    for right in (0, 1):
        for lower in (0, 1):
            share = np.abs(1 - right - fraction[:, 0]) * np.abs(1 - lower - fraction[:, 1])
            result.append(((corner[:, 0] + right) * cells + corner[:, 1] + lower, share))
    return result
