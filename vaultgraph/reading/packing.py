"""Notes as bytes: read once, they are known without being read again."""

import marshal
from collections.abc import Iterable
from functools import cached_property
from typing import Any

from vaultgraph.model import Gist, Note, Record

__all__ = ["PackedNote", "pack"]


class PackedNote(Note):
    """The note or canvas at *path*, whose record is unpacked when it is first asked for."""

    def __init__(self, path: str, packed: bytes, gist: Iterable[Any]):
        self.path = path
        self.packed = packed
        self.gist = Gist._make(gist)

    @cached_property
    def record(self) -> Record:  # type: ignore[override]
        """All that one pass over its text found."""
        return Record._make(marshal.loads(self.packed))  # noqa: S302 -- packed by `pack`


def pack(note: Note) -> bytes:
    """The record of *note* as bytes.

    Raises ValueError if its properties hold what no text can say.
    """
    if isinstance(note, PackedNote):
        return note.packed
    record: tuple[Any, ...] = (*note.record,)
    return marshal.dumps(record)
