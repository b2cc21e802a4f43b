"""List the vault once per run, to validate the cached output and to read the vault.

Calling `stat` on every file of a vault of 10,000 notes takes a seventh of the time of a lint after
a few edits. It is safe if the listing is older than the reading: a file that changed in between has
another stamp, so the next run reads it again.
"""

from __future__ import annotations

import os

from vaultgraph.files import Folder, list_folders

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Listing", "forget_listing", "start_listing", "take_listing"]


class Listing:
    """The folders of the vault at *root*, each listed when first needed."""

    def __init__(self, root: str, *, follows_links: bool) -> None:
        self.of: tuple[str, bool] = os.path.abspath(root), follows_links
        self._seen: list[Folder] = []
        self._rest = list_folders(root, follows_links=follows_links)

    def __iter__(self) -> Iterator[Folder]:
        yield from self._seen
        for folder in self._rest:
            self._seen.append(folder)
            yield folder


_started: list[Listing] = []


def forget_listing() -> None:
    """Discard the listing of an earlier run."""
    _started.clear()


def start_listing(root: str, *, follows_links: bool) -> Listing:
    """Start to list the vault at *root*; the next call of `take_listing` gets the result."""
    _started[:] = [Listing(root, follows_links=follows_links)]
    return _started[0]


def take_listing(root: str, *, follows_links: bool) -> Listing:
    """Return the started listing of the vault at *root*, only once, or else a new one."""
    new = Listing(root, follows_links=follows_links)
    known = [each for each in _started if each.of == new.of]
    _started.clear()
    return known[0] if known else new
