"""Notes as bytes: they take a fifth of the memory, and once read need not be read again."""

import marshal
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from vaultgraph.model import Card, Gist, Note, Record
from vaultgraph.reading.shelf import Shelf, Slip

__all__ = ["MANY", "PackedNote", "Packer", "pack"]

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

    @cached_property
    def unpacked(self) -> Note:
        """The same as a note of its own."""
        return _unpack(self)

    @property
    def record(self) -> Record:  # type: ignore[override]
        """All that one pass over its text found."""
        return self.unpacked.record

    @property
    def cards(self) -> tuple[Card, ...]:
        """Flashcards, in order."""
        return self.unpacked.cards

    @property
    def titles(self) -> Counter[str]:
        """How many of its flashcards have the same title."""
        return self.unpacked.titles


class _OneOfMany(PackedNote):
    """A packed note of which little stays in memory."""

    @property
    def name(self) -> str:
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def unpacked(self) -> Note:
        return _latest(self)


class Packer:
    """Keeps notes packed, *number* of them: a few in memory, very many in a file."""

    def __init__(self, number: int) -> None:
        self._shelf = Shelf(in_file=number > MANY)
        self._kind = _OneOfMany if number > MANY else PackedNote

    def put(self, content: bytes) -> Slip:
        """Keep what `pack` says of a note, and return the slip for it."""
        return self._shelf.put(content)

    def note(self, path: str, slip: Slip, gist: Iterable[Any]) -> Note:
        """The note at *path* whose content was kept for *slip*, here or by a process begun here."""
        return self._kind(path, self._shelf, slip, gist)

    def packed(self, note: Note) -> Note:
        """The *note*, packed if it can be."""
        try:
            return self.note(note.path, self.put(pack(note)), note.gist)
        except ValueError:
            return note


def pack(note: Note) -> bytes:
    """The record of *note* as bytes.

    Raises ValueError if its properties hold what no text can say.
    """
    if isinstance(note, PackedNote):
        return note.content
    record: tuple[Any, ...] = (*note.record,)
    return marshal.dumps(record)


def _unpack(note: PackedNote) -> Note:
    unpacked = Note(note.path, Record._make(marshal.loads(note.content)))  # noqa: S302 -- packed by `pack`
    unpacked.gist = note.gist
    return unpacked


_latest = lru_cache(maxsize=_LATEST)(_unpack)
