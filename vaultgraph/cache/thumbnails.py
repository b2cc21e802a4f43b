"""Cached thumbnails of images, so that the next page need not create them again."""

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from vaultgraph.files import FileStat
from vaultgraph.storage.stats import is_settled, stat_code
from vaultgraph.storage.values import load_values, save_values

if TYPE_CHECKING:
    from vaultgraph.reading.thumbnails import Key

__all__ = ["CachedThumbnails"]

_KIND = "images"


class CachedThumbnails:
    """The thumbnails of the vault at *root*: add new ones to `known`, then call `save`."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._started = time.time_ns()
        self._key = (os.path.abspath(root), stat_code())
        self._before: dict[Key, str | None] = self._load()
        self.known: dict[Key, str | None] = self._before.copy()

    def _load(self) -> "dict[Key, str | None]":
        try:
            return next(load_values(self._root, _KIND, self._key) or iter([{}]))
        except ValueError:  # damaged
            return {}

    def save(self, stamps: Mapping[str, FileStat]) -> None:
        """Store the thumbnails of files that still have these *stamps*, if any have changed."""
        known = {
            (path, seen, size): data
            for (path, seen, size), data in self.known.items()
            if stamps.get(path) == seen and is_settled(seen, self._started)
        }
        if known != self._before:
            save_values(self._root, _KIND, self._key, [known])
