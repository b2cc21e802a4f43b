"""A copy of a collection, which may be opened freely; the original is only read.

While Anki runs it keeps its newest work in a file beside the collection, whose name ends in
`-wal`, and holds a lock that lets nobody else open it.  A copy of both files is whole as long as
neither changed meanwhile.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from tempfile import TemporaryDirectory
from typing import IO
from zipfile import BadZipFile, ZipFile, is_zipfile

from vaultgraph.errors import AnkiError

__all__ = ["opened_copy"]

_COMPANIONS = ("", "-wal", "-journal")
_MOST_TRIES = 5
_SQLITE = b"SQLite format 3\0"
# The newest first: beside the others, `collection.anki2` holds one note that asks for an update.
_MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")


@contextmanager
def opened_copy(file: str) -> Iterator[sqlite3.Connection]:
    """Open a copy of the collection in *file*, a database or a package; it is gone afterwards.

    Raises AnkiError if it is none, or damaged.
    """
    with TemporaryDirectory(prefix="vaultgraph-") as folder:
        copy = os.path.join(folder, "collection.anki2")
        try:
            if is_zipfile(file):
                _unpack(file, copy)
            else:
                _copy(file, copy)
            with closing(sqlite3.connect(copy)) as database:
                database.create_collation("unicase", _unicase)
                database.text_factory = lambda data: data.decode("utf-8", "replace")
                yield database
        except OSError as error:
            raise AnkiError(f"cannot read {file}: {error.strerror or error}") from error
        except (sqlite3.DatabaseError, BadZipFile) as error:
            raise AnkiError(
                f"{file} is no whole Anki collection: {error}", hint=_another_way(file)
            ) from error


def _unicase(one: str, other: str) -> int:
    """Compare as Anki compares names: it calls an order `unicase` that only Anki has."""
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)


def _copy(file: str, copy: str) -> None:
    with open(file, "rb") as original:
        if original.read(len(_SQLITE)) != _SQLITE:
            raise AnkiError(
                f"{file} is no Anki collection",
                hint="name collection.anki2 in your profile's folder, a .colpkg or an .apkg",
            )
    for _ in range(_MOST_TRIES):
        before = _stamps(file)
        for end in _COMPANIONS:
            if os.path.exists(file + end):
                shutil.copyfile(file + end, copy + end)
            elif os.path.exists(copy + end):
                os.unlink(copy + end)
        if _stamps(file) == before:
            return
    raise AnkiError(f"{file} changes all the time", hint=_another_way(file))


def _stamps(file: str) -> list[tuple[int, int]]:
    """The sizes and times of *file* and what lies beside it."""
    found = (os.stat(file + end) for end in _COMPANIONS if os.path.exists(file + end))
    return [(status.st_size, status.st_mtime_ns) for status in found]


def _another_way(file: str) -> str:
    """Where else the collection of *file* can be read."""
    folder = os.path.join(os.path.dirname(file), "backups")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    backups = [os.path.join(folder, name) for name in names if name.endswith(".colpkg")]
    if not backups:
        return "export it anew from Anki, or use --anki connect"
    return f"use --anki connect, or the newest backup: {max(backups, key=os.path.getmtime)}"


def _unpack(package: str, copy: str) -> None:
    with ZipFile(package) as archive:
        names = set(archive.namelist())
        member = next((name for name in _MEMBERS if name in names), "")
        if not member:
            raise AnkiError(
                f"{package} is no Anki package", hint="name a .colpkg or .apkg that Anki exported"
            )
        with archive.open(member) as packed, open(copy, "wb") as unpacked:
            if member == _MEMBERS[0]:
                _decompress(package, packed, unpacked)
            else:
                shutil.copyfileobj(packed, unpacked)


def _decompress(package: str, packed: IO[bytes], unpacked: IO[bytes]) -> None:
    """Unpack what Anki has packed by zstd, which Python knows from 3.14 on."""
    try:
        from compression import zstd
    except ImportError:
        try:
            from backports import zstd
        except ImportError as error:
            raise AnkiError(
                f"{package} is packed by zstd, which needs one more package",
                hint="pip install 'vaultgraph[anki]', or export with support for older Anki",
            ) from error
    try:
        with zstd.open(packed) as stream:
            shutil.copyfileobj(stream, unpacked)
    except (zstd.ZstdError, EOFError) as error:
        raise AnkiError(f"{package} is damaged: {error}", hint="export it anew") from error
