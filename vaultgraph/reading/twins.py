"""Things that are equal in what counts."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

__all__ = ["twins"]

Thing = TypeVar("Thing")


def twins(things: Iterable[Thing], key: Callable[[Thing], Hashable]) -> Iterator[list[Thing]]:
    """Yield the groups of two *things* and more that have the same *key*; a false one is none.

    >>> list(twins(["Heat", "work", "heat"], str.lower))
    [['Heat', 'heat']]
    """
    things = list(things)
    keys = list(map(key, things))
    repeated = {key for key, count in Counter(keys).items() if count > 1 and key}
    groups: defaultdict[Hashable, list[Thing]] = defaultdict(list)
    for key_, thing in zip(keys, things, strict=True) if repeated else ():
        if key_ in repeated:
            groups[key_].append(thing)
    yield from groups.values()
