"""How to tell that what an answer rests on is still the same."""

from __future__ import annotations

import os
import sys

from vaultgraph.files import FileStat, file_stat

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from vaultgraph.files import Folder

__all__ = [
    "Stamps",
    "absolute",
    "group_by_folder",
    "is_settled",
    "is_unchanged",
    "stat_code",
    "stat_settings",
]

Stamps = dict[str, FileStat]

_CODE: Stamps = {}
_PACKAGES = "node_modules"  # what checks the page of the map, thousands of folders
_GRAIN = 2_000_000_000
"""The nanoseconds in which the coarsest disk may let a file change without a sign."""


def stat_settings(paths: Iterable[str]) -> Stamps:
    """The stamps of the files at *paths*, which are absolute.

    Of a folder it only matters whether it is there; if a `/` is behind its path, what it holds
    matters too.
    """
    return {
        path: (0, 0, 0) if path[-1] != "/" and os.path.isdir(path) else file_stat(path)
        for path in paths
    }


def absolute(path: str) -> str:
    """The absolute form of *path*, with the `/` behind it if there is one."""
    return os.path.abspath(path) + "/" * path.endswith("/")


def stat_code() -> Stamps:
    """The state of our modules and catalogues, and of the folders where libraries are installed.

    They are those of the moment when they were first asked for: newer code is not what runs.
    """
    if not _CODE:
        libraries = (path for path in sys.path if path.endswith("-packages"))
        _CODE.update((path, file_stat(path)) for path in (*libraries, *_modules()))
    return _CODE


def group_by_folder(files: Stamps) -> dict[str, Stamps]:
    """The stamps of *files* by their folders, each with a `/` behind it, and names."""
    found: dict[str, Stamps] = {}
    for path, seen in files.items():
        folder, slash, name = path.rpartition("/")
        found.setdefault(folder + slash, {})[name] = seen
    return found


def is_unchanged(listed: Iterable[Folder], kept: dict[str, Stamps]) -> bool:
    """Whether a vault that is *listed* has the files *kept* `by_folder`, and no other."""
    found = 0
    for folder, files, _, fault in listed:
        if fault or kept.get(folder, {}) != files:
            return False
        found += bool(files)
    return found == len(kept)


def is_settled(seen: FileStat, time: int) -> bool:
    """Whether a file *seen* like this, by then or later, cannot change any more without a sign.

    The *time* is in nanoseconds, as that of a stamp.
    """
    written, changed, _ = seen
    return max(written, changed) < time - _GRAIN


def _modules() -> Iterator[str]:
    folders = [os.path.dirname(os.path.dirname(__file__))]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.name.endswith((".py", ".mo")):
                    yield entry.path
                elif entry.name[0] not in "._" and entry.name != _PACKAGES and entry.is_dir():
                    folders.append(entry.path)
