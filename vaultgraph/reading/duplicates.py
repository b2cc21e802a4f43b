"""Group items that have an equal key."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

__all__ = ["group_duplicates"]

Thing = TypeVar("Thing")


def group_duplicates(
    things: Iterable[Thing], key: Callable[[Thing], Hashable]
) -> Iterator[list[Thing]]:
    """Yield each group of two or more *things* with the same *key*, ignoring falsy keys.

    >>> list(group_duplicates(["Heat", "work", "heat"], str.lower))
    [['Heat', 'heat']]

    The first of two passes keeps only the hash of each key, so memory stays small for unique items;
    *things* must be iterable twice.
    """
    hashes = [hash(found) if (found := key(thing)) else None for thing in things]
    repeated = {number for number, count in Counter(hashes).items() if count > 1} - {None}
    groups: defaultdict[Hashable, list[Thing]] = defaultdict(list)
    for number, thing in zip(hashes, things, strict=True) if repeated else ():
        if number in repeated:
            groups[key(thing)].append(thing)
    yield from (group for group in groups.values() if len(group) > 1)
