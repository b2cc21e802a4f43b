"""Compare the findings of two revisions of a vault."""

from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.graph.comparing import pair_up
from vaultgraph.linting.baseline import Identity, identity
from vaultgraph.messages import values_of
from vaultgraph.model import Diagnostic

__all__ = ["FindingChanges", "compare_findings"]


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

    _, gone, new = pair_up(gone, new, place)
    _, gone, new = pair_up(gone, new, message)
    return FindingChanges(new, gone, len(after) - len(new))
