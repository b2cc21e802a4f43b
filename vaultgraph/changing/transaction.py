"""Carry out a change of a vault: all of it, or nothing.

Files are rewritten in place, so that they keep their birth time, modes, attributes and hard links;
what they were is in the journal.  What is not possible is found before anything is touched.
"""

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from vaultgraph.changing.change import Change, Move, Times, Write
from vaultgraph.changing.checks import check, full_path
from vaultgraph.changing.journal import Journal, Record
from vaultgraph.errors import UsageError, VaultError
from vaultgraph.messages import join, reason_of, say

if TYPE_CHECKING:
    from filelock import BaseFileLock

__all__ = ["carry_out", "locked", "perform", "recover", "remove_folders"]


def carry_out(root: str, change: Change) -> None:
    """Carry out *change* in the vault at *root*.

    Raises UsageError if that is not possible, or another process changes the vault, and nothing was
    changed; VaultError if not everything could be taken back.
    """
    journal = Journal(root)
    with locked(journal):
        perform(journal, change)


@contextmanager
def locked(journal: Journal) -> Iterator[None]:
    """Keep other processes from changing the vault of *journal*; finish what was interrupted."""
    lock = _acquire_lock(journal)
    try:
        _take_back_unfinished(journal)
        yield
    finally:
        lock.release()


def _acquire_lock(journal: Journal) -> "BaseFileLock":
    from filelock import FileLock, Timeout

    try:
        os.makedirs(journal.folder, mode=0o700, exist_ok=True)
        lock = FileLock(journal.lock_file, timeout=0)
        lock.acquire()
    except Timeout as error:
        hint = say("try again when it has ended")
        raise UsageError(say("another vaultgraph is changing this vault"), hint=hint) from error
    except OSError as error:
        raise _journal_error(error) from error
    return lock


def _journal_error(error: OSError) -> UsageError:
    return UsageError(say("cannot write the journal: {reason}", reason=reason_of(error)))


def recover(root: str) -> str:
    """Take back the change that was interrupted in the vault at *root*; return its title.

    It is empty if there is none, or its process is still at work.  Raises VaultError if it cannot
    be taken back.
    """
    try:
        journal = Journal(root)
    except VaultError:  # then nothing was changed either
        return ""
    if not journal.is_unfinished:
        return ""
    record = journal.unfinished()
    try:
        with locked(journal):
            return record.change.title if record else ""
    except UsageError:
        return ""


def perform(journal: Journal, change: Change) -> Record:
    """Carry out *change* in the vault of *journal*, which is locked, and return its record."""
    root = journal.root
    check(root, change)
    times = [_times_of(full_path(root, write.path)) for write in change.writes]
    try:
        record = journal.begin(change, times, _new_folders(root, change.moves))
    except OSError as error:
        with suppress(OSError):
            journal.finish()
        raise _journal_error(error) from error
    try:
        _do(root, change)
        journal.finish()
    except BaseException as error:
        _take_back(journal, record)
        if isinstance(error, OSError):
            message = say("nothing was changed: {reason}", reason=reason_of(error))
            raise UsageError(message) from error
        raise
    return record


def _do(root: str, change: Change) -> None:
    for write in change.writes:
        file_path = full_path(root, write.path)
        _rewrite(file_path, write.after)
        if write.times:
            os.utime(file_path, ns=write.times)
    for move in change.moves:
        _rename(root, move)


def _rename(root: str, move: Move) -> None:
    target = full_path(root, move.target)
    path = full_path(root, move.path)
    os.makedirs(os.path.dirname(target), exist_ok=True)
    if os.path.lexists(target) and not os.path.samefile(path, target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
    os.rename(path, target)


def _rewrite(file_path: str, content: bytes) -> None:
    """Give the file at *file_path* this *content*, in place.

    What it lacks is taken from the disk first: if that is full, the old content is still there.
    """
    with open(file_path, "r+b", buffering=0) as file:
        size = os.fstat(file.fileno()).st_size
        if len(content) > size:
            _reserve(file.fileno(), size, len(content))
        left = memoryview(content)
        while left:
            left = left[file.write(left) or 0 :]
        file.truncate(len(content))
        os.fsync(file.fileno())


def _reserve(descriptor: int, size: int, wanted: int) -> None:
    """Take as much of the disk as a file of *wanted* bytes needs, where the system can."""
    if not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(descriptor, size, wanted - size)
    except OSError as error:
        os.ftruncate(descriptor, size)
        if error.errno not in {errno.EINVAL, errno.EOPNOTSUPP, errno.ENOSYS}:
            raise


def _take_back_unfinished(journal: Journal) -> None:
    record = journal.unfinished()
    if record:
        _take_back(journal, record)


def _take_back(journal: Journal, record: Record) -> None:
    """Take back what has been done of *record*, as far as that is, and close the journal.

    Raises VaultError with the files that someone else has changed meanwhile: they stay as they are,
    and the record stays, with their contents before.  If a file cannot be written, the journal
    stays open, so that the next run tries it again.
    """
    hint = say("what they were is in {folder}", folder=journal.folder)
    try:
        changed = _take_back_files(journal, record)
        journal.finish()
    except OSError as error:
        message = say("not everything could be taken back: {reason}", reason=reason_of(error))
        raise VaultError(message, hint=hint) from error
    if changed:
        journal.mark_undone(record.number)
        names = join(", ", changed)
        raise VaultError(say("changed since the interruption: {files}", files=names), hint=hint)
    journal.forget(record.number)


def _take_back_files(journal: Journal, record: Record) -> list[str]:
    """Take back what has been done to files, and return those that someone else has changed."""
    changed = [*_move_back(journal.root, record.change.moves)]
    remove_folders(journal.root, record.folders)
    for write, times in zip(record.change.writes, record.times, strict=True):
        if not _write_back(full_path(journal.root, write.path), write, times):
            changed.append(write.path)
    return changed


def _move_back(root: str, moves: Iterable[Move]) -> Iterator[str]:
    """Move back what was moved; yield what has a successor at its old place."""
    for move in reversed([*moves]):
        path, target = full_path(root, move.path), full_path(root, move.target)
        if not os.path.lexists(target):
            continue
        if not os.path.lexists(path):
            os.rename(target, path)
        elif not os.path.samefile(path, target):  # it is the same if only case differs
            yield move.path


def _write_back(file_path: str, write: Write, times: Times) -> bool:
    """Write what was there before *write*; return whether only we have changed it since."""
    with suppress(FileNotFoundError):
        with open(file_path, "rb") as file:
            now = file.read()
        if now == write.before:
            os.utime(file_path, ns=times)
            return True
        if _is_mixture(now, write):
            _rewrite(file_path, write.before)
            os.utime(file_path, ns=times)
            return True
    return False


def _is_mixture(now: bytes, write: Write) -> bool:
    """Whether *now* is *write*, done in part: a beginning of the new content, then the old one.

    Behind the old content are zeros, where the disk was reserved.
    """
    before, after = write.before, write.after
    if len(now) not in {len(before), len(after), max(len(before), len(after))}:
        return False
    old = before.ljust(len(now), b"\0")[: len(now)]
    pairs = enumerate(zip(now, after, strict=False))
    written = next((n for n, (a, b) in pairs if a != b), min(len(now), len(after)))
    return now[written:] == old[written:]


def remove_folders(root: str, folders: Iterable[str]) -> None:
    """Delete those of *folders* that are empty, the inner ones first."""
    for folder in reversed([*folders]):
        with suppress(OSError):
            os.rmdir(full_path(root, folder))


def _new_folders(root: str, moves: Iterable[Move]) -> list[str]:
    """Return the folders that *moves* need and that are not there, the outer ones first."""
    found: dict[str, None] = {}
    for move in moves:
        parts = move.target.split("/")[:-1]
        around = ("/".join(parts[:end]) for end in range(1, len(parts) + 1))
        found.update(dict.fromkeys(f for f in around if not os.path.lexists(full_path(root, f))))
    return [*found]


def _times_of(file_path: str) -> Times:
    status = os.stat(file_path)
    return status.st_atime_ns, status.st_mtime_ns
