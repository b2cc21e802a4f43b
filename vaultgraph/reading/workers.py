"""Read the notes of a vault in several forked processes, and share them among all.

Each process reads a part of the notes and checks that part, because sending findings costs less
than sending the data that they are based on.  All processes are forked while little is in memory,
because a page that a process touches is copied (copy-on-write).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from vaultgraph.messages import message_from_row, message_row
from vaultgraph.model import Note
from vaultgraph.processes import MIN_NOTES_PER_WORKER, Channel, LostError, start_worker
from vaultgraph.reading.note_store import NoteStore, Row, SerializedNote
from vaultgraph.reading.unread import UnreadVault
from vaultgraph.reading.vault import Vault

__all__ = ["Workers"]

Task = Callable[[Vault, Sequence[str]], object]
Batches = Sequence[Sequence[str]]
Sent = list[tuple[Row, Any]]
"""Rows of stored notes, each with the row of the reason why it is unreadable, or an empty row."""

_NOT_STORED = b""


class Workers:
    """Reads the notes of a large vault in *number* processes, including this one.

    Afterwards each other process runs *task* with the vault and the paths that this process has
    read; a task returns plain data.
    """

    def __init__(self, number: int, task: Task | None = None) -> None:
        self._number, self._task = number, task
        self._busy: list[_Worker] = []

    def are_faster(self, unread: UnreadVault) -> bool:
        """Return whether reading *unread* in parallel pays off.

        It does not work if notes share a budget for the user's own expressions, because the
        results depend on the order of the notes.
        """
        is_much = len(unread.paths) >= MIN_NOTES_PER_WORKER
        return self._number > 1 and is_much and not unread.cards.obsidian_to_anki.shares_time

    def read(self, unread: UnreadVault) -> Vault:
        """Read *unread* in parallel, and return its vault."""
        reading, (first, *others) = _Reading(unread), unread.batches()
        # Compile patterns and import modules before forking, so that each process need not.
        reading.read([first])
        number = min(self._number, len(unread.paths) // MIN_NOTES_PER_WORKER + 1)
        own, *parts = (others[worker::number] for worker in range(number))
        workers = [
            _Worker(part, partial(_work, reading, worker, part, self._task))
            for worker, part in enumerate(parts, 1)
        ]
        reading.read(own, is_sent=self._task is not None)
        for worker in workers:
            sent = worker.receive()
            if sent is None:  # the process was lost: read its part here
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
        """Yield the paths that each other process has read, and its result of the task.

        The result is None if the process failed.
        """
        workers, self._busy = self._busy, []
        for worker in workers:
            yield worker.paths, worker.receive()
            worker.end()

    @property
    def paths(self) -> frozenset[str]:
        """The paths read by the other processes that are running their task."""
        return frozenset(path for worker in self._busy for path in worker.paths)


class _Worker:
    """A process that does *work* on the paths in *batches*; its failures are tolerated."""

    def __init__(self, batches: Batches, work: Callable[[Channel], object]) -> None:
        self.batches = batches
        self.paths = [path for batch in batches for path in batch]
        self._channel: Channel | None = None
        with suppress(LostError):
            self._channel = start_worker(work)

    def receive(self) -> Any:
        """Return the next value that the process sends; None if the process is lost."""
        try:
            return self._channel.receive() if self._channel else None
        except LostError:
            self.end()
            return None

    def send(self, value: object) -> None:
        """Send *value* to the process, if it is not lost."""
        try:
            if self._channel:
                self._channel.send(value)
        except LostError:
            self.end()

    def end(self) -> None:
        """Close the channel, so that the process ends."""
        if self._channel:
            self._channel.close()
        self._channel = None


class _Reading:
    """The notes of *unread* that were read so far, by this process or by others."""

    def __init__(self, unread: UnreadVault) -> None:
        self._unread = unread
        self._store = NoteStore(len(unread.paths))
        self._notes: dict[str, Note] = {}

    def read(self, batches: Batches, *, is_sent: bool = True) -> None:
        """Read the notes and canvases at the paths in *batches*."""
        for batch in batches:
            for note in self._unread.read(batch):
                is_stored = is_sent or self._store.is_spilling
                self._notes[note.path] = self._store.store(note) if is_stored else note

    def add(self, sent: Sent) -> None:
        """Add the notes that another process has read."""
        for row, fault in sent:
            path, handle, _ = row
            if fault:
                self._unread.unreadable[path] = message_from_row(fault)
            is_stored = handle != _NOT_STORED
            [note] = [self._store.note_of(row)] if is_stored else self._unread.read([path])
            self._notes[path] = note

    def sent(self, paths: Iterable[str]) -> Sent:
        """Return what another process needs to add the notes at *paths*."""
        faults = self._unread.unreadable
        return [(_row(self._notes[path]), message_row(faults.get(path, ""))) for path in paths]

    def sent_but(self, paths: Iterable[str]) -> Sent:
        """Return what a process needs that has itself read the notes at *paths*."""
        return self.sent(self._notes.keys() - set(paths))

    def write_to_part(self, number: int) -> None:
        """Write to part *number* of the spill file, so that processes do not collide."""
        self._store.write_to_part(number)

    def vault(self) -> Vault:
        """Return the vault, once all notes are read."""
        return self._unread.vault(self._notes)


def _work(
    reading: _Reading, number: int, batches: Batches, task: Task | None, channel: Channel
) -> None:
    """Read *batches*, exchange notes with the parent process, then run *task*."""
    paths = [path for batch in batches for path in batch]
    reading.write_to_part(number)
    reading.read(batches)
    channel.send(reading.sent(paths))
    if task:
        reading.add(channel.receive())
        channel.send(task(reading.vault(), paths))


def _row(note: Note) -> Row:
    """Return the row of *note*; one that cannot be stored has only its path."""
    return note.row if isinstance(note, SerializedNote) else (note.path, _NOT_STORED, ())
