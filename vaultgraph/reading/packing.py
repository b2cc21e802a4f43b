"""Notes as bytes: they take a fifth of the memory, and once read need not be read again."""

import marshal
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from vaultgraph.model import Card, Gist, Note, Record

__all__ = ["MANY", "PackedNote", "kind_of_packed", "pack", "packed"]

MANY = 10_000
"""Of more notes than these, only the latest that were asked for stay unpacked."""

_LATEST = 100


class PackedNote(Note):
    """The note or canvas at *path*, unpacked whenever something is asked of it."""

    def __init__(self, path: str, content: bytes, gist: Iterable[Any]) -> None:
        self.path = path
        self.content = content
        self.gist = Gist(*gist)

    @property
    def unpacked(self) -> Note:
        """The same as a note of its own; the latest are remembered."""
        return _latest(self)

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


class _OnceUnpackedNote(PackedNote):
    @cached_property
    def unpacked(self) -> Note:
        return _unpack(self)


def kind_of_packed(number: int) -> type[PackedNote]:
    """What *number* notes are best kept as: very many never stay unpacked together."""
    return PackedNote if number > MANY else _OnceUnpackedNote


def packed(note: Note) -> Note:
    """The *note*, packed if it can be."""
    try:
        return PackedNote(note.path, pack(note), note.gist)
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
    return Note(note.path, Record._make(marshal.loads(note.content)))  # noqa: S302 -- packed by `pack`


_latest = lru_cache(maxsize=_LATEST)(_unpack)
