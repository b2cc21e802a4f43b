"""Find comments that suppress rules: `%% vaultgraph: ignore … %%`."""

import re
from collections.abc import Callable, Iterator

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Suppression

__all__ = ["find_suppressions"]

_MARK = "aultgraph"
_COMMENT = lazy_re(
    r"%%(?<!`%%)[ \t]*vaultgraph[ \t]*:[ \t]*ignore(?P<file>-file)?(?![-\w])(?P<names>[^%\n]*)%%",
    re.IGNORECASE,
)


def find_suppressions(text: str, is_code: Callable[[int], bool]) -> tuple[Suppression, ...]:
    """Return the suppressions in *text*.

    A comment in code, between backticks or at an offset for which *is_code* holds, is ignored.
    """
    # Searching for one character first is faster than searching for the word.
    return tuple(_found(text, is_code)) if "%" in text and _MARK in text else ()


def _found(text: str, is_code: Callable[[int], bool]) -> Iterator[Suppression]:
    line, counted = 1, 0
    for comment in _COMMENT.finditer(text):
        line += text.count("\n", counted, comment.start())
        counted = comment.start()
        if not is_code(comment.start()):
            yield Suppression(comment["names"].strip(), 0 if comment["file"] else line)
