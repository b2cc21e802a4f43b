"""The ticks of tasks in a note that is written again."""

import re

from vaultgraph.lazy import lazy_re

__all__ = ["keep_ticks"]

_TASK = lazy_re(
    r"^([ \t]*(?:\d+\.|-) \[)([^\]\n])(\] (\[\[[^\]\n]*\]\]|[^\n]*?))(?=\r?$| – )",
    re.MULTILINE,
)
"""A task of a list, and the note or the text that it is about."""
_OPEN = " "


def keep_ticks(text: str, earlier: str) -> str:
    r"""Return *text* in which the tasks have the state that they have in the *earlier* text.

    A task is the same if it is about the same note.  Obsidian's themes have more states than open
    and done, such as `[-]`.

    >>> keep_ticks("1. [ ] [[B]]\n2. [ ] [[A]] – 3 cards", "1. [x] [[A]] – 2 cards")
    '1. [ ] [[B]]\n2. [x] [[A]] – 3 cards'
    """
    states = {task[4]: task[2] for task in _TASK.finditer(earlier) if task[2] != _OPEN}
    if not states:
        return text
    return _TASK.sub(lambda task: f"{task[1]}{states.get(task[4], _OPEN)}{task[3]}", text)
