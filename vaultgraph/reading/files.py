"""Which files belong to a vault.

All below its folder, but nothing whose name, or whose folder's name, begins with a dot.  Links to
folders are followed unless they lead back into the vault or to a folder above it, as Obsidian does.
"""

import os
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["File", "walk"]


class File(NamedTuple):
    """A file by its path within the vault, or a folder that could not be read: `fault` says why."""

    path: str
    fault: str = ""


def walk(root: str) -> Iterator[File]:
    """Yield the files of the vault at *root*, in no particular order."""
    real_root = os.path.realpath(root)
    followed: set[str] = set()
    folders = [""]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(os.path.join(root, folder)) as entries:
                for entry in entries:
                    if entry.name[0] == ".":
                        continue
                    path = folder + entry.name
                    if entry.is_symlink():
                        yield from _link(entry, path, real_root, followed, folders)
                    elif entry.is_dir(follow_symlinks=False):
                        folders.append(path + "/")
                    elif entry.is_file(follow_symlinks=False):
                        yield File(path)
        except OSError as error:
            yield File(folder.rstrip("/") or ".", error.strerror or str(error))


def _link(
    entry: os.DirEntry[str], path: str, real_root: str, followed: set[str], folders: list[str]
) -> Iterator[File]:
    """Follow a symbolic link at most once, and never into what is read anyway."""
    try:
        if not entry.is_dir():
            yield File(path, "" if entry.is_file() else "the symbolic link leads nowhere")
            return
    except OSError as error:
        yield File(path, error.strerror or str(error))
        return
    target = os.path.realpath(entry.path)
    inside = _contains(real_root, target) or _contains(target, real_root)
    if not inside and not any(_contains(other, target) for other in followed):
        followed.add(target)
        folders.append(path + "/")


def _contains(folder: str, path: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
