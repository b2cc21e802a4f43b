"""Names that differ from a given one by a slip of the pen."""

from collections import defaultdict
from collections.abc import Iterable

from vaultgraph.graph.kinds import key

__all__ = ["NearNames"]

_MOST_LOOKED_AT = 200


class NearNames:
    """Finds those of *names* that are one slip away: a letter too many, too few, wrong or swapped.

    Case and accents are no difference.  A slip lies in one half of a name, so the other half is
    equal: names are looked up by their halves, never compared with all others.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._equal: defaultdict[str, list[str]] = defaultdict(list)
        self._halves: defaultdict[tuple[bool, str], list[tuple[str, str]]] = defaultdict(list)
        for name in names:
            folded = key(name)
            half = len(folded) // 2
            self._equal[folded].append(name)
            self._halves[False, folded[:half]].append((folded, name))
            self._halves[True, folded[len(folded) - half :]].append((folded, name))

    def find(self, name: str) -> list[str]:
        """The names near *name*, best first, at most three."""
        wanted = key(name)
        if wanted in self._equal:
            return self._equal[wanted][:3]
        if len(wanted) < 4:
            return []
        near: dict[str, None] = {}
        for half in sorted({(len(wanted) - 1) // 2, len(wanted) // 2, (len(wanted) + 1) // 2}):
            for place in ((False, wanted[:half]), (True, wanted[len(wanted) - half :])):
                for folded, candidate in self._halves.get(place, [])[:_MOST_LOOKED_AT]:
                    if _one_slip(wanted, folded):
                        near[candidate] = None
        return list(near)[:3]


def _one_slip(a: str, b: str) -> bool:
    """Whether *a* becomes *b* by one letter added, removed, replaced, or two swapped.

    >>> _one_slip("transfomer", "transformer"), _one_slip("lstm", "gru")
    (True, False)
    """
    if abs(len(a) - len(b)) > 1:
        return False
    start = 0
    shorter = min(len(a), len(b))
    while start < shorter and a[start] == b[start]:
        start += 1
    if len(a) != len(b):
        longer, other = (a, b) if len(a) > len(b) else (b, a)
        return longer[start + 1 :] == other[start:]
    swapped = (
        a[start : start + 2] == b[start : start + 2][::-1] and a[start + 2 :] == b[start + 2 :]
    )
    return swapped or a[start + 1 :] == b[start + 1 :]
