"""Values that were found out about a vault, kept with the terms on which they hold."""

import marshal
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Any
from zlib import crc32

from vaultgraph.storage.store import Sink, load, save

__all__ = ["load_values", "save_values"]

_MOST = 3
"""The vaults of which something is kept."""
_SIZE = 8
"""The bytes before each value that say how long it is."""


def load_values(root: str, kind: str, terms: object) -> Iterator[Any] | None:
    """The values of this *kind* kept of the vault at *root*; None if none are, on these *terms*."""
    content = load(_name(root, kind))
    if content is None:
        return None
    values = _values(content)
    try:
        return values if next(values) == terms else None
    except (EOFError, TypeError, ValueError):  # of another form
        return None


def save_values(root: str, kind: str, terms: object, values: Iterable[Any]) -> None:
    """Keep the *values* of this *kind* of the vault at *root*, as long as the *terms* hold.

    They are plain data: text, numbers, None, and tuples, lists and dicts of these, exactly those
    types.  `pickle` would know others, but what it reads can name code to run.  They are made and
    written one by one, for together they may be large.
    """

    def write(sink: Sink) -> None:
        for value in chain([terms], values):
            content = marshal.dumps(value)
            sink.write(len(content).to_bytes(_SIZE, "big"))
            sink.write(content)

    with suppress(ValueError):  # a value that is no plain data: the next run begins anew
        save(_name(root, kind), write, _MOST)


def _values(content: memoryview) -> Iterator[Any]:
    start = 0
    while start < len(content):
        end = start + _SIZE + int.from_bytes(content[start : start + _SIZE], "big")
        yield marshal.loads(content[start + _SIZE : end])  # noqa: S302 -- our own, and no code
        start = end


def _name(root: str, kind: str) -> str:
    return f"{crc32(os.fsencode(os.path.abspath(root))):08x}.{kind}"
