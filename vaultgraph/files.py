"""Which files belong to a vault, and how to tell whether they are still the same.

All below its folder, but nothing whose name, or whose folder's name, begins with a dot.  Links to
folders are followed unless they lead back into the vault or to a folder above it, as Obsidian does.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["NO_STAMP", "File", "Folder", "Stamp", "folders", "stamp", "walk"]

Stamp = tuple[int, int, int]
"""When a file was last written and last changed in any way, in nanoseconds, and its bytes."""

File = tuple[str, Stamp, str]
"""A file by its path within the vault; or a folder that could not be read, and why."""

Folder = tuple[str, dict[str, Stamp], dict[str, str], str]
"""A folder by its path with a `/` behind it, empty for the vault's own; the files right in it by
their names, why some of those cannot be read, and why the folder cannot."""

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
    for folder, files, faults, fault in folders(root):
        for name, seen in files.items():
            yield folder + name, seen, faults.get(name, "")
        if fault:
            yield folder.rstrip("/") or ".", NO_STAMP, fault


def folders(root: str) -> Iterator[Folder]:
    """Yield the folders of the vault at *root*, itself too, in no particular order."""
    followed: set[str] = set()
    waiting = [""]
    while waiting:
        folder = waiting.pop()
        try:
            files, faults, inner = _listed(root, folder, followed)
        except OSError as error:
            yield folder, {}, {}, error.strerror or str(error)
            continue
        yield folder, files, faults, ""
        waiting += inner


def _listed(
    root: str, folder: str, followed: set[str]
) -> tuple[dict[str, Stamp], dict[str, str], list[str]]:
    """What lies right in *folder*: files, why some cannot be read, and folders to go on with."""
    files: dict[str, Stamp] = {}
    faults: dict[str, str] = {}
    inner = []
    with _Opened(os.path.join(root, folder)) as entries:
        for entry in entries:
            name = entry.name
            if name[0] == ".":
                continue
            if entry.is_file(follow_symlinks=False):
                files[name] = _stamp_of(entry)
            elif entry.is_dir(follow_symlinks=False) or (
                entry.is_symlink()
                and not _leads_to_file(entry, files, faults)
                and _may_be_followed(root, folder + name, followed)
            ):
                inner.append(f"{folder}{name}/")
    return files, faults, inner


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


def _leads_to_file(
    entry: os.DirEntry[str], files: dict[str, Stamp], faults: dict[str, str]
) -> bool:
    """Whether a symbolic link is none to a folder: then it is one of the *files*."""
    try:
        if entry.is_dir():
            return False
        fault = "" if entry.is_file() else "the symbolic link leads nowhere"
        files[entry.name] = _stamp_of(entry)
    except OSError as error:
        fault = error.strerror or str(error)
        files[entry.name] = NO_STAMP
    if fault:
        faults[entry.name] = fault
    return True


def _may_be_followed(root: str, path: str, followed: set[str]) -> bool:
    """Whether a link to a folder leads to what is not read yet; then it is *followed* but once."""
    target = os.path.realpath(os.path.join(root, path))
    real_root = os.path.realpath(root)
    if _contains(real_root, target) or _contains(target, real_root):
        return False
    if any(_contains(other, target) for other in followed):
        return False
    followed.add(target)
    return True


def _contains(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
