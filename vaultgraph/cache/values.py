"""Values that were found out about a vault, each kept with the terms on which it holds."""

import os
import pickle
from functools import partial
from typing import Any
from zlib import crc32

from vaultgraph.cache.store import fetch, keep

__all__ = ["recall", "remember"]

_MOST = 3
"""The vaults of which something is kept."""


def recall(root: str, kind: str, terms: object) -> Any:
    """The value of this *kind* kept of the vault at *root*; None if none is, on these *terms*."""
    content = fetch(_name(root, kind))
    if content is None:
        return None
    known, value = pickle.loads(content)  # noqa: S301 -- our own, and nobody else may write it
    return value if known == terms else None


def remember(root: str, kind: str, terms: object, value: object) -> None:
    """Keep the *value* of this *kind* of the vault at *root*, as long as the *terms* hold."""
    keep(_name(root, kind), partial(pickle.dump, (terms, value), protocol=5), _MOST)


def _name(root: str, kind: str) -> str:
    return f"{crc32(os.fsencode(os.path.abspath(root))):08x}.{kind}"
