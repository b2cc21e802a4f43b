"""Images that were made small for a map, kept so that the next map need not make them again."""

import os
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING

from vaultgraph.cache.stamps import code_stamps, is_settled
from vaultgraph.cache.values import recall, remember
from vaultgraph.files import Stamp

if TYPE_CHECKING:
    from vaultgraph.concept_map.thumbnails import Key

__all__ = ["KeptImages"]

_KIND = "images"


class KeptImages:
    """The small images of the vault at *root*: `known` may be added to, and kept in the end."""

    def __init__(self, root: str) -> None:
        self._root = root
        self._started = time.time_ns()
        self._terms = (os.path.abspath(root), code_stamps())
        self._before: dict[Key, str | None] = next(recall(root, _KIND, self._terms) or iter([{}]))
        self.known: dict[Key, str | None] = self._before.copy()

    def keep(self, stamps: Mapping[str, Stamp]) -> None:
        """Keep what is known of the files that still have these *stamps*, if that has changed."""
        known = {
            (path, seen, size): data
            for (path, seen, size), data in self.known.items()
            if stamps.get(path) == seen and is_settled(seen, self._started)
        }
        if known != self._before:
            remember(self._root, _KIND, self._terms, [known])
