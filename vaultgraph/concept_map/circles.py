"""Greedy circle packing: circles touch but do not overlap."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

__all__ = ["enclosing_circle", "pack_circles"]

Array = NDArray[np.float64]
Pulls = Mapping[tuple[int, int], float]

_SLACK = 1e-6
_PULL = 2.0
_STEPS = 300


def pack_circles(radii: Array, pulls: Pulls, gap: float, aspect: float = 1.0) -> Array:
    """Return the centres of circles with *gap* between them, the largest in the middle.

    Circles are placed by decreasing radius.  Of all positions touching two placed circles, each
    takes the one closest to the circles that pull it and to the middle.  The result is about
    *aspect* times as wide as high.  Shape (n, 2).
    """
    pull = _matrix(len(radii), pulls)
    order = np.argsort(-radii, kind="stable")
    centres = np.zeros((len(radii), 2))
    # Distances to the middle count less across than down, so that the whole becomes that wide.
    stretch = np.array([aspect**-0.5, aspect**0.5])
    for step, circle in enumerate(order[1:], 1):
        placed = order[:step]
        positions = _touching_positions(centres[placed], radii[placed] + radii[circle] + gap)
        weight = pull[circle, placed] / max(pull[circle].sum(), 1e-9)
        away = np.linalg.norm(positions[:, None] - centres[placed], axis=2)
        cost = _PULL * (away @ weight) + np.linalg.norm(positions * stretch, axis=1)
        # Rounded: of equal costs the first wins on every machine, whatever its rounding errors.
        centres[circle] = positions[np.argmin(np.round(cost, 6))]
    return centres


def enclosing_circle(centres: Array, radii: Array) -> tuple[Array, float]:
    """Return the centre and radius of an approximately smallest circle around all circles.

    Iterative algorithm of Badoiu and Clarkson, "Smaller core-sets for balls" (2003).
    """
    middle = np.average(centres, axis=0, weights=radii)
    for step in range(1, _STEPS):
        reach = np.linalg.norm(centres - middle, axis=1) + radii
        farthest = int(np.argmax(reach))
        middle = middle + (centres[farthest] - middle) / (step + 1)
    return middle, float((np.linalg.norm(centres - middle, axis=1) + radii).max())


def _matrix(count: int, pulls: Pulls) -> Array:
    matrix = np.zeros((count, count))
    for (a, b), weight in pulls.items():
        matrix[a, b] += weight
        matrix[b, a] += weight
    return matrix


def _touching_positions(centres: Array, reach: Array) -> Array:
    """Return all points at distance *reach* from two centres and at least that from the others."""
    if len(centres) == 1:
        return np.array([[reach[0], 0.0]])
    # A circle that touches two others has its centre where the circles of radius *reach* around
    # their centres intersect.
    a, b = np.triu_indices(len(centres), 1)
    between = centres[b] - centres[a]
    distance = np.linalg.norm(between, axis=1)
    is_close = distance < reach[a] + reach[b]
    a, b, between, distance = a[is_close], b[is_close], between[is_close], distance[is_close]
    along = (reach[a] ** 2 - reach[b] ** 2 + distance**2) / (2 * distance)
    height = np.sqrt(np.maximum(reach[a] ** 2 - along**2, 0.0))
    direction = between / distance[:, None]
    base = centres[a] + direction * along[:, None]
    normal = np.column_stack([-direction[:, 1], direction[:, 0]]) * height[:, None]
    points = np.concatenate([base + normal, base - normal])
    gaps = np.linalg.norm(points[:, None] - centres, axis=2) - reach
    free: Array = points[gaps.min(axis=1) > -_SLACK * reach.max()]
    return free
