"""Open a temporary copy of a collection; the original is only read.

A running Anki keeps recent changes in a write-ahead log (`-wal`) next to the collection, and locks
the database.  A copy of both files is consistent if neither changed while they were copied.

The file is untrusted: it is unpacked and queried within limits.  Copies left behind by killed runs
are deleted by the next run.
"""

import lzma
import os
import sqlite3
import stat
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import BadZipFile, ZipFile, is_zipfile

from vaultgraph.errors import AnkiError
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import reason_of, say
from vaultgraph.replacing import is_over
from vaultgraph.version import install_command

__all__ = ["opened_copy"]

_READ_ERRORS = (
    sqlite3.DatabaseError, BadZipFile, lzma.LZMAError, zlib.error, EOFError, MemoryError,
    NotImplementedError, OverflowError, RuntimeError, TypeError, ValueError,
)  # fmt: skip
"""Raised when reading a file that is not Anki's, or is damaged, encrypted or malicious."""
_COPY = "collection.anki2"
_COMPANIONS = ("", "-wal", "-journal")
_MAX_TRIES = 5
_MAX_BYTES = 8 << 30
"""Collections with more bytes are not copied."""
_MAX_TIMES = 100
"""The highest accepted compression ratio of a collection with more than `_SMALL` bytes."""
_SMALL = 64 << 20
_CHUNK = 1 << 20
_LONGEST_VALUE = 64 << 20
_STEPS = 1_000_000
_MIN_STEPS, _STEPS_A_BYTE = 20, 50
"""Limits on SQLite's virtual machine steps, in millions and per byte: a malicious schema may make
a query run forever.  Reading a whole table takes less than one step per byte."""
_LEFTOVER = lazy_re(r"vaultgraph-(\d{1,9})-\w+")
_SQLITE = b"SQLite format 3\0"
# Newest first: in a package with a newer member, `collection.anki2` only contains one note that
# asks the user to update Anki.
_MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")


@contextmanager
def opened_copy(file: str) -> Iterator[sqlite3.Connection]:
    """Open a copy of the collection in *file*, a database or a package; delete it afterwards.

    Raises AnkiError if *file* is not a collection, or is damaged.
    """
    _clean()
    with TemporaryDirectory(prefix=f"vaultgraph-{os.getpid()}-") as folder:
        copy = os.path.join(folder, _COPY)
        try:
            if not stat.S_ISREG(os.stat(file).st_mode):
                raise AnkiError(
                    say("{file} is not a regular file", file=file),
                    hint=say("name a file of Anki's"),
                )
            if is_zipfile(file):
                _unpack(file, copy)
            else:
                _copy(file, copy)
            with closing(sqlite3.connect(copy)) as database:
                _limit(database, os.path.getsize(copy))
                database.create_collation("unicase", _unicase)
                database.text_factory = lambda data: data.decode("utf-8", "replace")
                yield database
        except OSError as error:
            raise AnkiError(
                say("cannot read {file}: {reason}", file=file, reason=reason_of(error)),
                hint=say("name a file of Anki's"),
            ) from error
        except _READ_ERRORS as error:
            raise AnkiError(
                say(
                    "{file} is not a complete Anki collection: {error}",
                    file=file,
                    error=reason_of(error),
                ),
                hint=_hint_at_other_source(file),
            ) from error


def _limit(database: sqlite3.Connection, size: int) -> None:
    """Limit the steps that queries on *database*, of *size* bytes, may take.

    Also bars its schema from calling anything but SQLite's safe functions.
    """
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    database.execute("PRAGMA trusted_schema = OFF")
    steps = iter(range(max(_MIN_STEPS, size * _STEPS_A_BYTE // _STEPS)))
    database.set_progress_handler(lambda: next(steps, None) is None, _STEPS)


def _clean() -> None:
    """Delete the copies that killed runs have left behind."""
    folder = tempfile.gettempdir()
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            left = _LEFTOVER.fullmatch(entry.name)
            if left and entry.is_dir(follow_symlinks=False) and is_over(int(left[1])):
                _delete_copies(entry.path)


def _delete_copies(folder: str) -> None:
    """Delete *folder* if it contains only our copies: others may use such a name as well."""
    with suppress(OSError):
        names = os.listdir(folder)
        if all(name.startswith(_COPY) for name in names):
            for name in names:
                os.unlink(os.path.join(folder, name))
            os.rmdir(folder)


def _unicase(one: str, other: str) -> int:
    """Compare names like Anki's own collation `unicase`, which its tables require."""
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def _copy(file: str, copy: str) -> None:
    with open(file, "rb") as original:
        if original.read(len(_SQLITE)) != _SQLITE:
            raise AnkiError(
                say("{file} is not an Anki collection", file=file),
                hint=say("name collection.anki2 in your profile's folder, a .colpkg or an .apkg"),
            )
    for _ in range(_MAX_TRIES):
        before = _file_stats(file)
        for end in _COMPANIONS:
            if os.path.isfile(file + end):
                _copy_stream(file + end, copy + end)
            elif os.path.exists(copy + end):
                os.unlink(copy + end)
        if _file_stats(file) == before:
            return
    raise AnkiError(say("{file} keeps changing", file=file), hint=_hint_at_other_source(file))


def _copy_stream(file: str, copy: str) -> None:
    with open(file, "rb") as original, open(copy, "wb") as copied:
        _copy_within(original, copied, _MAX_BYTES)


def _copy_within(source: IO[bytes], copied: IO[bytes], most: int) -> None:
    """Copy *source*; AnkiError if it has more than *most* bytes."""
    left = most
    while chunk := source.read(_CHUNK):
        left -= len(chunk)
        if left < 0:
            raise AnkiError(
                say("the collection is too large"),
                hint=say("{size:,} MiB are read", size=most >> 20),
            )
        copied.write(chunk)


def _file_stats(file: str) -> list[tuple[int, int]]:
    """Return the sizes and modification times of *file* and its companions."""
    found = (os.stat(file + end) for end in _COMPANIONS if os.path.isfile(file + end))
    return [(status.st_size, status.st_mtime_ns) for status in found]


def _hint_at_other_source(file: str) -> str:
    """Return a hint at other sources for the collection of *file*, such as its newest backup."""
    folder = os.path.join(os.path.dirname(file), "backups")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    files = (os.path.join(folder, name) for name in names if name.endswith(".colpkg"))
    backups = [file for file in files if os.path.isfile(file)]
    if not backups:
        return say("export it again from Anki, or use --anki connect")
    return say(
        "use --anki connect, or the newest backup: {value}",
        value=max(backups, key=os.path.getmtime),
    )


def _unpack(package: str, copy: str) -> None:
    with ZipFile(package) as archive:
        names = set(archive.namelist())
        member = next((name for name in _MEMBERS if name in names), "")
        if not member:
            raise AnkiError(
                say("{package} is not an Anki package", package=package),
                hint=say("name a .colpkg or .apkg that Anki exported"),
            )
        most = max(_SMALL, min(_MAX_BYTES, _MAX_TIMES * os.path.getsize(package)))
        with archive.open(member) as compressed, open(copy, "wb") as target:
            if member == _MEMBERS[0]:
                _decompress(package, compressed, target, most)
            else:
                _copy_within(compressed, target, most)


def _decompress(package: str, compressed: IO[bytes], target: IO[bytes], most: int) -> None:
    """Decompress zstd, which the standard library supports since Python 3.14."""
    try:
        from compression import zstd
    except ImportError:
        try:
            from backports import zstd
        except ImportError as error:
            raise AnkiError(
                say("{package} is packed by zstd, which needs one more package", package=package),
                hint=say(
                    "{command}, or export with support for older Anki",
                    command=install_command("anki"),
                ),
            ) from error
    try:
        with zstd.open(compressed) as stream:
            _copy_within(stream, target, most)
    except (zstd.ZstdError, EOFError) as error:
        raise AnkiError(
            say("{package} is damaged: {error}", package=package, error=reason_of(error)),
            hint=say("export it again"),
        ) from error
