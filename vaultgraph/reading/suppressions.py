"""Comments that tell this tool to be silent."""

import re
from collections.abc import Callable, Iterator

from vaultgraph.lazy import lazy_re

__all__ = ["find_suppressions"]

_MARK = "aultgraph"
_COMMENT = lazy_re(
    r"%%(?<!`%%)[ \t]*vaultgraph[ \t]*:[ \t]*ignore(?P<file>-file)?(?![-\w])(?P<names>[^%\n]*)%%",
    re.IGNORECASE,
)


def find_suppressions(text: str, is_code: Callable[[int], bool]) -> tuple[tuple[str, int], ...]:
    """The rules that *text* names to be ignored, with the line, 0 for the whole note.

    A comment that is shown as code, between backticks or at an offset that *is_code*, says nothing.
    """
    # One character is found faster than a word.
    return tuple(_found(text, is_code)) if "%" in text and _MARK in text else ()


def _found(text: str, is_code: Callable[[int], bool]) -> Iterator[tuple[str, int]]:
    line, counted = 1, 0
    for comment in _COMMENT.finditer(text):
        line += text.count("\n", counted, comment.start())
        counted = comment.start()
        if not is_code(comment.start()):
            yield comment["names"].strip(), 0 if comment["file"] else line
