"""Values that were found out about a vault, kept with the terms on which they hold."""

import os
import pickle
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import Any
from zlib import crc32

from vaultgraph.cache.store import Sink, fetch, keep

__all__ = ["recall", "remember"]

_MOST = 3
"""The vaults of which something is kept."""


def recall(root: str, kind: str, terms: object) -> Iterator[Any] | None:
    """The values of this *kind* kept of the vault at *root*; None if none are, on these *terms*."""
    content = fetch(_name(root, kind))
    if content is None:
        return None
    values = _values(BytesIO(content))
    return values if next(values) == terms else None


def remember(root: str, kind: str, terms: object, values: Iterable[object]) -> None:
    """Keep the *values* of this *kind* of the vault at *root*, as long as the *terms* hold.

    They are made and written one by one, for together they may be large.
    """

    def write(sink: Sink) -> None:
        for value in chain([terms], values):
            pickle.dump(value, sink, protocol=5)

    keep(_name(root, kind), write, _MOST)


def _values(stream: BytesIO) -> Iterator[Any]:
    end = len(stream.getbuffer())
    while stream.tell() < end:
        yield pickle.load(stream)  # noqa: S301 -- our own, and nobody else may write it


def _name(root: str, kind: str) -> str:
    return f"{crc32(os.fsencode(os.path.abspath(root))):08x}.{kind}"
