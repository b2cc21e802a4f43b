"""A compact text encoding of tables: one list per column, compressed.

The format is described in docs/map-format.md.  `web/src/format/columns.js` decodes it with the
browser's `DecompressionStream`.  The text uses the alphabet of `base64.b85encode`, except for three
characters that HTML would escape.
"""

import json
import zlib
from base64 import b85decode, b85encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, repeat
from typing import Any

__all__ = ["FORMAT_VERSION", "column_table", "deflate", "inflate", "rows"]

FORMAT_VERSION = 3
"""The version of docs/map-format.md; incremented by changes that an older reader would misread."""

Row = Mapping[str, Any]

_BEST_COMPRESSION = 9
_BATCH = 10_000  # values
_ENCODED_AT_ONCE = 1 << 18
"""In bytes, a multiple of the four that become five digits; `b85encode` takes 25 times as much."""
_MAX_BYTES = 32_000_000
"""The limit for the JSON of a table, in bytes: in memory it takes thirty times as much."""
_SAFE = str.maketrans("<>&", ".,:")
_UNSAFE = str.maketrans(".,:", "<>&")


def deflate(value: object, *, is_text: bool = True) -> str:
    """Return the JSON of *value*, deflated, as text.

    Numbers compress better with `Z_FILTERED`, which relies less on repeated strings.
    """
    strategy = zlib.Z_DEFAULT_STRATEGY if is_text else zlib.Z_FILTERED
    deflate = zlib.compressobj(_BEST_COMPRESSION, strategy=strategy)
    pieces = [deflate.compress(text.encode("utf-8", "replace")) for text in _json_pieces(value)]
    deflated = b"".join([*pieces, deflate.flush()])
    parts = range(0, len(deflated), _ENCODED_AT_ONCE)
    encoded = b"".join(b85encode(deflated[start : start + _ENCODED_AT_ONCE]) for start in parts)
    return encoded.decode("ascii").translate(_SAFE)


def _json_pieces(value: object) -> Iterator[str]:
    """Yield the JSON of *value* in pieces: at once, that of a large table takes 150 MB."""
    if isinstance(value, dict):
        for number, (name, inner) in enumerate(value.items()):
            yield f"{',' if number else '{'}{_json(name)}:"
            yield from _json_pieces(inner)
        yield "}" if value else "{}"
    elif isinstance(value, list) and len(value) > _BATCH:
        for start in range(0, len(value), _BATCH):
            yield ("," if start else "[") + _json(value[start : start + _BATCH])[1:-1]
        yield "]"
    else:
        yield _json(value)


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


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def column_table(table: Iterable[Row]) -> dict[str, list[Any]]:
    """Return the columns of *table* by name, None where a row lacks the field.

    A column of integers is stored as differences to the previous row if that is shorter; its name
    then starts with `+`.
    """
    columns: defaultdict[str, list[Any]] = defaultdict(list)
    count = 0
    for count, row in enumerate(table, 1):
        for name, value in row.items():
            columns[name] += [*repeat(None, count - 1 - len(columns[name])), value]
    for values in columns.values():
        values.extend(repeat(None, count - len(values)))
    return dict(_column(name, values) for name, values in columns.items())


def rows(table: Mapping[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    """Yield the rows from which `column_table` made *table*."""
    plain = {
        name.removeprefix("+"): accumulate(map(_number, values)) if name[:1] == "+" else values
        for name, values in table.items()
    }
    for row in zip(*plain.values(), strict=True):
        yield {name: value for name, value in zip(plain, row, strict=True) if value is not None}


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
