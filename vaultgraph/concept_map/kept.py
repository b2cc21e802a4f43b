"""What the reader of a map keeps: where boxes were dragged, and views with names.

The page saves it to a file, which is put next to the map and shown again by the next one.  The file
may come from anyone.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

__all__ = ["NOTHING_KEPT", "Kept", "kept_in", "read_kept", "write_kept"]

_SCHEMA = "vaultgraph-kept/1"
_MAX_PLACES, _MAX_VIEWS, _MAX_LENGTH, _MAX_COORDINATE = 10_000, 200, 6_000, 1e6


class Kept(NamedTuple):
    """The centres of boxes by the path of a note, or the name of a missing one; views by name.

    A view is the part of the page's address behind `#`.
    """

    places: tuple[tuple[str, float, float], ...] = ()
    views: tuple[tuple[str, str], ...] = ()


NOTHING_KEPT = Kept()


def read_kept(text: str) -> Kept:
    """Return what *text*, the JSON of such a file, keeps; ValueError if it is not one."""
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(data, dict) or data.get("schema") != _SCHEMA:
        raise ValueError("not what a map keeps")
    return kept_in(data)


def kept_in(data: Mapping[str, Any]) -> Kept:
    """Return what the fields of *data* keep; ValueError if they are not those of `Kept`."""
    places = [_place(*row) for row in _rows(data.get("places"), 3)]
    views = [_view(*row) for row in _rows(data.get("views"), 2)]
    return Kept(tuple(places[:_MAX_PLACES]), tuple(views[:_MAX_VIEWS]))


def write_kept(kept: Kept) -> str:
    """Return the JSON from which `read_kept` reads *kept*."""
    rows = {name: ",\n  ".join(_lines(value)) for name, value in kept._asdict().items()}
    fields = "".join(f',\n "{name}": [\n  {lines}\n ]' for name, lines in rows.items())
    return f'{{\n "schema": "{_SCHEMA}"{fields}\n}}\n'


def _lines(rows: Iterable[object]) -> Iterator[str]:
    return (json.dumps(row, ensure_ascii=False) for row in rows)


def _rows(rows: Any, length: int) -> list[list[Any]]:
    is_table = isinstance(rows, list) and all(
        isinstance(row, list) and len(row) == length for row in rows
    )
    if not is_table:
        raise ValueError("not a table")
    table: list[list[Any]] = rows
    return table


def _place(name: Any, x: Any, y: Any) -> tuple[str, float, float]:
    return _text(name), _number(x), _number(y)


def _view(name: Any, address: Any) -> tuple[str, str]:
    return _text(name), _text(address)


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > _MAX_LENGTH:
        raise ValueError(value)
    return value


def _number(value: Any) -> float:
    if type(value) not in {int, float} or not abs(value) <= _MAX_COORDINATE:  # maybe not a number
        raise ValueError("not a coordinate")
    number: float = value
    return number
