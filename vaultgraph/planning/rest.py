"""Days without studying: days of the week, or single ones."""

from collections.abc import Collection
from datetime import date

from vaultgraph.errors import UsageError
from vaultgraph.messages import join, say

__all__ = ["WEEKDAYS", "check_rest", "is_rest_day"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def check_rest(rest: Collection[str]) -> None:
    """Raise UsageError if one of *rest* is neither a day of the week nor like `2026-12-24`."""
    for day in rest:
        if day not in WEEKDAYS and not _is_date(day):
            hint = say(
                "name one of {names}, or a day as {example}",
                names=join(", ", [*WEEKDAYS]),
                example="2026-12-24",
            )
            raise UsageError(say("{day} is not a day", day=day), hint=hint)


def is_rest_day(day: date, rest: Collection[str]) -> bool:
    """Whether *rest* has *day*, or its day of the week."""
    return WEEKDAYS[day.weekday()] in rest or day.isoformat() in rest


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
