"""Compare the findings of two revisions of a vault."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.linting.baseline import Identity, identity
from vaultgraph.messages import values_of
from vaultgraph.model import Diagnostic

__all__ = ["FindingChanges", "compare_findings"]

Key = Callable[[Diagnostic], Hashable]


class FindingChanges(NamedTuple):
    """The findings that are `new`, those that are `resolved`, and the number of others."""

    new: list[Diagnostic]
    resolved: list[Diagnostic]
    known: int


def compare_findings(
    before: Sequence[Diagnostic], after: Sequence[Diagnostic], renames: Mapping[str, str]
) -> FindingChanges:
    """Compare the findings *before* and *after*; *renames* are the new paths of renamed files.

    A finding is the same as in a baseline: a line that moved makes no difference.  One in a line
    that was edited is the same if its message is, since the line may have been edited elsewhere.
    """
    # Most are the same objects, because their notes are.
    same = set(map(id, before)) & set(map(id, after))
    gone = [found for found in before if id(found) not in same]
    new = [found for found in after if id(found) not in same]

    def place(found: Diagnostic) -> Identity:
        rule, path, text = identity(found)
        if found.source:
            return rule, renames.get(path, path), text
        values = (renames.get(value, value) for value in text.split(", "))
        return rule, renames.get(path, path), ", ".join(values)

    def message(found: Diagnostic) -> Hashable:
        path, values = found.location.path, values_of(found.message)
        return (found.rule, renames.get(path, path), values) if values else None

    gone, new = _without_pairs(gone, new, place)
    gone, new = _without_pairs(gone, new, message)
    return FindingChanges(new, gone, len(after) - len(new))


def _without_pairs(
    before: Sequence[Diagnostic], after: Iterable[Diagnostic], key: Key
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Leave out the findings of *before* and *after* that have the same *key*, in pairs.

    A key of None pairs nothing.  Of several with the same key, the first ones are left out.
    """
    waiting: defaultdict[Hashable, list[Diagnostic]] = defaultdict(list)
    for found in before:
        waiting[key(found)].append(found)
    unpaired = waiting.pop(None, [])
    for alike in waiting.values():
        alike.reverse()
    new = []
    for found in after:
        if same := waiting.get(key(found)):
            same.pop()
        else:
            new.append(found)
    left = {id(found) for each in waiting.values() for found in each} | set(map(id, unpaired))
    return [found for found in before if id(found) in left], new
