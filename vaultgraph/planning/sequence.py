"""The sequence in which notes are read: along the study order, weak foundations first."""

from collections.abc import Iterable, Sequence

from vaultgraph.planning.material import Material

__all__ = ["reading_sequence"]


def reading_sequence(material: Sequence[Material]) -> list[int]:
    """Return the indices of the notes of *material* that are to be read.

    A note follows all that it builds on.  Weak ones come first, each after what it builds on, since
    what is built on them would not hold.
    """
    weak = [index for index, note in enumerate(material) if note.weak]
    ordered = [*_with_foundations(material, weak), *range(len(material))]
    return [
        index for index in dict.fromkeys(ordered) if material[index].words or material[index].new
    ]


def _with_foundations(material: Sequence[Material], wanted: Iterable[int]) -> list[int]:
    """Return *wanted* and all that they build on; the study order puts that first."""
    found, waiting = set(wanted), [*wanted]
    while waiting:
        fresh = [index for index in material[waiting.pop()].before if index not in found]
        found.update(fresh)
        waiting += fresh
    return sorted(found)
