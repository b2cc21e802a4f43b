"""Values computed from a vault, stored with the terms under which they are valid."""

import marshal
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain
from typing import Any
from zlib import crc32

from vaultgraph.storage.store import Sink, map_file, save

__all__ = ["load_values", "save_values"]

_MAX_FILES = 3
"""The number of vaults for which values are stored."""
_SIZE, _CHECKSUM = 8, 4
"""The number of bytes of the length and of the checksum before each value."""
_HEADER = _SIZE + _CHECKSUM


def load_values(root: str, kind: str, terms: object) -> Iterator[Any] | None:
    """Return the values of *kind* of the vault at *root*; None unless stored with *terms*.

    Each is loaded when it is asked for, bytes as a view of the mapped file. Raises ValueError if it
    is damaged; bytes are not checked, because that would read them.
    """
    content = map_file(_name(root, kind))
    if content is None:
        return None
    values = _values(content)
    try:
        return values if next(values, None) == terms else None
    except (EOFError, TypeError, ValueError):  # damaged, or written in another format
        return None


def save_values(root: str, kind: str, terms: object, values: Iterable[Any]) -> None:
    """Store the *values* of *kind* of the vault at *root*, valid under the same *terms*.

    They must be plain data: strings, numbers, None, and tuples, lists and dicts of these, of
    exactly these types. `pickle` would support more types, but unpickling can run code. The values
    are produced and written one by one, because together they may be large.
    """

    def write(sink: Sink) -> None:
        for value in chain([terms], values):
            is_raw = isinstance(value, bytes)
            content = value if is_raw else marshal.dumps(value)
            sink.write(len(content).to_bytes(_SIZE, "big"))
            sink.write((0 if is_raw else _checksum(content)).to_bytes(_CHECKSUM, "big"))
            sink.write(content)

    with suppress(ValueError):  # not plain data: the next run starts from scratch
        save(_name(root, kind), write, _MAX_FILES)


def _values(content: memoryview) -> Iterator[Any]:
    start = 0
    while start < len(content):
        size = int.from_bytes(content[start : start + _SIZE], "big")
        checksum = int.from_bytes(content[start + _SIZE : start + _HEADER], "big")
        value = content[start + _HEADER : start + _HEADER + size]
        start += _HEADER + size
        if len(value) < size or (checksum and checksum != _checksum(value)):
            raise ValueError("a value of the cache is damaged")
        yield marshal.loads(value) if checksum else value  # noqa: S302 -- our own, and no code


def _checksum(content: bytes | memoryview) -> int:
    """Return the checksum of a value, which is never 0: that marks bytes."""
    return crc32(content) or 1


def _name(root: str, kind: str) -> str:
    return f"{crc32(os.fsencode(os.path.abspath(root))):08x}.{kind}"
