"""Days without studying: days of the week, or single ones."""

from collections.abc import Collection
from datetime import date

from vaultgraph.errors import UsageError
from vaultgraph.messages import join, say

__all__ = ["WEEKDAYS", "check_rest", "is_rest_day"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = {name: day for day in WEEKDAYS for name in (day, day[:3])}


def check_rest(rest: Collection[str]) -> None:
    """Raise UsageError if one of *rest* is neither a day of the week nor a date.

    These are written as `sunday` or `sun`, in capitals as well, and as `2026-12-24`.
    """
    for day in rest:
        if day.lower() not in _NAMES and not _is_date(day):
            hint = say(
                "name one of {names}, or a day as {example}",
                names=join(", ", [*WEEKDAYS]),
                example="2026-12-24",
            )
            raise UsageError(say("{day} is not a day", day=day), hint=hint)


def is_rest_day(day: date, rest: Collection[str]) -> bool:
    """Whether *rest* has *day*, or its day of the week."""
    names = {_NAMES.get(name.lower(), name) for name in rest}
    return WEEKDAYS[day.weekday()] in names or day.isoformat() in names


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
