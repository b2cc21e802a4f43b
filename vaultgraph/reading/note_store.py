"""Notes as bytes: they take a fifth of the memory, and once read need not be read again."""

import marshal
from collections import Counter
from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Any

from vaultgraph.model import Card, Note, NoteSummary, ParsedNote
from vaultgraph.reading.spill_file import Handle, SpillFile

__all__ = ["MANY", "NoteStore", "Row", "SerializedNote", "serialize"]

Row = tuple[str, Handle, Iterable[Any]]
"""The path of a note, the handle for its content, and its summary."""

MANY = 10_000
"""Of more notes than these, only the latest that were asked for stay in memory."""

_LATEST = 100


class SerializedNote(Note):
    """The note or canvas at *path*, unpacked when something is asked of it."""

    def __init__(
        self, path: str, spill_file: SpillFile, handle: Handle, summary: Iterable[Any]
    ) -> None:
        self.path = path
        self._spill_file, self._slip = spill_file, handle
        self.summary = NoteSummary(*summary)

    @property
    def content(self) -> bytes:
        """What `pack` said of it."""
        return self._spill_file.read(self._slip)

    @property
    def row(self) -> Row:
        """What it takes to make it again."""
        return self.path, self._slip, (*self.summary,)

    @cached_property
    def parsed(self) -> ParsedNote:  # type: ignore[override]
        """All that one pass over its text found."""
        return _record(self.content)


class SpilledNote(SerializedNote):
    """A packed note of which little stays in memory."""

    @property
    def parsed(self) -> ParsedNote:  # type: ignore[override]
        return _latest(self).parsed

    @property
    def cards(self) -> tuple[Card, ...]:
        return _latest(self).cards

    @property
    def question_counts(self) -> Counter[str]:
        return _latest(self).question_counts


class NoteStore:
    """Keeps notes packed, *number* of them: a few in memory, very many in a file."""

    def __init__(self, number: int) -> None:
        self.is_spilling: bool = number > MANY
        self._spill_file = SpillFile(in_file=self.is_spilling)

    def write_to_part(self, number: int) -> None:
        """From now on write to part *number* of the file, which is ours alone."""
        self._spill_file.write_to_part(number)

    def note(self, path: str, content: bytes, summary: Iterable[Any]) -> Note:
        """The note or canvas at *path*, of which `pack` said *content*."""
        return self.note_of((path, self._spill_file.write(content), summary))

    def note_of(self, row: Row) -> SerializedNote:
        """The note of this *row*, packed here or in a process with the same packer."""
        path, handle, summary = row
        return (SpilledNote if self.is_spilling else SerializedNote)(
            path, self._spill_file, handle, summary
        )

    def store(self, note: Note) -> Note:
        """The *note*, packed if it can be; unless there are many it is kept unpacked as well."""
        try:
            packed = self.note_of(
                (note.path, self._spill_file.write(serialize(note)), note.summary)
            )
        except ValueError:
            return note
        if not self.is_spilling:
            packed.parsed = note.parsed
        return packed


def serialize(note: Note) -> bytes:
    """The record of *note* as bytes.

    Raises ValueError if its properties hold what no text can say.
    """
    if isinstance(note, SerializedNote):
        return note.content
    record: tuple[Any, ...] = (*note.parsed,)
    return marshal.dumps(record)


def _record(content: bytes) -> ParsedNote:
    return ParsedNote._make(marshal.loads(content))  # noqa: S302 -- packed by `pack`


@lru_cache(maxsize=_LATEST)
def _latest(note: SerializedNote) -> Note:
    return Note(note.path, _record(note.content))
