"""Lay out many groups of notes at once, each as a filled disc.

A force-directed layout arranges the notes of each disc.  Then every note is moved to a slot of a
sunflower pattern, at about the same angle and distance: the pattern has no holes or overlaps.
"""

import numpy as np
from numpy.typing import NDArray

from vaultgraph.concept_map.force import pulled, sunflower

__all__ = ["layout_clusters", "radius"]

Array = NDArray[np.float64]
Indices = NDArray[np.int64]

_CELLS, _STEPS = 32, 50
_PUSH, _GRAVITY = 4.0, 0.03
_FILLED = 0.8


def layout_clusters(cluster: Indices, ends: Indices, sizes: Array) -> Array:
    """Return the positions of all notes, relative to the centre of their group; shape (n, 2).

    *cluster* is the group of each note, from 0 and in ascending order; *ends* are the two notes of
    each link, always in the same group, shape (m, 2); *sizes* are the radii of the notes including
    their margins.
    """
    first = np.flatnonzero(np.diff(cluster, prepend=-1))
    return _fill_slots(cluster, first, _spread(cluster, first, ends), sizes)


def radius(sizes: Array) -> float:
    """Return the radius of the disc for notes with these *sizes*."""
    return float(np.sqrt((sizes**2).sum() / _FILLED))


def _spread(cluster: Indices, first: Indices, ends: Indices) -> Array:
    # The same forces as in `layout_force`, but each step moves the notes of all groups: numpy is
    # slow on many small arrays.
    count = np.diff(first, append=len(cluster))
    number = np.arange(len(cluster)) - first[cluster]
    places = sunflower(number)
    charge = 1.0 + 2.0 * np.sqrt(np.bincount(ends.ravel(), minlength=len(cluster)))
    weights = np.ones(len(ends))
    before = np.zeros_like(places)
    for step in range(_STEPS):
        force = _pushed(places, charge, cluster, first) + pulled(places, ends, weights)
        distance = np.linalg.norm(places, axis=1) + 1e-9
        force -= places * (_GRAVITY * charge / np.sqrt(distance))[:, None]
        swing = np.linalg.norm(force - before, axis=1)
        before = force
        temperature = 0.3 + (1 - step / _STEPS) * np.sqrt(count)[cluster]
        move = force / (1 + np.sqrt(swing))[:, None]
        length = np.linalg.norm(move, axis=1) + 1e-9
        places = places + move * np.minimum(1.0, temperature / length)[:, None]
        places -= (np.add.reduceat(places, first) / count[:, None])[cluster]
    return places


def _pushed(places: Array, charge: Array, cluster: Indices, first: Indices) -> Array:
    """Return the repulsion between the notes of each group.

    Charges are spread onto a mesh per group and convolved by FFT, in O(n) instead of O(n²).
    """
    reach = np.maximum.reduceat(np.abs(places).max(axis=1), first) + 1e-9
    cell_size = (2 * reach / (_CELLS - 2))[cluster]
    position = (places + reach[cluster][:, None]) / cell_size[:, None]
    corner = position.astype(np.int64)
    fraction = position - corner
    cell = (cluster * _CELLS + corner[:, 0]) * _CELLS + corner[:, 1]
    shares = [
        (
            cell + right * _CELLS + lower,
            abs(1 - right - fraction[:, 0]) * abs(1 - lower - fraction[:, 1]),
        )
        for right in (0, 1)
        for lower in (0, 1)
    ]
    # Bilinear weights: a note that crosses the border of a cell is not pushed in jumps.
    total = len(first) * _CELLS * _CELLS
    on_mesh = sum(np.bincount(at, share * charge, total) for at, share in shares)
    fields = _fields(np.reshape(on_mesh, (len(first), _CELLS, _CELLS)))
    at_notes = [sum(share * field[at] for at, share in shares) for field in fields]
    force: Array = np.column_stack(at_notes) * (_PUSH * charge / cell_size)[:, None]
    return force


def _fields(on_mesh: Array) -> list[Array]:
    size = (2 * _CELLS, 2 * _CELLS)  # padded, so that the convolution does not wrap around
    spectrum = np.fft.rfft2(on_mesh, size)
    return [
        np.fft.irfft2(spectrum * kernel, size)[:, :_CELLS, :_CELLS].ravel() for kernel in _KERNELS
    ]


def _kernels() -> list[NDArray[np.complex128]]:
    steps = np.fft.ifftshift(np.arange(-_CELLS, _CELLS))
    across, down = np.meshgrid(steps, steps, indexing="ij")
    square = across**2 + down**2 + 0.15
    return [np.fft.rfft2(axis / square) for axis in (across, down)]


_KERNELS = _kernels()


def _fill_slots(cluster: Indices, first: Indices, places: Array, sizes: Array) -> Array:
    """Move each note to a slot: rings from the centre outwards, each ordered by angle."""
    distance, angle = np.hypot(*places.T), np.arctan2(*places.T[::-1])
    # The slot of a note is as far out as the area of the notes further in demands: larger dots
    # take more of the disc.
    outwards = np.lexsort((distance, cluster))
    filled = np.cumsum(sizes[outwards] ** 2)
    start = np.concatenate([[0.0], filled])[first]
    area = filled - start[cluster] - sizes[outwards] ** 2 / 2
    slot_distance = np.sqrt(area / _FILLED)
    slot_turn = sunflower(np.arange(len(cluster)) - first[cluster])
    slot_angle = np.arctan2(*slot_turn.T[::-1])
    # Within a ring, notes and slots are matched in the order of their angles: no note moves far.
    ring = np.floor(slot_distance / (3 * np.sqrt((sizes**2).mean()))).astype(np.int64)
    notes = outwards[np.lexsort((angle[outwards], ring, cluster))]
    slots = np.lexsort((slot_angle, ring, cluster))
    result = np.zeros_like(places)
    result[notes, 0] = (slot_distance * np.cos(slot_angle))[slots]
    result[notes, 1] = (slot_distance * np.sin(slot_angle))[slots]
    return result
