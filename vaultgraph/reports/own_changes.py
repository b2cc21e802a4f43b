"""What the reader has changed in a note that is written again: ticks, and text at its end."""

import re

from vaultgraph.languages import Language
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import say

__all__ = ["keep_changes", "split_own_text"]

_TASK = lazy_re(
    r"^([ \t]*(?:\d+\.|-) \[)([^\]\n])(\] (\[\[[^\]\n]*\]\]|[^\n]*?))(?=\r?$| – )",
    re.MULTILINE,
)
"""A task of a list, and the note or the text that it is about."""
_OPEN = " "
_LINE = "\n%% vaultgraph: {text} %%\n"
_ANY_LINE = lazy_re(r"\n%% vaultgraph: (?!ignore)[^\n%]+ %%\n")


def keep_changes(text: str, earlier: str, language: Language, past: str = "") -> str:
    """Return the note *text* in this *language* with what was changed in the *earlier* one.

    The last line is a comment that says so: what is below it is the reader's.  Text of the *past*
    goes before that line as it is.
    """
    own = _ANY_LINE.sub("", split_own_text(earlier)[1], count=1)
    line = _LINE.format(text=language.say(say("what you write below this line is kept")))
    return _with_ticks(text, earlier) + past + line + own


def split_own_text(earlier: str) -> tuple[str, str]:
    """Return what is above the last line of an *earlier* note; and that, and the text below it."""
    text = earlier.replace("\r\n", "\n")
    line = _ANY_LINE.search(text)
    return (text[: line.start()], text[line.start() :]) if line else (text, "")


def _with_ticks(text: str, earlier: str) -> str:
    r"""Return *text* in which the tasks have the state that they have in the *earlier* text.

    A task is the same if it is about the same note.  Obsidian's themes have more states than open
    and done, such as `[-]`.

    >>> _with_ticks("1. [ ] [[B]]\n2. [ ] [[A]] – 3 cards", "1. [x] [[A]] – 2 cards")
    '1. [ ] [[B]]\n2. [x] [[A]] – 3 cards'
    """
    states = {_about(task[4]): task[2] for task in _TASK.finditer(earlier) if task[2] != _OPEN}
    if not states:
        return text
    return _TASK.sub(lambda task: f"{task[1]}{states.get(_about(task[4]), _OPEN)}{task[3]}", text)


def _about(task: str) -> str:
    """Return what *task* is about: from its link on, for the verb before it may be translated."""
    return task[max(0, task.find("[[")) :]
