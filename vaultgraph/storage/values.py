"""Values computed from a vault, stored with the terms under which they are valid."""

import marshal
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Any
from zlib import crc32

from vaultgraph.storage.store import Sink, load, save

__all__ = ["load_values", "save_values"]

_MAX_FILES = 3
"""The number of vaults for which values are stored."""
_SIZE = 8
"""The number of bytes of the length before each value."""


def load_values(root: str, kind: str, terms: object) -> Iterator[Any] | None:
    """Return the values of *kind* of the vault at *root*; None unless stored with *terms*."""
    content = load(_name(root, kind))
    if content is None:
        return None
    values = _values(content)
    try:
        return values if next(values) == terms else None
    except (EOFError, TypeError, ValueError):  # written in another format
        return None


def save_values(root: str, kind: str, terms: object, values: Iterable[Any]) -> None:
    """Store the *values* of *kind* of the vault at *root*, valid under the same *terms*.

    They must be plain data: strings, numbers, None, and tuples, lists and dicts of these, of
    exactly these types. `pickle` would support more types, but unpickling can run code. The values
    are produced and written one by one, because together they may be large.
    """

    def write(sink: Sink) -> None:
        for value in chain([terms], values):
            content = marshal.dumps(value)
            sink.write(len(content).to_bytes(_SIZE, "big"))
            sink.write(content)

    with suppress(ValueError):  # not plain data: the next run starts from scratch
        save(_name(root, kind), write, _MAX_FILES)


def _values(content: memoryview) -> Iterator[Any]:
    start = 0
    while start < len(content):
        end = start + _SIZE + int.from_bytes(content[start : start + _SIZE], "big")
        yield marshal.loads(content[start + _SIZE : end])  # noqa: S302 -- our own, and no code
        start = end


def _name(root: str, kind: str) -> str:
    return f"{crc32(os.fsencode(os.path.abspath(root))):08x}.{kind}"
