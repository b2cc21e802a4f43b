"""A vault is listed once in a run: to see whether an answer still holds, and else to read it.

To look at every file of a vault of 10,000 notes takes a seventh of the time of a lint after a few
edits.  What was seen earlier than it is read is safe: a file that changed in between has another
stamp, so the next run reads it again.
"""

from __future__ import annotations

import os

from vaultgraph.files import Folder, list_folders

TYPE_CHECKING = False  # `typing` and `collections` would cost more than all of this
if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Listing", "forget_listing", "start_listing", "take_listing"]


class Listing:
    """The folders of the vault at *root*, each looked at when it is first asked for."""

    def __init__(self, root: str, *, follows_links: bool) -> None:
        self.of: tuple[str, bool] = os.path.abspath(root), follows_links
        self._seen: list[Folder] = []
        self._rest = list_folders(root, follows_links=follows_links)

    def __iter__(self) -> Iterator[Folder]:
        yield from self._seen
        for folder in self._rest:
            self._seen.append(folder)
            yield folder


_begun: list[Listing] = []


def forget_listing() -> None:
    """Forget what was begun, for another run begins."""
    _begun.clear()


def start_listing(root: str, *, follows_links: bool) -> Listing:
    """Begin to list the vault at *root*, for whoever takes it next."""
    _begun[:] = [Listing(root, follows_links=follows_links)]
    return _begun[0]


def take_listing(root: str, *, follows_links: bool) -> Listing:
    """The listing that was begun of the vault at *root*, if it was, else a new one; only once."""
    new = Listing(root, follows_links=follows_links)
    known = [each for each in _begun if each.of == new.of]
    _begun.clear()
    return known[0] if known else new
