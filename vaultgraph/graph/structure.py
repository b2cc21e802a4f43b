"""The structure of the link graph: components, most connected notes, articulation points.

Two notes are neighbours if one links to the other. The few algorithms are implemented here, because
importing networkx takes longer than reading most vaults.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

__all__ = [
    "Neighbours",
    "find_components",
    "find_cut_notes",
    "find_most_connected",
    "find_neighbourhood",
]

_MIN_NEIGHBOURS = 3
_MIN_CUT_OFF = 2

Neighbours = Mapping[str, Sequence[str]]
"""The neighbours of each note by its path."""


def find_neighbourhood(
    notes: Collection[str], linked_notes: Callable[[str], Iterable[str]]
) -> Neighbours:
    """Return the neighbours of each of *notes*, in a fixed order.

    *linked_notes* returns the notes that a note links to.
    """
    neighbours: dict[str, dict[str, None]] = {path: {} for path in notes}
    for path in notes:
        for target in linked_notes(path):
            neighbours[path][target] = neighbours[target][path] = None
    # `pop`, so that the two forms of all notes are never in memory together.
    return {path: tuple(neighbours.pop(path)) for path in notes}


def find_components(neighbours: Neighbours) -> tuple[int, ...]:
    """Return the sizes of the connected components, in descending order."""
    seen: set[str] = set()
    sizes = (len(_reached(neighbours, path, seen)) for path in neighbours if path not in seen)
    return tuple(sorted(sizes, reverse=True))


def _reached(neighbours: Neighbours, start: str, seen: set[str]) -> list[str]:
    """Return all notes that are connected with *start*, including itself; add them to *seen*."""
    seen.add(start)
    reached = [start]
    for path in reached:
        new = [other for other in neighbours[path] if other not in seen]
        seen.update(new)
        reached += new
    return reached


def find_most_connected(neighbours: Neighbours) -> tuple[tuple[str, int], ...]:
    """Return the notes with at least three neighbours and their number, in descending order."""
    counts = ((path, len(others)) for path, others in neighbours.items())
    return _ranked(count for count in counts if count[1] >= _MIN_NEIGHBOURS)


def find_cut_notes(neighbours: Neighbours) -> tuple[tuple[str, int], ...]:
    """Return the notes whose removal cuts off others, with the number of those, most first.

    They are the articulation points that separate at least two notes from the largest remaining
    part. One depth-first search finds them all (Hopcroft and Tarjan 1973,
    https://doi.org/10.1145/362248.362272).
    """
    seen: set[str] = set()
    cuts = (
        cut
        for path in neighbours
        if path not in seen
        for cut in _articulation_points(neighbours, path, seen)
    )
    return _ranked(cut for cut in cuts if cut[1] >= _MIN_CUT_OFF)


def _articulation_points(
    neighbours: Neighbours, root: str, seen: set[str]
) -> Iterator[tuple[str, int]]:
    """Yield the articulation points in the component of *root*, with the number of notes cut off.

    These are the notes outside the largest remaining part; for the root, that may be 0. The search
    numbers the notes in the order of discovery. `lowest` is the smallest number that can be reached
    from the subtree of a note: if that of a child is not below the number of its parent, the parent
    separates the child's subtree from the rest. The search is iterative, because paths may exceed
    Python's recursion limit.
    """
    numbers, lowest, sizes = {root: 0}, {root: 0}, {root: 1}
    parts: dict[str, list[int]] = {root: []}
    stack = [(root, iter(neighbours[root]))]
    while stack:
        path, ahead = stack[-1]
        for other in ahead:
            if other in numbers:
                lowest[path] = min(lowest[path], numbers[other])
                continue
            numbers[other] = lowest[other] = len(numbers)
            sizes[other], parts[other] = 1, []
            stack.append((other, iter(neighbours[other])))
            break
        else:
            stack.pop()
            if stack:
                above = stack[-1][0]
                sizes[above] += sizes[path]
                lowest[above] = min(lowest[above], lowest[path])
                if lowest[path] >= numbers[above]:
                    parts[above].append(sizes[path])
    seen.update(numbers)
    others = sizes[root] - 1
    yield from (
        (path, others - max(*cut_off, others - sum(cut_off)))
        for path, cut_off in parts.items()
        if cut_off
    )


def _ranked(counts: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts, key=lambda item: (-item[1], item[0])))
