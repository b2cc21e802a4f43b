"""Many rows of fields as a short text: one list for each field, compressed.

docs/map-format.md describes it.  Browsers read it with their own `DecompressionStream`, in
`web/src/format/columns.js`.  The text has the 85 characters of `base64.b85encode`, but for three
that HTML would have to escape.
"""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

__all__ = ["FORMAT_VERSION", "column_table", "deflate", "inflate", "rows"]

FORMAT_VERSION = 1
"""Of docs/map-format.md; raised by a change that an older reader would misread."""

Row = Mapping[str, Any]

_HARD = 9
_MOST = 32_000_000
"""The bytes of JSON above which a table is not unpacked: in memory it takes thirty times more."""
_SAFE = str.maketrans("<>&", ".,:")
_UNSAFE = str.maketrans(".,:", "<>&")


def deflate(value: object, *, is_text: bool = True) -> str:
    """The JSON of *value*, deflated, as text; numbers are not sought for repetitions as text is."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    strategy = zlib.Z_DEFAULT_STRATEGY if is_text else zlib.Z_FILTERED
    deflate = zlib.compressobj(_HARD, strategy=strategy)
    deflated = deflate.compress(text.encode("utf-8", "replace")) + deflate.flush()
    return b85encode(deflated).decode("ascii").translate(_SAFE)


def inflate(text: str) -> Any:
    """What `packed` has made a text of.

    Raises ValueError if it was something else, or would fill the memory.
    """
    inflate = zlib.decompressobj()
    try:
        plain = inflate.decompress(b85decode(text.translate(_UNSAFE)), _MOST)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflate.eof:
        raise ValueError("it is cut off, or too large")
    return json.loads(plain)


def column_table(table: Sequence[Row]) -> dict[str, list[Any]]:
    """The fields of *table* by name, None where a row has none.

    Whole numbers are told by what they add to the row before, where that is shorter: then the
    name has a `+` before it.
    """
    names = dict.fromkeys(name for row in table for name in row)
    return dict(_column(name, [row.get(name) for row in table]) for name in names)


def rows(table: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """The rows that *table* was made of by `columns`."""
    plain = {
        name.removeprefix("+"): accumulate(map(_number, values)) if name[:1] == "+" else values
        for name, values in table.items()
    }
    return [
        {name: value for name, value in zip(plain, row, strict=True) if value is not None}
        for row in zip(*plain.values(), strict=True)
    ]


def _number(value: Any) -> int:
    """The *value*, a whole number; raises ValueError for what would grow with each step."""
    if type(value) is not int:
        raise ValueError(value)
    return value


def _column(name: str, values: list[Any]) -> tuple[str, list[Any]]:
    if not all(type(value) is int for value in values):
        return name, values
    steps = [values[0], *(after - before for before, after in pairwise(values))]
    return ("+" + name, steps) if _length(steps) < _length(values) else (name, values)


def _length(numbers: Iterable[int]) -> int:
    return len(str(numbers))
