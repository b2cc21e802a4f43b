"""Files of the cache folder, which survive torn writes, other versions and two runs at once.

A file is a line that names its form, a checksum and the content.  It is made under another name
and put in its place at once, so that nobody ever sees a part of it.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from zlib import crc32

from vaultgraph.storage.folder import cache_folder

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Callable
    from io import BufferedWriter

__all__ = ["Sink", "clear", "file_sizes", "load", "save"]

_FORM = f"vaultgraph cache 6, Python {sys.version}\n".encode()
_CHECKSUM = 4
_NEW = ".new"
_KINDS = (".answer", ".images", ".vault", _NEW)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_MAKE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
_OF_OTHERS = 0o022 if os.name == "posix" else 0
"""The rights of others to write."""
_ABANDONED = 3600
"""The seconds after which nobody writes a file any more."""


def load(name: str) -> memoryview | None:
    """The content kept as *name*; None if there is none, or none that is whole."""
    folder = cache_folder()
    try:
        if not _is_ours_alone(folder):
            return None
        with open(os.path.join(folder, name), "rb", opener=_ours_alone) as file:
            content = file.read()
    except OSError:
        return None
    start = len(_FORM) + _CHECKSUM
    kept = memoryview(content)[start:]
    return kept if content[:start] == _head(crc32(kept)) else None


class Sink:
    """Writes to *file*, and knows the `checksum` of all that was written."""

    def __init__(self, file: BufferedWriter) -> None:
        self._file = file
        self.checksum: int = 0

    def write(self, content: bytes, /) -> int:
        """Write *content*, and return how many bytes it has."""
        self.checksum = crc32(content, self.checksum)
        return self._file.write(content)


def save(name: str, write: Callable[[Sink], object], most: int) -> None:
    """Keep what is written as *name*, and *most* files of its kind, which is the end of the name.

    A cache that cannot be written is no reason to stop.
    """
    from contextlib import suppress

    folder = cache_folder()
    new = os.path.join(folder, f"{name}.{os.urandom(8).hex()}{_NEW}")
    with suppress(OSError):
        if not folder:
            return
        os.makedirs(os.path.dirname(folder), exist_ok=True)
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)
        if not _is_ours_alone(folder):
            return
        handle = os.open(new, _MAKE, 0o600)
        try:
            with open(handle, "wb") as file:
                file.write(_head(0))
                sink = Sink(file)
                write(sink)
                file.seek(0)
                file.write(_head(sink.checksum))
            os.replace(new, os.path.join(folder, name))
        except BaseException:
            os.unlink(new)
            raise
        _clean(name.rpartition(".")[2], most)


def file_sizes() -> list[int]:
    """The sizes of all files that are kept, in bytes."""
    return [size for _, size, _ in _stats()]


def clear() -> None:
    """Delete all files that are kept.  Raises OSError if one cannot be deleted."""
    from contextlib import suppress

    for entry in _ours():
        with suppress(FileNotFoundError):  # another run was faster
            os.unlink(entry.path)


def _head(checksum: int) -> bytes:
    return _FORM + checksum.to_bytes(_CHECKSUM, "big")


def _ours() -> list[os.DirEntry[str]]:
    folder = cache_folder()
    try:
        if not _is_ours_alone(folder):
            return []
        with os.scandir(folder) as entries:
            return [entry for entry in entries if entry.name.endswith(_KINDS)]
    except OSError:
        return []


def _stats() -> list[tuple[float, int, str]]:
    """When each of our files was written, its bytes and its path; those that go are left out."""
    from contextlib import suppress

    found = []
    for entry in _ours():
        with suppress(FileNotFoundError):
            status = entry.stat(follow_symlinks=False)
            found.append((status.st_mtime, status.st_size, entry.path))
    return found


def _is_ours_alone(folder: str) -> bool:
    """Whether *folder* is there, and nobody else may write into it: what it holds is believed."""
    if not folder:
        return False
    status = os.lstat(folder)
    is_folder = stat.S_ISDIR(status.st_mode)
    return is_folder and _is_the_users(status) and not status.st_mode & _OF_OTHERS


def _is_the_users(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def _ours_alone(path: str, flags: int) -> int:
    """Open the file at *path*, if nobody else can have written it.  Raises OSError if so."""
    handle = os.open(path, flags | _NO_LINK)
    status = os.fstat(handle)
    if _is_the_users(status) and stat.S_ISREG(status.st_mode) and not status.st_mode & _OF_OTHERS:
        return handle
    os.close(handle)
    raise PermissionError(path)


def _clean(kind: str, most: int) -> None:
    """Delete all but the newest *most* files of *kind*, and what was abandoned half-written."""
    from contextlib import suppress

    by_age = sorted((age, path) for age, _, path in _stats())
    old = [path for _, path in by_age if path.endswith(f".{kind}")][:-most]
    long_ago = time.time() - _ABANDONED
    abandoned = [path for age, path in by_age if path.endswith(_NEW) and age < long_ago]
    for path in (*old, *abandoned):
        with suppress(OSError):
            os.unlink(path)
