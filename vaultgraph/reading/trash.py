"""List the files that Obsidian moved to the vault's own trash, `.trash`."""

import os
from collections.abc import Iterator

__all__ = ["find_trash_folders", "list_trashed_files"]

_TRASH = ".trash"


def list_trashed_files(root: str) -> Iterator[str]:
    """Yield the paths of the files in the trash of the vault at *root*: `.trash/Old plan.md`."""
    for folder, names in _walk(root):
        yield from (f"{folder}/{name}" for name in names)


def find_trash_folders(root: str) -> Iterator[str]:
    """Yield the folders of the trash, relative to the vault, even if there is no trash.

    A cached result that depends on the trash is fresh only while these folders are unchanged.
    """
    yield _TRASH
    yield from (folder for folder, _ in _walk(root) if folder != _TRASH)


def _walk(root: str) -> Iterator[tuple[str, list[str]]]:
    top = os.path.join(root, _TRASH)
    # `os.walk` does follow a symbolic link or junction that is its top, and it may lead anywhere.
    is_own = os.path.realpath(top) == os.path.join(os.path.realpath(root), _TRASH)
    for place, folders, names in os.walk(top) if is_own else ():
        folders.sort()
        yield os.path.relpath(place, root).replace(os.sep, "/"), sorted(names)
