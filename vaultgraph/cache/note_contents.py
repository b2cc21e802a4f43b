"""The contents of notes in the mapped snapshot, each read when it is needed."""

from collections.abc import Callable, Sequence
from itertools import accumulate
from zlib import crc32

from vaultgraph.model import Note
from vaultgraph.reading import serialize

__all__ = ["NoteContents", "join_contents"]

Columns = tuple[tuple[int, ...], tuple[int, ...]]


class NoteContents:
    """The serialized contents of the notes at *paths*: *blob*, with the *columns* of each.

    A handle is the index of a note. Checksums are compared note by note, when a content is read; a
    damaged one is replaced by reading the file of the note with *reread*.
    """

    def __init__(
        self,
        blob: memoryview,
        columns: Columns,
        paths: Sequence[str],
        reread: Callable[[str], Note],
    ) -> None:
        sizes, self._checksums = columns
        self._starts = [*accumulate(sizes, initial=0)]
        self._blob, self._paths, self._reread = blob, paths, reread

    def read(self, handle: int | bytes, /) -> bytes:
        """Return the content of the note with the index *handle*."""
        index = int(handle)
        content = self._blob[self._starts[index] : self._starts[index + 1]].tobytes()
        if crc32(content) != self._checksums[index]:
            return serialize(self._reread(self._paths[index]))
        return content


def join_contents(contents: Sequence[bytes]) -> tuple[Columns, bytes]:
    """Return the columns and the blob from which `NoteContents` reads *contents*."""
    return (tuple(map(len, contents)), tuple(map(crc32, contents))), b"".join(contents)
