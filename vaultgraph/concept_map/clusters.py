"""Many groups of notes laid out at once, each as a full disc.

Within a disc, notes are spread by forces first; then each takes a seat of a sunflower, which leaves
no hole and no overlap, in about the direction and at about the distance that the forces gave it.
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


def layout_clusters(island: Indices, ends: Indices, sizes: Array) -> Array:
    """The places of all notes, each group round its own middle.

    *island* is the group of each note, numbered from 0 in rising order; *ends* are the two notes
    of each link, always of one group; *sizes* the radii of the notes with the room round them.
    """
    first = np.flatnonzero(np.diff(island, prepend=-1))
    return _seated(island, first, _spread(island, first, ends), sizes)


def radius(sizes: Array) -> float:
    """The radius of the disc that notes of these *sizes* fill."""
    return float(np.sqrt((sizes**2).sum() / _FILLED))


def _spread(island: Indices, first: Indices, ends: Indices) -> Array:
    count = np.diff(first, append=len(island))
    number = np.arange(len(island)) - first[island]
    places = sunflower(number)
    charge = 1.0 + 2.0 * np.sqrt(np.bincount(ends.ravel(), minlength=len(island)))
    weights = np.ones(len(ends))
    before = np.zeros_like(places)
    for step in range(_STEPS):
        force = _pushed(places, charge, island, first) + pulled(places, ends, weights)
        distance = np.linalg.norm(places, axis=1) + 1e-9
        force -= places * (_GRAVITY * charge / np.sqrt(distance))[:, None]
        swing = np.linalg.norm(force - before, axis=1)
        before = force
        heat = 0.3 + (1 - step / _STEPS) * np.sqrt(count)[island]
        move = force / (1 + np.sqrt(swing))[:, None]
        length = np.linalg.norm(move, axis=1) + 1e-9
        places = places + move * np.minimum(1.0, heat / length)[:, None]
        places -= (np.add.reduceat(places, first) / count[:, None])[island]
    return places


def _pushed(places: Array, charge: Array, island: Indices, first: Indices) -> Array:
    """How the notes of each group push each other, by way of one mesh for each group."""
    reach = np.maximum.reduceat(np.abs(places).max(axis=1), first) + 1e-9
    pitch = (2 * reach / (_CELLS - 2))[island]
    spot = (places + reach[island][:, None]) / pitch[:, None]
    corner = spot.astype(np.int64)
    part = spot - corner
    cell = (island * _CELLS + corner[:, 0]) * _CELLS + corner[:, 1]
    shares = [
        (cell + right * _CELLS + lower, abs(1 - right - part[:, 0]) * abs(1 - lower - part[:, 1]))
        for right in (0, 1)
        for lower in (0, 1)
    ]
    total = len(first) * _CELLS * _CELLS
    laid = sum(np.bincount(at, share * charge, total) for at, share in shares)
    fields = _fields(np.reshape(laid, (len(first), _CELLS, _CELLS)))
    felt = [sum(share * field[at] for at, share in shares) for field in fields]
    force: Array = np.column_stack(felt) * (_PUSH * charge / pitch)[:, None]
    return force


def _fields(laid: Array) -> list[Array]:
    size = (2 * _CELLS, 2 * _CELLS)
    waves = np.fft.rfft2(laid, size)
    return [np.fft.irfft2(waves * kernel, size)[:, :_CELLS, :_CELLS].ravel() for kernel in _KERNELS]


def _kernels() -> list[NDArray[np.complex128]]:
    steps = np.fft.ifftshift(np.arange(-_CELLS, _CELLS))
    across, down = np.meshgrid(steps, steps, indexing="ij")
    square = across**2 + down**2 + 0.15
    return [np.fft.rfft2(axis / square) for axis in (across, down)]


_KERNELS = _kernels()


def _seated(island: Indices, first: Indices, places: Array, sizes: Array) -> Array:
    """Give each note a seat: rings from within outwards, each in the order of the angles."""
    distance, angle = np.hypot(*places.T), np.arctan2(*places.T[::-1])
    outwards = np.lexsort((distance, island))
    filled = np.cumsum(sizes[outwards] ** 2)
    start = np.concatenate([[0.0], filled])[first]
    area = filled - start[island] - sizes[outwards] ** 2 / 2
    seat_distance = np.sqrt(area / _FILLED)
    seat_turn = sunflower(np.arange(len(island)) - first[island])
    seat_angle = np.arctan2(*seat_turn.T[::-1])
    ring = np.floor(seat_distance / (3 * np.sqrt((sizes**2).mean()))).astype(np.int64)
    notes = outwards[np.lexsort((angle[outwards], ring, island))]
    seats = np.lexsort((seat_angle, ring, island))
    result = np.zeros_like(places)
    result[notes, 0] = (seat_distance * np.cos(seat_angle))[seats]
    result[notes, 1] = (seat_distance * np.sin(seat_angle))[seats]
    return result
