"""Position the notes within each layer: in order, without overlap, near their neighbours."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

__all__ = ["align_layers"]

_SWEEPS = 240
_MAX_RESIDUAL = 0.02
_BEND_PULL = 4.0


def align_layers(
    rows: Sequence[Sequence[int]],
    joins: Sequence[tuple[int, int]],
    breadth: Mapping[int, float],
    gap: float,
) -> dict[int, float]:
    """Return the coordinate of every note and bend (negative numbers) across the layers.

    Each sweep moves a row as close to the mean of its neighbours as order and *gap* allow, which
    converges to the least squares solution over all joins.  Joins between bends weigh more, so
    that long links become straight.
    """
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for upper, lower in joins:
        neighbours[upper].append(lower)
        neighbours[lower].append(upper)
    place: dict[int, float] = {}
    for row in rows:
        offsets = _offsets(row, breadth, gap)
        place.update((note, o - offsets[-1] / 2) for note, o in zip(row, offsets, strict=True))
    closest = [_offsets(row, breadth, gap) for row in rows]
    for _ in range(_SWEEPS // 2):
        before = dict(place)
        # Up and down: in one direction only, a change would reach just one row a round upwards.
        for number in (*range(len(rows))[::-1], *range(len(rows))):
            _settle(rows[number], place, neighbours, closest[number])
        if all(abs(place[note] - before[note]) < _MAX_RESIDUAL for note in place):
            break
    left = min(place[note] - breadth[note] / 2 for note in place)
    return {note: round(value - left, 1) for note, value in place.items()}


def _offsets(row: Sequence[int], breadth: Mapping[int, float], gap: float) -> list[float]:
    """Return the smallest allowed distance of each member of *row* from the first."""
    offsets = [0.0]
    for left, right in pairwise(row):
        offsets.append(offsets[-1] + (breadth[left] + breadth[right]) / 2 + gap)
    return offsets


def _settle(
    row: Sequence[int],
    place: dict[int, float],
    neighbours: Mapping[int, Sequence[int]],
    offsets: Sequence[float],
) -> None:
    targets = []
    for note, offset in zip(row, offsets, strict=True):
        pulls = [(_pull(note, other), place[other]) for other in neighbours[note]]
        pulls = pulls or [(0.01, place[note])]  # a note without neighbours gives way to any other
        weight = sum(pull for pull, _ in pulls)
        targets.append((sum(pull * at for pull, at in pulls) / weight - offset, weight))
    # Each target is taken relative to the note's smallest allowed position; values that do not
    # decrease then mean that order and gaps hold.
    for note, offset, value in zip(row, offsets, _rising(targets), strict=True):
        place[note] = value + offset


def _pull(note: int, other: int) -> float:
    """Return the weight of a join; without extra weight, long links swing from layer to layer."""
    return _BEND_PULL if note < 0 or other < 0 else 1.0


def _rising(targets: Sequence[tuple[float, float]]) -> Iterator[float]:
    """Yield the non-decreasing values closest to the weighted *targets* (isotonic regression).

    >>> list(_rising([(1, 1), (5, 1), (3, 1)]))
    [1, 4.0, 4.0]
    """
    pools: list[tuple[float, float, int]] = []
    for value, weight in targets:
        pools.append((value, weight, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (a, weight_a, n), (b, weight_b, m) = pools[-2:]
            both = weight_a + weight_b
            pools[-2:] = [((a * weight_a + b * weight_b) / both, both, n + m)]
    for value, _, times in pools:
        yield from [value] * times
