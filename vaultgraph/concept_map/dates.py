"""The day on which each note was written, as far as its writer said so.

A property comes first, then a line with a date at the top of the note, then a date in its name, as
daily notes have it.  For the rest, git knows when a note was added.  The file system is not asked:
a clone or a copy changes its dates.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from vaultgraph.lazy import lazy_re
from vaultgraph.model import Note

__all__ = ["find_dates"]

_PROPERTIES = ("created", "date", "date created", "creation date", "criado", "data", "fecha")
_TOP = 600
"""In this many characters of a note its date may be, after the properties and the deck."""
_LINE = lazy_re(
    r"""
    ^(?: (?: created | date | criad[oa](?:[ ]em)? | data | fecha ) [ ]*:[ ]* )? \[{0,2}
    (?: (?P<year>\d{4}) [-/.] (?P<month>\d\d?) [-/.] (?P<day>\d\d?)
      | (?P<first>\d\d?) (?P<separator>[/.]) (?P<second>\d\d?) (?P=separator) (?P<last>\d{4})
    ) \b [^\w\n]* (?: T?\d\d?[:h]\d\d (?::\d\d)? )? [ ]*$
    """,
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_IN_NAME = lazy_re(r"(?<!\d)(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_MONTHS = 12
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class _Slashes(NamedTuple):
    """A date such as 22/09/2023, of which it is not said what comes first."""

    first: int
    second: int
    year: int


def find_dates(
    notes: Iterable[Note], text: Callable[[str], str], added: Callable[[], Mapping[str, str]]
) -> Mapping[str, str]:
    """Return the days of *notes* by path, such as `2023-09-22`; *text* gives that of a path.

    If a note does not say its day, that on which it was *added* counts.  Whether days or months
    come first is decided by all notes together: dates such as 03/04/2023 are left out if no other
    one shows it.
    """
    found = {note.path: _written(note, text) for note in notes}
    slashes = [each for each in found.values() if isinstance(each, _Slashes)]
    is_day_first = any(each.first > _MONTHS for each in slashes)
    is_month_first = any(each.second > _MONTHS for each in slashes)
    days = {
        path: _day_of(each, is_day_first, is_month_first) if isinstance(each, _Slashes) else each
        for path, each in found.items()
    }
    if not all(days.values()):
        later = added()
        days = {path: day or _day_in(later.get(path, "")) for path, day in days.items()}
    return {path: day for path, day in days.items() if day}


def _day_of(each: _Slashes, is_day_first: bool, is_month_first: bool) -> str:
    if is_day_first == is_month_first:  # no date shows it, or both are used
        return ""
    day, month = (each.first, each.second) if is_day_first else (each.second, each.first)
    return _iso(each.year, month, day)


def _written(note: Note, text: Callable[[str], str]) -> str | _Slashes:
    properties = {str(name).lower(): value for name, value in note.properties.items()}
    for name in _PROPERTIES:
        if day := _day_in(str(properties.get(name) or "")):
            return day
    return _date_line(_top(text(note.path))) or _day_in(note.name)


def _top(text: str) -> str:
    """Return the first characters of *text* after its properties."""
    start = text.find("\n---", 3) + 1 if text.startswith("---") else 0
    return text[start : start + _TOP]


def _date_line(top: str) -> str | _Slashes:
    line = _LINE.search(top)
    if not line:
        return ""
    if line["year"]:
        return _iso(int(line["year"]), int(line["month"]), int(line["day"]))
    return _Slashes(int(line["first"]), int(line["second"]), int(line["last"]))


def _day_in(words: str) -> str:
    found = _IN_NAME.search(words)
    return _iso(*map(int, found.groups())) if found else ""


def _iso(year: int, month: int, day: int) -> str:
    """Return the day as text; empty if it does not exist."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return ""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
