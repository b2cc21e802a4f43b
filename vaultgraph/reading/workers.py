"""A vault's notes are read by several processes, of which each then knows them all.

Each reads a part, and judges what it has read, for to send findings costs less than to send what
they rest on.  All begin while little is in memory: what a process touches is copied for it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from vaultgraph.messages import message_from_row, message_row
from vaultgraph.model import Note
from vaultgraph.processes import WORTH_SHARING, Channel, LostError, start_worker
from vaultgraph.reading.note_store import NoteStore, Row, SerializedNote
from vaultgraph.reading.unread import UnreadVault
from vaultgraph.reading.vault import Vault

__all__ = ["Workers"]

Task = Callable[[Vault, Sequence[str]], object]
Batches = Sequence[Sequence[str]]
Sent = list[tuple[Row, Any]]
"""Packed notes, each with the row of the reason why it could not be opened, empty if it could."""

_UNPACKED = b""


class Workers:
    """So many processes, this one among them, read the notes of a vault if these are many.

    Then each other one does the *task*: it is given the vault, and the paths of what this process
    has read, and returns plain data.
    """

    def __init__(self, number: int, task: Task | None = None) -> None:
        self._number, self._task = number, task
        self._busy: list[_Worker] = []

    def are_worth(self, unread: UnreadVault) -> bool:
        """Whether *unread* had better be read by several.

        Not where notes share some time for expressions of the user: they have to stand in a row.
        """
        is_much = len(unread.paths) >= WORTH_SHARING
        return self._number > 1 and is_much and not unread.cards.obsidian_to_anki.shares_time

    def read(self, unread: UnreadVault) -> Vault:
        """Read the vault that is *unread*."""
        reading, (first, *others) = _Reading(unread), unread.batches()
        # Patterns are compiled and modules imported here, before there are others.
        reading.read([first])
        number = min(self._number, len(unread.paths) // WORTH_SHARING + 1)
        own, *parts = (others[worker::number] for worker in range(number))
        workers = [
            _Worker(part, partial(_work, reading, worker, part, self._task))
            for worker, part in enumerate(parts, 1)
        ]
        reading.read(own, is_sent=self._task is not None)
        for worker in workers:
            sent = worker.receive()
            if sent is None:
                reading.read(worker.batches)
            else:
                reading.add(sent)
        if self._task:
            self._busy = workers
        for worker in workers:
            if self._task:
                worker.send(reading.sent_but(worker.paths))
            else:
                worker.end()
        return reading.vault()

    def results(self) -> Iterator[tuple[Sequence[str], Any]]:
        """Yield the paths of what each other process has read, and its result of the task.

        That is None if the process could not do it.
        """
        workers, self._busy = self._busy, []
        for worker in workers:
            yield worker.paths, worker.receive()
            worker.end()

    @property
    def paths(self) -> frozenset[str]:
        """The paths of what the others have read, who are at their task."""
        return frozenset(path for worker in self._busy for path in worker.paths)


class _Worker:
    """A process at *work* on the paths in *batches*; whatever goes wrong with it, we go on."""

    def __init__(self, batches: Batches, work: Callable[[Channel], object]) -> None:
        self.batches = batches
        self.paths = [path for batch in batches for path in batch]
        self._channel: Channel | None = None
        with suppress(LostError):
            self._channel = start_worker(work)

    def receive(self) -> Any:
        """What it sends next; None if it is lost."""
        try:
            return self._channel.receive() if self._channel else None
        except LostError:
            self.end()
            return None

    def send(self, value: object) -> None:
        """Send *value*."""
        try:
            if self._channel:
                self._channel.send(value)
        except LostError:
            self.end()

    def end(self) -> None:
        """Let it end."""
        if self._channel:
            self._channel.close()
        self._channel = None


class _Reading:
    """The notes of *unread* that are read so far, by this process or by others."""

    def __init__(self, unread: UnreadVault) -> None:
        self._unread = unread
        self._packer = NoteStore(len(unread.paths))
        self._notes: dict[str, Note] = {}

    def read(self, batches: Batches, *, is_sent: bool = True) -> None:
        """Read the notes and canvases at the paths in *batches*."""
        for batch in batches:
            for note in self._unread.read(batch):
                is_packed = is_sent or self._packer.is_spilling
                self._notes[note.path] = self._packer.store(note) if is_packed else note

    def add(self, sent: Sent) -> None:
        """Take over what another process has read."""
        for row, fault in sent:
            path, handle, _ = row
            if fault:
                self._unread.unreadable[path] = message_from_row(fault)
            is_packed = handle != _UNPACKED
            [note] = [self._packer.note_of(row)] if is_packed else self._unread.read([path])
            self._notes[path] = note

    def sent(self, paths: Iterable[str]) -> Sent:
        """What another process needs to know of the notes at *paths*."""
        faults = self._unread.unreadable
        return [(_row(self._notes[path]), message_row(faults.get(path, ""))) for path in paths]

    def sent_but(self, paths: Iterable[str]) -> Sent:
        """What another process needs to know that has read those at *paths* itself."""
        return self.sent(self._notes.keys() - set(paths))

    def write_to_part(self, number: int) -> None:
        """Leave the room in files for other processes alone."""
        self._packer.write_to_part(number)

    def vault(self) -> Vault:
        """The vault, when all is read."""
        return self._unread.vault(self._notes)


def _work(
    reading: _Reading, number: int, batches: Batches, task: Task | None, channel: Channel
) -> None:
    """Read the part in *batches*, say what is in it, learn what is in the others, do *task*."""
    paths = [path for batch in batches for path in batch]
    reading.write_to_part(number)
    reading.read(batches)
    channel.send(reading.sent(paths))
    if task:
        reading.add(channel.receive())
        channel.send(task(reading.vault(), paths))


def _row(note: Note) -> Row:
    """The row of *note*; of one that cannot be packed, only where it is."""
    return note.row if isinstance(note, SerializedNote) else (note.path, _UNPACKED, ())
