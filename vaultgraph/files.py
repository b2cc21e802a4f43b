"""Which files belong to a vault, and how to tell whether they are still the same.

All below its folder, but nothing whose name, or whose folder's name, begins with a dot.  Links to
folders are followed unless they lead back into the vault or to a folder above it, as Obsidian does.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NO_STAMP", "File", "Stamp", "stamp", "walk"]

Stamp = tuple[int, int, int]
"""When a file was last written and last changed in any way, in nanoseconds, and its bytes."""

File = tuple[str, Stamp, str]
"""A file by its path within the vault; or a folder that could not be read, and why."""

_FROM_WITHIN = os.scandir in os.supports_fd

NO_STAMP: Stamp = (0, 0, -1)
"""The stamp of what is not there."""


def stamp(file_path: str) -> Stamp:
    """The stamp of the file or folder at *file_path*."""
    try:
        return _stamp(os.stat(file_path))
    except OSError:
        return NO_STAMP


def walk(root: str) -> Iterator[File]:
    """Yield the files of the vault at *root*, in no particular order."""
    followed: set[str] = set()
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with _Opened(os.path.join(root, folder)) as entries:
                for entry in entries:
                    if entry.name[0] == ".":
                        continue
                    path = folder + entry.name
                    if entry.is_file(follow_symlinks=False):
                        yield path, _stamp_of(entry), ""
                    elif entry.is_dir(follow_symlinks=False):
                        folders.append(path + "/")
                    elif entry.is_symlink():
                        yield from _link(root, entry, path, followed, folders)
        except OSError as error:
            yield folder.rstrip("/") or ".", NO_STAMP, error.strerror or str(error)


class _Opened:
    """The entries of a *folder*, looked at from within, where the system finds them sooner."""

    def __init__(self, folder: str) -> None:
        self._handle = os.open(folder, os.O_RDONLY) if _FROM_WITHIN else -1
        self._entries = os.scandir(self._handle if _FROM_WITHIN else folder)

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return self._entries

    def __exit__(self, *_: object) -> None:
        self._entries.close()
        if _FROM_WITHIN:
            os.close(self._handle)


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_mtime_ns, status.st_ctime_ns, status.st_size


def _stamp_of(entry: os.DirEntry[str]) -> Stamp:
    try:
        return _stamp(entry.stat())
    except OSError:  # it was deleted a moment ago
        return NO_STAMP


def _link(
    root: str, entry: os.DirEntry[str], path: str, followed: set[str], folders: list[str]
) -> Iterator[File]:
    """Follow a symbolic link at most once, and never into what is read anyway."""
    try:
        if not entry.is_dir():
            fault = "" if entry.is_file() else "the symbolic link leads nowhere"
            yield path, _stamp_of(entry), fault
            return
    except OSError as error:
        yield path, NO_STAMP, error.strerror or str(error)
        return
    target = os.path.realpath(os.path.join(root, path))
    real_root = os.path.realpath(root)
    inside = _contains(real_root, target) or _contains(target, real_root)
    if not inside and not any(_contains(other, target) for other in followed):
        followed.add(target)
        folders.append(path + "/")


def _contains(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
