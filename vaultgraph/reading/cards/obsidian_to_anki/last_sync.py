r"""What a note was like when the plugin last synced it.

The plugin remembers the MD5 sum of every note.  Before it takes the sum, it deletes the empty line
above an ID.  In `\r\n` its expression sees two line ends, so where lines end like that it deletes
the `\r`.  Git may have changed the line ends since, in either direction.
"""

from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

from vaultgraph.lazy import lazy_re

__all__ = ["LastSync", "compare"]

_LINE_ABOVE_ID = lazy_re(r"(?:\r\n|\r|\n)((?:\r\n|\r|\n)(?:<!--)?ID: [0-9])")


class LastSync(Enum):
    """What is known of a note's last sync."""

    UNKNOWN = "the plugin never met the note under this path, or has left no settings"
    SAME = "the note is what it was, line ends apart"
    WINDOWS = "it is what it was, but had Windows line ends"
    OTHER = "it was changed since"


@lru_cache(maxsize=1)  # each card of a note may ask
def compare(checksum: str, text: str) -> LastSync:
    """How *text* is related to the one whose MD5 sum, in hexadecimal, is *checksum*."""
    from hashlib import md5

    for form, result in _forms(text):
        if md5(form.encode(), usedforsecurity=False).hexdigest() == checksum:
            return result
    return LastSync.OTHER


def _forms(text: str) -> Iterator[tuple[str, LastSync]]:
    """Yield what *text* may have been when the plugin took its sum, the likeliest first."""
    yield text, LastSync.SAME
    plain = text.replace("\r\n", "\n")
    yield plain, LastSync.SAME
    windows = plain.replace("\n", "\r\n")
    yield windows, LastSync.WINDOWS
    yield _LINE_ABOVE_ID.sub(r"\1", windows), LastSync.WINDOWS
