"""Recognize the names of daily and periodic notes: days, weeks, months, quarters and years.

The formats come from the settings of Daily notes, Periodic Notes and Calendar, in the notation of
moment.js, folders included.  Regardless of the settings, ISO 8601 names such as `2026-11-24`,
`20261124`, `2026-W48` and `2026-11`, the journal pages of Logseq and Roam, and quarters count too.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any
from unicodedata import normalize

from vaultgraph.lazy import lazy_re
from vaultgraph.reading.app_settings import app_settings

__all__ = ["Days"]

_DEFAULT_FORMATS = (
    "YYYY-MM-DD", "YYYYMMDD", "YYYY_MM_DD", "YYYY.MM.DD", "YYYY-MM", "YYYY-[Q]Q",
    "GGGG-[W]WW", "GGGG[W]WW", "GGGG-[W]WW-E", "MMMM Do, YYYY",
    "[Day Planner-]YYYYMMDD",
)  # fmt: skip
_PERIODS = {
    "daily": "YYYY-MM-DD",
    "weekly": "gggg-[W]ww",
    "monthly": "YYYY-MM",
    "quarterly": "YYYY-[Q]Q",
    "yearly": "YYYY",
}
_PERIODIC_NOTES = "plugins/periodic-notes/data.json"
_CALENDAR = "plugins/calendar/data.json"

# The tokens of moment.js, the longest first, each with a pattern for what it can produce.
_LETTERS = r"[^\W\d_]{1,20}(?:-feira)?(?:\.(?=[\s-]|\Z))?"
_MONTH, _DAY, _WEEK = r"0[1-9]|1[0-2]", r"0[1-9]|[12]\d|3[01]", r"0[1-9]|[1-4]\d|5[0-3]"
_ORDINAL = r"(?:[^\W\d_]{1,3}|[.ºª°])?"
_TOKENS = {
    "YYYY": r"[12]\d{3}", "GGGG": r"[12]\d{3}", "gggg": r"[12]\d{3}", "YY": r"\d\d", "GG": r"\d\d",
    "gg": r"\d\d", "Y": r"[12]\d{3}", "Qo": rf"[1-4]{_ORDINAL}", "Q": "[1-4]",
    "MMMM": _LETTERS, "MMM": _LETTERS, "MM": f"(?:{_MONTH})", "Mo": rf"(?:1[0-2]|[1-9]){_ORDINAL}",
    "M": "(?:1[0-2]|[1-9])", "DDDD": r"[0-3]\d\d", "DDD": r"[1-3]?\d?\d", "DD": f"(?:{_DAY})",
    "Do": rf"(?:[12]\d|3[01]|[1-9]){_ORDINAL}", "D": r"(?:[12]\d|3[01]|[1-9])",
    "dddd": _LETTERS, "ddd": _LETTERS, "dd": _LETTERS, "do": rf"[0-6]{_ORDINAL}", "d": "[0-6]",
    "e": "[0-6]", "E": "[1-7]", "WW": f"(?:{_WEEK})", "ww": f"(?:{_WEEK})",
    "Wo": rf"[1-5]?\d{_ORDINAL}", "wo": rf"[1-5]?\d{_ORDINAL}", "W": r"[1-5]?\d", "w": r"[1-5]?\d",
    "HH": r"\d\d", "hh": r"\d\d", "H": r"\d\d?", "h": r"\d\d?", "kk": r"\d\d", "k": r"\d\d?",
    "mm": r"\d\d", "m": r"\d\d?", "ss": r"\d\d", "s": r"\d\d?", "A": _LETTERS, "a": _LETTERS,
    "X": r"\d+", "x": r"\d+",
}  # fmt: skip
_TOKEN = lazy_re(rf"\[([^\[\]]*)\]|\\?({'|'.join(_TOKENS)})|(.)", re.DOTALL)
_YEARS = frozenset({"YYYY", "YY", "Y", "GGGG", "GG", "gggg", "gg", "x", "X"})
_MAX_FORMAT_LENGTH = 100

_WEEKDAY = (
    r"(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|mie|jeu|jue|ven|vie|sam"
    r"|sáb|sab|dim|dom|seg|ter|qua|qui|sex|gio|пн|вт|ср|чт|пт|сб|вс|周|星期|月|火|水|木|金|土|日)"
)
_ISO_AND_WEEKDAY = rf"[12]\d{{3}}-(?:{_MONTH})-(?:{_DAY})[ _(-]{{1,3}}{_WEEKDAY}[\w-]{{0,8}}\.?\)?"
_MAX_FOLDERS = 50  # deeper ones are left out of a link, or out of the vault
_RELATIVE_PREFIX = lazy_re(r"(?:\.{1,2}/)+")
_DIGIT = lazy_re(r"\d")


class Days:
    """The names of daily and periodic notes in the vault at *root*, which has notes at *paths*.

    The paths are scanned only for a query about a folder that no setting names.
    """

    def __init__(self, root: str, paths: Iterable[str]) -> None:
        names = [_ISO_AND_WEEKDAY]
        whole = []
        for folder, form in (
            *_configured_formats(root),
            *(("", usual) for usual in _DEFAULT_FORMATS),
        ):
            *above, last = map(_pattern, form.split("/"))
            whole.append(_suffix(folder) + "/".join((*above, last)))
            if _is_a_day_alone(form.rpartition("/")[2]):
                names.append(last)
        self._names, self._patterns = names, whole
        self._paths = paths

    def __contains__(self, path: object) -> bool:
        """Return whether the file or link *path*, with or without `.md`, is that of such a note.

        A path in a folder counts if the settings put such notes there, or if similar folders have
        some: `Journal/2026` counts if `Journal/2025` has daily notes.
        """
        if not isinstance(path, str):
            return False
        plain = _plain(path)
        folder, _, name = plain.rpartition("/")
        if not _DIGIT.search(plain):
            return False
        if self._whole.fullmatch(plain):
            return True
        return bool(self._name.fullmatch(name)) and (not folder or _shape(folder) in self._shapes)

    # Compiling both takes 5 ms, and many vaults have no file name with a digit.
    @cached_property
    def _name(self) -> re.Pattern[str]:
        return re.compile("|".join(self._names), re.IGNORECASE)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return re.compile("|".join(self._patterns), re.IGNORECASE)

    @cached_property
    def _shapes(self) -> frozenset[str]:
        """The folders of such notes, and their link-path suffixes, with 0 for each digit."""
        shapes = set()
        for path in self._paths:
            folder, _, name = _plain(path).rpartition("/")
            if folder and _DIGIT.search(name) and self._name.fullmatch(name):
                shapes.add(_shape(folder))
        parts = [shape.split("/") for shape in shapes]
        return frozenset("/".join(each[start:]) for each in parts for start in range(len(each)))


def _plain(path: str) -> str:
    """Return *path* in NFC, without `.md` and leading `./` or `../`."""
    steps = _RELATIVE_PREFIX.match(path)
    plain = path[steps.end() :] if steps else path
    plain = plain.strip("/ ")
    plain = plain[:-3] if plain[-3:].lower() == ".md" else plain
    return plain if plain.isascii() else normalize("NFC", plain)


def _shape(folder: str) -> str:
    return _DIGIT.sub("0", folder).lower()


def _suffix(folder: str) -> str:
    """Return the pattern of the last parts of *folder*; a link may omit any leading ones."""
    pattern = ""
    for part in [*filter(None, folder.split("/"))][-_MAX_FOLDERS:]:
        pattern = f"(?:{pattern}{re.escape(normalize('NFC', part))}/)?"
    return pattern


def _pattern(form: str) -> str:
    """Return the regular expression for the moment.js format *form*.

    Its tokens are atomic groups.  Otherwise a format such as `MMMMMMMMMMMM` would backtrack over
    every split of the letters, and a vault's settings are untrusted input.
    """
    return "".join(
        f"(?>{_TOKENS[token]})" if token else re.escape(normalize("NFC", literal or other))
        for literal, token, other in _TOKEN.findall(form)
    )


def _is_a_day_alone(form: str) -> bool:
    """Return whether *form* is specific enough to stand alone: a year, or a month and a day."""
    tokens = {token for _, token, _ in _TOKEN.findall(form)}
    letters = {token[0] for token in tokens if token}
    return not _YEARS.isdisjoint(tokens) or {"M", "D"} <= letters


def _configured_formats(root: str) -> Iterator[tuple[str, str]]:
    """Yield the (folder, format) pairs in the settings of the vault at *root*."""
    daily = app_settings(root, "daily-notes.json")
    yield from _format(daily, "folder", "format", _PERIODS["daily"])
    calendar = app_settings(root, _CALENDAR)
    if calendar:
        yield from _format(calendar, "weeklyNoteFolder", "weeklyNoteFormat", _PERIODS["weekly"])
    periodic = app_settings(root, _PERIODIC_NOTES)
    sets = periodic.get("calendarSets")
    for each in (periodic, *(sets if isinstance(sets, list) else ())):
        for period, usual in _PERIODS.items() if isinstance(each, dict) else ():
            of_period = each.get(period) or each.get(period.removesuffix("ly"))
            if isinstance(of_period, dict):
                yield from _format(of_period, "folder", "format", usual)


def _format(
    settings: Mapping[str, Any], folder: str, form: str, usual: str
) -> Iterator[tuple[str, str]]:
    """Yield the folder and format in *settings* at the keys *folder* and *form*, if enabled.

    The default format is *usual*.
    """
    where, written = settings.get(folder) or "", settings.get(form) or ""
    if not isinstance(where, str) or not isinstance(written, str):
        return
    if settings.get("enabled", True) or written:
        written = (written.strip("/ ") or usual).removesuffix(".md")
        yield where.strip("/ "), written[:_MAX_FORMAT_LENGTH]
