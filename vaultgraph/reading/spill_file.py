"""Keep blobs of bytes outside of memory until they are needed again."""

import os
from typing import IO

__all__ = ["Handle", "SpillFile"]

Handle = int | bytes
"""The offset of a blob, shifted, with its size in the lowest bits; or the blob itself."""

_SIZE_BITS = 32
_PART_BITS = 36
"""A part of the file can hold 64 GB; the file is sparse, so unwritten parts take no disk space."""


class SpillFile:
    """Keeps blobs in memory, or in an anonymous temporary file if *in_file* and there is room.

    All forked processes can read the file; each must write to a part of its own.
    """

    def __init__(self, *, in_file: bool) -> None:
        self._file = _anonymous_file() if in_file and hasattr(os, "pread") else None
        self._end = 0

    def write_to_part(self, number: int) -> None:
        """From now on write to part *number* of the file; the first process uses part 0."""
        self._end = number << _PART_BITS

    def write(self, content: bytes) -> Handle:
        """Store *content* and return its handle; the content itself if it cannot be written."""
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
        """Return the content stored under *handle*."""
        if isinstance(handle, bytes):
            return handle
        if not self._file:
            raise ValueError(handle)
        return os.pread(self._file.fileno(), handle % (1 << _SIZE_BITS), handle >> _SIZE_BITS)


def _anonymous_file() -> IO[bytes] | None:
    """Return a temporary file that disappears when closed; None if it cannot be created."""
    from tempfile import TemporaryFile

    try:
        return TemporaryFile(buffering=0)
    except OSError:
        return None
