"""Where a property stands in the text of a note."""

import re

__all__ = ["find_property", "find_value"]

_CLOSE = re.compile(r"^---[ \t\r]*$", re.MULTILINE)


def find_property(text: str, name: str) -> tuple[int, int]:
    """The start and end of the *name* of a property in *text*; (0, 0) if it is not found."""
    start, end = _frontmatter(text)
    written = rf"^(?:{re.escape(name)}|[\"']{re.escape(name)}[\"'])(?=[ \t]*:)"
    pattern = re.compile(written, re.MULTILINE | re.IGNORECASE)
    found = pattern.search(text, start, end)
    return found.span() if found else (0, 0)


def find_value(text: str, name: str, value: str) -> tuple[int, int]:
    """The start and end of *value* in the property *name*; those of the name if it is not found."""
    place = find_property(text, name)
    _, end = _frontmatter(text)
    pattern = re.compile(rf"(?<![\w/-]){re.escape(value)}(?![\w/-])")
    found = pattern.search(text, place[1], end) if place[1] else None
    return found.span() if found else place


def _frontmatter(text: str) -> tuple[int, int]:
    """The start and end of the frontmatter."""
    start = text.find("\n") + 1
    close = _CLOSE.search(text, start)
    return start, close.start() if close else start
