"""Store notes as bytes, which take a fifth of the memory of parsed notes.

Stored notes need not be parsed again, and other processes can read them.
"""

import marshal
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from itertools import repeat
from typing import Any, Protocol

from vaultgraph.messages import message_from_row, message_row
from vaultgraph.model import (
    Arrow,
    Block,
    Card,
    CardFault,
    CardId,
    Heading,
    InvalidLink,
    LabeledLink,
    Link,
    MarkupFault,
    Note,
    NoteSummary,
    ParsedNote,
    Problem,
    PropertyFault,
    Suppression,
    Tag,
)
from vaultgraph.reading.spill_file import Handle, SpillFile

__all__ = ["MANY", "Blobs", "NoteStore", "Row", "SerializedNote", "restore_notes", "serialize"]

Row = tuple[str, Handle, Iterable[Any]]
"""The path of a note, the handle for its content, and its summary."""

MANY = 10_000
"""Above this number of notes, only the most recently used ones stay parsed in memory."""

_CACHE_SIZE = 100

_CLASSES: dict[int, Callable[[Iterable[Any]], object]] = {
    ParsedNote._fields.index(field): partial(tuple.__new__, value)  # `_make` takes twice as long
    for field, value in (
        ("links", Link),
        ("headings", Heading),
        ("blocks", Block),
        ("tags", Tag),
        ("relations", LabeledLink),
        ("cards", Card),
        ("invalid_links", InvalidLink),
        ("card_ids", CardId),
        ("card_marks", Tag),
        ("card_faults", CardFault),
        ("suppressions", Suppression),
        ("arrows", Arrow),
        ("absolute_paths", Link),
        ("property_faults", PropertyFault),
        ("other_images", Link),
        ("markup_faults", MarkupFault),
    )
}
"""The classes of the values in each field: `marshal` writes nothing but plain tuples."""
_PROBLEMS = ParsedNote._fields.index("problems")


class Blobs(Protocol):
    """Where the content of serialized notes is."""

    def read(self, handle: Handle, /) -> bytes:
        """Return the content stored under *handle*."""


class SerializedNote(Note):
    """The note or canvas at *path*, deserialized on first access from *blobs*."""

    def __init__(self, path: str, blobs: Blobs, handle: Handle, summary: NoteSummary) -> None:
        self.path = path
        self._blobs, self._handle = blobs, handle
        self.summary = summary

    @property
    def content(self) -> bytes:
        """The serialized `ParsedNote`."""
        return self._blobs.read(self._handle)

    @property
    def row(self) -> Row:
        """The row from which `NoteStore.note_of` recreates the note."""
        return self.path, self._handle, (*self.summary,)

    @cached_property
    def parsed(self) -> ParsedNote:  # type: ignore[override]
        """The deserialized `ParsedNote`."""
        return _deserialize(self.content)


class SpilledNote(SerializedNote):
    """A serialized note whose parsed content is cached only while recently used."""

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
    """Stores *number* serialized notes: in memory, or in a temporary file if there are `MANY`."""

    def __init__(self, number: int) -> None:
        self.is_spilling: bool = number > MANY
        self._spill_file = SpillFile(in_file=self.is_spilling)

    def write_to_part(self, number: int) -> None:
        """From now on write to part *number* of the file, reserved for this process."""
        self._spill_file.write_to_part(number)

    def note_of(self, row: Row) -> SerializedNote:
        """Return the note of *row*, stored here or in a process forked with this store."""
        path, handle, summary = row
        note = SpilledNote if self.is_spilling else SerializedNote
        return note(path, self._spill_file, handle, NoteSummary._make(summary))

    def store(self, note: Note) -> Note:
        """Return *note* in stored form, or itself if it cannot be serialized.

        Unless the store spills, the parsed note is kept too.
        """
        try:
            stored = self.note_of(
                (note.path, self._spill_file.write(serialize(note)), note.summary)
            )
        except ValueError:
            return note
        if not self.is_spilling:
            stored.parsed = note.parsed
        return stored


def restore_notes(
    paths: Iterable[str],
    blobs: Blobs,
    handles: Iterable[Handle],
    summaries: Iterable[Iterable[Any]],
    *,
    number: int,
) -> Iterator[SerializedNote]:
    """Return the notes at *paths*, some of *number* in all, with their content in *blobs*."""
    note = SpilledNote if number > MANY else SerializedNote
    return map(note, paths, repeat(blobs), handles, map(NoteSummary._make, summaries))


def serialize(note: Note) -> bytes:
    """Return the `ParsedNote` of *note* as bytes.

    Raises ValueError if a property has a value that cannot be marshaled.
    """
    if isinstance(note, SerializedNote):
        return note.content
    fields: list[Any] = [*note.parsed]
    for index in _CLASSES:
        if fields[index]:
            fields[index] = [*map(tuple, fields[index])]
    if fields[_PROBLEMS]:
        problems = fields[_PROBLEMS]
        fields[_PROBLEMS] = [(kind, message_row(text), start) for kind, text, start in problems]
    return marshal.dumps(fields)


def _deserialize(content: bytes) -> ParsedNote:
    fields = marshal.loads(content)  # noqa: S302 -- written by `serialize`
    for index, value_of in _CLASSES.items():
        if fields[index]:
            fields[index] = tuple(map(value_of, fields[index]))
    if fields[_PROBLEMS]:
        rows = fields[_PROBLEMS]
        problems = [Problem(kind, message_from_row(text), start) for kind, text, start in rows]
        fields[_PROBLEMS] = tuple(problems)
    return ParsedNote._make(fields)


@lru_cache(maxsize=_CACHE_SIZE)
def _latest(note: SerializedNote) -> Note:
    return Note(note.path, _deserialize(note.content))
