"""Many rows of fields as a short text: one list for each field, compressed.

Browsers read it with their own `DecompressionStream`; see `web/columns.js`.  The text has the 85
characters of `base64.b85encode`, but for three that HTML would have to escape.
"""

import json
import zlib
from base64 import b85decode, b85encode
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

__all__ = ["columns", "full", "lean", "packed", "rows", "unpacked"]

Row = Mapping[str, Any]

_HARD = 9
_SAFE = str.maketrans("<>&", ".,:")
_UNSAFE = str.maketrans(".,:", "<>&")


def packed(value: object) -> str:
    """The JSON of *value*, deflated, as text."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return (
        b85encode(zlib.compress(text.encode("utf-8", "replace"), _HARD))
        .decode("ascii")
        .translate(_SAFE)
    )


def unpacked(text: str) -> Any:
    """What `packed` has made a text of; raises ValueError if it was something else."""
    try:
        return json.loads(zlib.decompress(b85decode(text.translate(_UNSAFE))))
    except zlib.error as error:
        raise ValueError(str(error)) from error


def lean(table: Sequence[Row] | Mapping[int, Iterable[Sequence[Any]]]) -> Sequence[Row]:
    """The notes, links or cards of a page as rows that take little room; JavaScript fills them up.

    The path of a note is True where its folder and its label tell it; its number and its weight
    are told by its place and its links.
    """
    if isinstance(table, Mapping):
        return [
            {"note": note, **{str(number): side for number, side in enumerate(card)}}
            for note, cards in table.items()
            for card in cards
        ]
    if table and "to" in table[0]:  # near numbers pack better
        return sorted(table, key=lambda link: (link.get("kind", ""), link["to"], link["from"]))
    return [_lean_note(note) for note in table]


def full(notes: Iterable[Row]) -> list[dict[str, Any]]:
    """The *notes* with the paths that `lean` took from them."""
    return [
        {**note, "path": _usual_path(note)} if note.get("path") is True else {**note}
        for note in notes
    ]


def _usual_path(note: Row) -> str:
    return f"{note.get('folder', '')}/{note['label']}.md".lstrip("/")


def _lean_note(note: Row) -> dict[str, Any]:
    told = note.get("path") == _usual_path(note)
    fields = {name: value for name, value in note.items() if name not in {"id", "weight"}}
    return {**fields, "path": True} if told else fields


def columns(table: Sequence[Row]) -> dict[str, list[Any]]:
    """The fields of *table* by name, None where a row has none.

    Whole numbers are told by what they add to the row before, where that is shorter: then the
    name has a `+` before it.
    """
    names = dict.fromkeys(name for row in table for name in row)
    return dict(_column(name, [row.get(name) for row in table]) for name in names)


def rows(table: Mapping[str, Sequence[Any]]) -> list[dict[str, Any]]:
    """The rows that *table* was made of by `columns`."""
    plain = {
        name.removeprefix("+"): accumulate(values) if name.startswith("+") else values
        for name, values in table.items()
    }
    return [
        {name: value for name, value in zip(plain, row, strict=True) if value is not None}
        for row in zip(*plain.values(), strict=True)
    ]


def _column(name: str, values: list[Any]) -> tuple[str, list[Any]]:
    if not all(type(value) is int for value in values):
        return name, values
    steps = [values[0], *(after - before for before, after in pairwise(values))]
    return ("+" + name, steps) if _length(steps) < _length(values) else (name, values)


def _length(numbers: Iterable[int]) -> int:
    return len(str(numbers))
