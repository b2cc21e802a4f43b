"""Notes as bytes: they take a fifth of the memory, and once read need not be read again."""

import marshal
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from vaultgraph.model import Card, Gist, Note, Record
from vaultgraph.reading.shelf import Shelf, Slip

__all__ = ["MANY", "PackedNote", "Packer", "Row", "pack"]

Row = tuple[str, Slip, Iterable[Any]]
"""The path of a note, the slip for its content, and its gist."""

MANY = 10_000
"""Of more notes than these, only the latest that were asked for stay in memory."""

_LATEST = 100


class PackedNote(Note):
    """The note or canvas at *path*, unpacked when something is asked of it."""

    def __init__(self, path: str, shelf: Shelf, slip: Slip, gist: Iterable[Any]) -> None:
        self.path = path
        self._shelf, self._slip = shelf, slip
        self.gist = Gist(*gist)

    @property
    def content(self) -> bytes:
        """What `pack` said of it."""
        return self._shelf.get(self._slip)

    @property
    def row(self) -> Row:
        """What it takes to make it again."""
        return self.path, self._slip, (*self.gist,)

    @cached_property
    def record(self) -> Record:  # type: ignore[override]
        """All that one pass over its text found."""
        return _record(self.content)


class _OneOfMany(PackedNote):
    """A packed note of which little stays in memory."""

    @property
    def record(self) -> Record:  # type: ignore[override]
        return _latest(self).record

    @property
    def cards(self) -> tuple[Card, ...]:
        return _latest(self).cards

    @property
    def titles(self) -> Counter[str]:
        return _latest(self).titles


class Packer:
    """Keeps notes packed, *number* of them: a few in memory, very many in a file."""

    def __init__(self, number: int) -> None:
        self.are_many: bool = number > MANY
        self._shelf = Shelf(in_file=self.are_many)

    def write_to_part(self, number: int) -> None:
        """From now on put contents down in part *number* of the file, which is ours alone."""
        self._shelf.write_to_part(number)

    def note(self, path: str, content: bytes, gist: Iterable[Any]) -> Note:
        """The note or canvas at *path*, of which `pack` said *content*."""
        return self.note_of((path, self._shelf.put(content), gist))

    def note_of(self, row: Row) -> PackedNote:
        """The note of this *row*, packed here or in a process with the same packer."""
        path, slip, gist = row
        return (_OneOfMany if self.are_many else PackedNote)(path, self._shelf, slip, gist)

    def packed(self, note: Note) -> Note:
        """The *note*, packed if it can be; unless there are many it is kept unpacked as well."""
        try:
            packed = self.note_of((note.path, self._shelf.put(pack(note)), note.gist))
        except ValueError:
            return note
        if not self.are_many:
            packed.record = note.record
        return packed


def pack(note: Note) -> bytes:
    """The record of *note* as bytes.

    Raises ValueError if its properties hold what no text can say.
    """
    if isinstance(note, PackedNote):
        return note.content
    record: tuple[Any, ...] = (*note.record,)
    return marshal.dumps(record)


def _record(content: bytes) -> Record:
    return Record._make(marshal.loads(content))  # noqa: S302 -- packed by `pack`


@lru_cache(maxsize=_LATEST)
def _latest(note: PackedNote) -> Note:
    return Note(note.path, _record(note.content))
