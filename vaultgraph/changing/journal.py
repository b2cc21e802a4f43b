"""The journal of the changes of a vault: what each one did, with the contents before and after.

It is in the user's state folder, so that no program that syncs the vault takes it for a part of
it.  A change begins when its record is complete on disk and a mark names it, and it is done when
the mark is deleted: that is one step for the file system, so a kill leaves either.
"""

import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import suppress
from time import time
from typing import Any, NamedTuple

from vaultgraph.changing.change import Change, Move, Times, Write
from vaultgraph.errors import VaultError
from vaultgraph.messages import say
from vaultgraph.storage.folder import UNFINISHED, changes_folder, is_interrupted

__all__ = ["Journal", "Record"]

_SCHEMA = "vaultgraph-change/1"
_FILE, _UNDONE = "change.json", "undone"
_MAX_RECORDS = 100
_READ_ERRORS = (AttributeError, LookupError, RecursionError, TypeError, ValueError)


class Record(NamedTuple):
    """The change that was begun at `time`, in seconds since 1970; the record has a `number`.

    The files of its writes had these `times`, and its moves made these `folders`.  It is recorded
    whether it was `undone`.
    """

    number: int
    time: float
    change: Change
    times: tuple[Times, ...]
    folders: tuple[str, ...]
    undone: bool


class Journal:
    """The journal of the vault at *root*."""

    def __init__(self, root: str) -> None:
        self.root: str = os.path.realpath(root)
        self.folder: str = changes_folder(root)
        if not self.folder:
            hint = say("set HOME to your home folder")
            raise VaultError(say("the journal of changes needs a folder"), hint=hint)

    @property
    def lock_file(self) -> str:
        """The file that is locked while the vault is changed."""
        return os.path.join(self.folder, "lock")

    @property
    def is_unfinished(self) -> bool:
        """Whether a change was begun and is not done."""
        return is_interrupted(self.root)

    def begin(self, change: Change, times: Sequence[Times], folders: Sequence[str]) -> Record:
        """Record *change*, which begins with that; the rest as in `Record`."""
        number = max(self._numbers(), default=0) + 1
        record = Record(number, time(), change, tuple(times), tuple(folders), undone=False)
        folder = self._folder_of(number)
        os.makedirs(folder, mode=0o700)
        for place, write in enumerate(change.writes):
            _write(os.path.join(folder, f"{place}.before"), write.before)
            _write(os.path.join(folder, f"{place}.after"), write.after)
        text = json.dumps(_as_json(record, self.root), ensure_ascii=True)
        _write(os.path.join(folder, _FILE), text.encode())
        _sync(folder)
        mark = os.path.join(self.folder, UNFINISHED)
        _write(f"{mark}.new", str(number).encode())
        os.replace(f"{mark}.new", mark)
        _sync(self.folder)
        return record

    def finish(self) -> None:
        """The change that was begun is done, or all of it was taken back."""
        with suppress(FileNotFoundError):
            os.unlink(os.path.join(self.folder, UNFINISHED))
        _sync(self.folder)
        for number in self._numbers()[:-_MAX_RECORDS]:
            self.forget(number)

    def unfinished(self) -> Record | None:
        """Return the change that was begun and is not done; None if there is none.

        Raises VaultError if its record cannot be read.
        """
        try:
            with open(os.path.join(self.folder, UNFINISHED), "rb") as mark:
                number = int(mark.read(20))
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise self._damaged() from error
        record = self.read(number)
        if record is None:
            raise self._damaged()
        return record

    def _damaged(self) -> VaultError:
        hint = say("what was before is in {folder}: move it elsewhere to go on", folder=self.folder)
        return VaultError(say("the journal of an interrupted change is damaged"), hint=hint)

    def records(self) -> Iterator[Record]:
        """Yield what was recorded, the newest first; damaged records are left out."""
        for number in reversed(self._numbers()):
            record = self.read(number)
            if record:
                yield record

    def read(self, number: int) -> Record | None:
        """Return the record with this *number*; None if it cannot be read."""
        folder = self._folder_of(number)
        try:
            with open(os.path.join(folder, _FILE), "rb") as file:
                report = json.loads(file.read())
            if report["schema"] != _SCHEMA or report["vault"] != self.root:
                return None
            writes = tuple(_write_in(folder, *each) for each in enumerate(report["writes"]))
            moves = tuple(Move(str(path), str(target)) for path, target in report["moves"])
            times = tuple((int(read), int(changed)) for _, read, changed in report["writes"])
            change = Change(str(report["title"]), writes, moves)
            undone = os.path.lexists(os.path.join(folder, _UNDONE))
            folders = tuple(map(str, report["folders"]))
            return Record(number, float(report["time"]), change, times, folders, undone)
        except (OSError, *_READ_ERRORS):
            return None

    def mark_undone(self, number: int) -> None:
        """Record that the change with this *number* was undone.

        If that is not possible, its files are found to be changed since, when it is to be undone.
        """
        with suppress(OSError):
            _write(os.path.join(self._folder_of(number), _UNDONE), b"")

    def forget(self, number: int) -> None:
        """Delete the record with this *number*."""
        shutil.rmtree(self._folder_of(number), ignore_errors=True)

    def _folder_of(self, number: int) -> str:
        return os.path.join(self.folder, f"{number:06}")

    def _numbers(self) -> list[int]:
        with suppress(FileNotFoundError):
            return sorted(int(name) for name in os.listdir(self.folder) if name.isdecimal())
        return []


def _as_json(record: Record, root: str) -> dict[str, Any]:
    writes = zip(record.change.writes, record.times, strict=True)
    return {
        "schema": _SCHEMA,
        "vault": root,
        "title": record.change.title,
        "time": record.time,
        "writes": [(write.path, *times) for write, times in writes],
        "moves": [[*move] for move in record.change.moves],
        "folders": [*record.folders],
    }


def _write_in(folder: str, place: int, fields: Sequence[Any]) -> Write:
    before, after = (os.path.join(folder, f"{place}.{name}") for name in ("before", "after"))
    return Write(str(fields[0]), _read(before), _read(after))


def _read(file_path: str) -> bytes:
    with open(file_path, "rb") as file:
        return file.read()


def _write(file_path: str, content: bytes) -> None:
    """Write *content* to the disk."""
    with open(file_path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: str) -> None:
    """Write the names in *folder* to the disk, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
