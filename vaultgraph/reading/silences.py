"""Comments that tell this tool to be silent."""

import re
from collections.abc import Iterator

__all__ = ["silences"]

_MARK = "aultgraph"
_COMMENT = re.compile(
    r"%%[ \t]*vaultgraph[ \t]*:[ \t]*ignore(?P<file>-file)?(?![-\w])(?P<names>[^%\n]*)%%",
    re.IGNORECASE,
)


def silences(text: str) -> Iterator[tuple[str, int]]:
    """Yield the rules that *text* names to be ignored, with the line, 0 for the whole note."""
    if _MARK in text:
        line, counted = 1, 0
        for comment in _COMMENT.finditer(text):
            line += text.count("\n", counted, comment.start())
            counted = comment.start()
            yield comment["names"].strip(), 0 if comment["file"] else line
