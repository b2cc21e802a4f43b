"""Where contents are put down that will be asked for again, but not all at once."""

import os
from typing import IO

__all__ = ["Handle", "SpillFile"]

Handle = int | bytes
"""Where a content lies, and in the lowest bits how many bytes it has; or the content itself."""

_SIZE_BITS = 32
_PART_BITS = 36
"""A part of the file has room for 64 GB; what nobody has written takes no room on the disk."""


class SpillFile:
    """In memory, or if it is to be *in_file* and there is room, in a file without a name.

    Processes that were forked can all read it; each has to write into a part of its own.
    """

    def __init__(self, *, in_file: bool) -> None:
        self._file = _anonymous_file() if in_file and hasattr(os, "pread") else None
        self._end = 0

    def write_to_part(self, number: int) -> None:
        """From now on put contents down in this part of the file; that of others begins at 0."""
        self._end = number << _PART_BITS

    def write(self, content: bytes) -> Handle:
        """Put *content* down, and return the handle for it."""
        if not self._file:
            return content
        start = self._end
        try:
            written = os.pwrite(self._file.fileno(), content, start)
        except OSError:
            return content
        if written < len(content):
            return content
        self._end += written
        return start << _SIZE_BITS | written

    def read(self, handle: Handle) -> bytes:
        """What was put down for *handle*."""
        if isinstance(handle, bytes):
            return handle
        if not self._file:
            raise ValueError(handle)
        return os.pread(self._file.fileno(), handle % (1 << _SIZE_BITS), handle >> _SIZE_BITS)


def _anonymous_file() -> IO[bytes] | None:
    """A file that is gone when it is closed; None where none can be made."""
    from tempfile import TemporaryFile

    try:
        return TemporaryFile(buffering=0)
    except OSError:
        return None
