"""Find the marks of merges that were not completed in any text.

git writes `<<<<<<<`, `=======` and `>>>>>>>` in front of the two versions and after them, each at
the start of a line: https://git-scm.com/docs/git-merge#_how_conflicts_are_presented.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, say

__all__ = ["MergeConflict", "find_merge_conflicts"]

_OPENING = "<<<<<<<"
_MARK = lazy_re(r"^(?P<mark><{7}|={7}|>{7})(?:[ ](?P<label>[^\r\n]*))?\r?$", re.MULTILINE)
_MAX_LABEL_LENGTH = 60


class MergeConflict(NamedTuple):
    """A conflict in a text: the span of its first line, and a message that names both sides."""

    start: int
    end: int
    message: Message


def find_merge_conflicts(text: str) -> Iterator[MergeConflict]:
    """Yield the conflicts in *text* of which all three marks are there, in order."""
    if _OPENING not in text:
        return
    opening, is_divided = None, False
    for match in _MARK.finditer(text):
        mark = match["mark"][0]
        if mark == "<":
            opening, is_divided = match, False
        elif mark == "=":
            is_divided = opening is not None
        elif opening and is_divided:
            message = say(
                "the merge of {ours} with {theirs} was not completed",
                ours=_label(opening),
                theirs=_label(match),
            )
            yield MergeConflict(opening.start(), opening.end(), message)
            opening, is_divided = None, False


def _label(mark: re.Match[str]) -> str:
    """What git calls a side: a branch, or a commit with its subject."""
    label = (mark["label"] or "").strip()
    if len(label) > _MAX_LABEL_LENGTH:
        label = label[: _MAX_LABEL_LENGTH - 1] + "…"
    return label or say("one version")
