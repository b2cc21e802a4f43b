r"""Compare a note with its state at the last sync of the plugin.

The plugin stores the MD5 sum of every note.  Before computing it, it deletes the empty line above
an ID.  Its expression takes `\r\n` for two line endings, so in CRLF files it deletes the `\r`.  Git
may have converted the line endings since, in either direction.
"""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from vaultgraph.lazy import lazy_re

__all__ = ["LastSync", "compare"]

_LINE_ABOVE_ID = lazy_re(r"(?:\r\n|\r|\n)((?:\r\n|\r|\n)(?:<!--)?ID: [0-9])")


class LastSync(Enum):
    """How a note compares with its last sync."""

    UNKNOWN = "the plugin never met the note under this path, or has left no settings"
    SAME = "the note is what it was, line ends apart"
    WINDOWS = "it is what it was, but had Windows line ends"
    OTHER = "it was changed since"


@lru_cache(maxsize=1)  # called for each card of a note
def compare(checksum: str, text: str) -> LastSync:
    """Return how *text* compares with the text whose hexadecimal MD5 sum is *checksum*."""
    from hashlib import md5

    for form, result in _forms(text):
        if md5(form.encode(), usedforsecurity=False).hexdigest() == checksum:
            return result
    return LastSync.OTHER


def _forms(text: str) -> Iterator[tuple[str, LastSync]]:
    """Yield the possible forms of *text* when the plugin computed its sum, likeliest first."""
    yield text, LastSync.SAME
    plain = text.replace("\r\n", "\n")
    yield plain, LastSync.SAME
    windows = plain.replace("\n", "\r\n")
    yield windows, LastSync.WINDOWS
    yield _LINE_ABOVE_ID.sub(r"\1", windows), LastSync.WINDOWS
