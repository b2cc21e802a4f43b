"""The order of the notes within their layers, with few crossings."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

__all__ = ["crossings", "ordered"]

Rows = list[list[int]]
Neighbours = Mapping[int, Sequence[int]]

_ROUNDS = 12


def ordered(rows: Rows, joins: Sequence[tuple[int, int]]) -> Rows:
    """Return *rows* reordered so that few of the *joins* between neighbouring rows cross."""
    above: defaultdict[int, list[int]] = defaultdict(list)
    below: defaultdict[int, list[int]] = defaultdict(list)
    for upper, lower in joins:
        below[upper].append(lower)
        above[lower].append(upper)
    best = rows = _by_families(rows, below)
    fewest = crossings(best, below)
    for _ in range(_ROUNDS):
        if not fewest:
            break
        rows = _swept(rows, above)
        rows = _swept(rows[::-1], below)[::-1]
        _swap_neighbours(rows, above, below)
        count = crossings(rows, below)
        if count < fewest:
            best, fewest = [row[:] for row in rows], count
    return best


def crossings(rows: Rows, below: Neighbours) -> int:
    """How many joins cross."""
    return sum(
        _crossed(left, right, below, _places(lower))
        for upper, lower in pairwise(rows)
        for number, left in enumerate(upper)
        for right in upper[number + 1 :]
    )


def _crossed(left: int, right: int, near: Neighbours, place: Mapping[int, int]) -> int:
    """How many joins of *left* cross one of *right*, which stands to its right."""
    return sum(place[a] > place[b] for a in near[left] for b in near[right])


def _places(row: Sequence[int]) -> dict[int, int]:
    return {note: place for place, note in enumerate(row)}


def _by_families(rows: Rows, below: Neighbours) -> Rows:
    """Order each row as a walk from parents to children meets it: a tree then has no crossing."""
    met: dict[int, None] = {}
    for row in rows:
        waiting = [note for note in reversed(row) if note not in met]
        while waiting:
            note = waiting.pop()
            if note not in met:
                met[note] = None
                waiting += [child for child in reversed(below[note]) if child not in met]
    place = _places(list(met))
    return [sorted(row, key=place.__getitem__) for row in rows]


def _swept(rows: Rows, near: Neighbours) -> Rows:
    """Sort each row by the mean place of its neighbours in the row before it."""
    result = [rows[0]]
    for row in rows[1:]:
        place, here = _places(result[-1]), _places(row)
        wanted = {note: (_mean(near[note], place, here[note]), here[note]) for note in row}
        result.append(sorted(row, key=wanted.__getitem__))
    return result


def _mean(neighbours: Sequence[int], place: Mapping[int, int], otherwise: int) -> float:
    if not neighbours:
        return otherwise
    return sum(place[other] for other in neighbours) / len(neighbours)


def _swap_neighbours(rows: Rows, above: Neighbours, below: Neighbours) -> None:
    for number, row in enumerate(rows):
        up = _places(rows[number - 1]) if number else {}
        down = _places(rows[number + 1]) if number + 1 < len(rows) else {}
        for place in range(len(row) - 1):
            left, right = row[place], row[place + 1]
            now = _crossed(left, right, above, up) + _crossed(left, right, below, down)
            then = _crossed(right, left, above, up) + _crossed(right, left, below, down)
            if then < now:
                row[place], row[place + 1] = right, left
