"""A compact text encoding of tables: one list per column, compressed.

The format is described in docs/map-format.md.  `web/src/format/columns.js` decodes it with the
browser's `DecompressionStream`.  The text uses the alphabet of `base64.b85encode`, except for three
characters that HTML would escape.
"""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

__all__ = ["FORMAT_VERSION", "column_table", "deflate", "inflate", "rows"]

FORMAT_VERSION = 3
"""The version of docs/map-format.md; incremented by changes that an older reader would misread."""

Row = Mapping[str, Any]

_BEST_COMPRESSION = 9
_MAX_BYTES = 32_000_000
"""The limit for the JSON of a table, in bytes: in memory it takes thirty times as much."""
_SAFE = str.maketrans("<>&", ".,:")
_UNSAFE = str.maketrans(".,:", "<>&")


def deflate(value: object, *, is_text: bool = True) -> str:
    """Return the JSON of *value*, deflated, as text.

    Numbers compress better with `Z_FILTERED`, which relies less on repeated strings.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    strategy = zlib.Z_DEFAULT_STRATEGY if is_text else zlib.Z_FILTERED
    deflate = zlib.compressobj(_BEST_COMPRESSION, strategy=strategy)
    deflated = deflate.compress(text.encode("utf-8", "replace")) + deflate.flush()
    return b85encode(deflated).decode("ascii").translate(_SAFE)


def inflate(text: str) -> Any:
    """Return the value from which `deflate` made *text*.

    Raises ValueError if *text* is not valid, or would take too much memory.
    """
    inflate = zlib.decompressobj()
    try:
        plain = inflate.decompress(b85decode(text.translate(_UNSAFE)), _MAX_BYTES)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflate.eof:
        raise ValueError("it is cut off, or too large")
    return json.loads(plain)


def column_table(table: Sequence[Row]) -> dict[str, list[Any]]:
    """Return the columns of *table* by name, None where a row lacks the field.

    A column of integers is stored as differences to the previous row if that is shorter; its name
    then starts with `+`.
    """
    names = dict.fromkeys(name for row in table for name in row)
    return dict(_column(name, [row.get(name) for row in table]) for name in names)


def rows(table: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """Return the rows from which `column_table` made *table*."""
    plain = {
        name.removeprefix("+"): accumulate(map(_number, values)) if name[:1] == "+" else values
        for name, values in table.items()
    }
    return [
        {name: value for name, value in zip(plain, row, strict=True) if value is not None}
        for row in zip(*plain.values(), strict=True)
    ]


def _number(value: Any) -> int:
    """Return *value*, an int; ValueError for other types, such as lists, that would accumulate."""
    if type(value) is not int:
        raise ValueError(value)
    return value


def _column(name: str, values: list[Any]) -> tuple[str, list[Any]]:
    # Not `isinstance`: a bool is an int, and would come back as a number.
    if not all(type(value) is int for value in values):
        return name, values
    steps = [values[0], *(after - before for before, after in pairwise(values))]
    return ("+" + name, steps) if _length(steps) < _length(values) else (name, values)


def _length(numbers: Iterable[int]) -> int:
    return len(str(numbers))
