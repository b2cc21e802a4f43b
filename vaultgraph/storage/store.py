"""Files in the cache folder, safe against torn writes, other versions and concurrent runs.

A file consists of a line that names its format, a checksum and the content. It is written under a
temporary name and then renamed, so that no reader ever sees a partial file.
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
    from io import BufferedReader, BufferedWriter
    from mmap import mmap

    Buffer = bytes | mmap

__all__ = ["Sink", "clear", "file_sizes", "load", "map_file", "save"]

_FORMAT = f"vaultgraph cache 7, Python {sys.version}\n".encode()
_CHECKSUM = 4
_NEW = ".new"
_KINDS = (".answer", ".images", ".vault", _NEW)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | getattr(os, "O_BINARY", 0)
_WRITABLE_BY_OTHERS = 0o022 if os.name == "posix" else 0
"""The permission bits that let other users write."""
_ABANDONED = 3600
"""The seconds after which an unfinished file is considered abandoned."""


def load(name: str) -> memoryview | None:
    """Return the content stored as *name*; None if it is missing or damaged."""
    content = _content(name, lambda file: file.read())
    if content is None:
        return None
    start = len(_FORMAT) + _CHECKSUM
    kept = content[start:]
    return kept if content[:start] == _header(crc32(kept)) else None


def map_file(name: str) -> memoryview | None:
    """Return the content stored as *name* without reading it; None if it is missing.

    It may be damaged: the checksum of the whole file is not compared, because that would read all.
    """
    content = _content(name, _map)
    if content is None or content[: len(_FORMAT)] != _FORMAT:
        return None
    return content[len(_FORMAT) + _CHECKSUM :]


def _content(name: str, read: Callable[[BufferedReader], Buffer]) -> memoryview | None:
    """Return what *read* returns for the file *name*; None if it cannot be read or is empty."""
    folder = cache_folder()
    try:
        if not _is_private(folder):
            return None
        with open(os.path.join(folder, name), "rb", opener=_open_private) as file:
            return memoryview(read(file))
    except (OSError, ValueError):  # an empty file cannot be mapped
        return None


def _map(file: BufferedReader) -> Buffer:
    if os.name == "nt":
        return file.read()  # Windows does not let a file be replaced while it is mapped
    from mmap import ACCESS_READ, mmap

    return mmap(file.fileno(), 0, access=ACCESS_READ)


class Sink:
    """Writes to *file* and updates the `checksum` of all that was written."""

    def __init__(self, file: BufferedWriter) -> None:
        self._file = file
        self.checksum: int = 0

    def write(self, content: bytes, /) -> int:
        """Write *content*, and return its length in bytes."""
        self.checksum = crc32(content, self.checksum)
        return self._file.write(content)


def save(name: str, write: Callable[[Sink], object], most: int) -> None:
    """Store the output of *write* as *name*, and keep the newest *most* files of its kind.

    The kind is the file extension. Errors are ignored: an unwritable cache must not stop a command.
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
        if not _is_private(folder):
            return
        handle = os.open(new, _CREATE, 0o600)
        try:
            with open(handle, "wb") as file:
                file.write(_header(0))
                sink = Sink(file)
                write(sink)
                # The checksum is only known now, as the content is not kept in memory.
                file.seek(0)
                file.write(_header(sink.checksum))
            os.replace(new, os.path.join(folder, name))
        except BaseException:
            os.unlink(new)
            raise
        _evict(name.rpartition(".")[2], most)


def file_sizes() -> list[int]:
    """Return the sizes of all cache files, in bytes."""
    return [size for _, size, _ in _stats()]


def clear() -> None:
    """Delete all cache files. Raises OSError if one cannot be deleted."""
    from contextlib import suppress

    for entry in _cache_entries():
        with suppress(FileNotFoundError):  # deleted by a concurrent run
            os.unlink(entry.path)


def _header(checksum: int) -> bytes:
    return _FORMAT + checksum.to_bytes(_CHECKSUM, "big")


def _cache_entries() -> list[os.DirEntry[str]]:
    folder = cache_folder()
    try:
        if not _is_private(folder):
            return []
        with os.scandir(folder) as entries:
            return [entry for entry in entries if entry.name.endswith(_KINDS)]
    except OSError:
        return []


def _stats() -> list[tuple[float, int, str]]:
    """Return the modification time, size and path of each cache file that still exists."""
    from contextlib import suppress

    found = []
    for entry in _cache_entries():
        with suppress(FileNotFoundError):
            status = entry.stat(follow_symlinks=False)
            found.append((status.st_mtime, status.st_size, entry.path))
    return found


def _is_private(folder: str) -> bool:
    """Whether *folder* exists and no other user can write to it: its content is trusted."""
    if not folder:
        return False
    status = os.lstat(folder)
    is_folder = stat.S_ISDIR(status.st_mode)
    return is_folder and _is_owned_by_user(status) and not status.st_mode & _WRITABLE_BY_OTHERS


def _is_owned_by_user(status: os.stat_result) -> bool:
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()


def _open_private(path: str, flags: int) -> int:
    """Open the file at *path*. Raises PermissionError if another user can have written it."""
    handle = os.open(path, flags | _NO_LINK)
    status = os.fstat(handle)
    if (
        _is_owned_by_user(status)
        and stat.S_ISREG(status.st_mode)
        and not status.st_mode & _WRITABLE_BY_OTHERS
    ):
        return handle
    os.close(handle)
    raise PermissionError(path)


def _evict(kind: str, most: int) -> None:
    """Delete all but the newest *most* files of *kind*, and abandoned temporary files."""
    from contextlib import suppress

    by_age = sorted((age, path) for age, _, path in _stats())
    old = [path for _, path in by_age if path.endswith(f".{kind}")][:-most]
    long_ago = time.time() - _ABANDONED
    abandoned = [path for age, path in by_age if path.endswith(_NEW) and age < long_ago]
    for path in (*old, *abandoned):
        with suppress(OSError):
            os.unlink(path)
