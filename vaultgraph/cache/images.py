"""Images that were made small for a map, kept so that the next map need not make them again."""

import os
import pickle
import time
from collections.abc import Mapping
from functools import partial
from zlib import crc32

from vaultgraph.cache.stamps import code_stamps, is_settled
from vaultgraph.cache.store import fetch, keep
from vaultgraph.files import Stamp

__all__ = ["KeptImages"]

_MOST = 3

Key = tuple[str, Stamp, tuple[int, int]]
"""An image by its path and stamp, and the pixels that it was made to fit in."""


class KeptImages:
    """The small images of the vault at *root*: `known` may be added to, and kept in the end."""

    def __init__(self, root: str) -> None:
        self._started = time.time_ns()
        where = os.path.abspath(root)
        self._terms = (where, code_stamps())
        self._file = f"{crc32(os.fsencode(where)):08x}.images"
        self._before = self._recall()
        self.known = self._before.copy()

    def _recall(self) -> dict[Key, str | None]:
        content = fetch(self._file)
        known: dict[Key, str | None] = {}
        if content is None:
            return known
        terms, kept = pickle.loads(content)  # noqa: S301 -- our own, and nobody else may write it
        return known | kept if terms == self._terms else known

    def keep(self, stamps: Mapping[str, Stamp]) -> None:
        """Keep what is known of the files that still have these *stamps*, if that has changed."""
        known = {
            (path, seen, size): data
            for (path, seen, size), data in self.known.items()
            if stamps.get(path) == seen and is_settled(seen, self._started)
        }
        if known != self._before:
            keep(self._file, partial(pickle.dump, (self._terms, known), protocol=5), _MOST)
