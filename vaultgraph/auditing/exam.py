"""The day of an exam: how far away it is."""

from datetime import date, datetime
from typing import NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.messages import say

__all__ = ["MAX_DAYS_AHEAD", "Exam", "exam_on"]

MAX_DAYS_AHEAD = 1000
"""For so many days, days are counted and planned one by one."""

_DAY = 86_400  # seconds


class Exam(NamedTuple):
    """An exam on the `day`, such as `2026-12-18`, which is so many `days` away, 0 for today."""

    day: str
    days: int

    def time_after(self, now: float) -> float:
        """Return the time on that day, at the time of day of *now*; in seconds since 1970."""
        return now + self.days * _DAY


def exam_on(day: str, today: date | None = None) -> Exam:
    """Return the exam on *day*, which is written as `2026-12-18`.

    Raises UsageError if that day does not exist or is before *today*, by default the system's.
    """
    try:
        wanted = date.fromisoformat(day)
    except ValueError as error:
        hint = say("write it as {example}", example="2026-12-18")
        raise UsageError(say("{day} is not a day", day=day), hint=hint) from error
    days = (wanted - (today or datetime.now().date())).days
    if days < 0:
        hint = say("name a day from {day} on", day=(today or datetime.now().date()).isoformat())
        raise UsageError(say("{day} is in the past", day=day), hint=hint)
    return Exam(wanted.isoformat(), days)
