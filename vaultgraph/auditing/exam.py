"""The day of an exam: how far away it is."""

from datetime import date, datetime
from typing import NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, did_you_mean, say

__all__ = ["MAX_DAYS_AHEAD", "Exam", "exam_on"]

MAX_DAYS_AHEAD = 1000
"""For so many days, days are counted and planned one by one."""

_DAY = 86_400  # seconds
_OTHER_ORDER = lazy_re(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")


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
        hint = _similar(day) or say("write it as {example}", example="2026-12-18")
        raise UsageError(say("{day} is not a day", day=day), hint=hint) from error
    days = (wanted - (today or datetime.now().date())).days
    if days < 0:
        hint = say("name a day from {day} on", day=(today or datetime.now().date()).isoformat())
        raise UsageError(say("{day} is in the past", day=day), hint=hint)
    return Exam(wanted.isoformat(), days)


def _similar(day: str) -> Message | None:
    """Return the question whether another *day* was meant, such as `20/12/2026`.

    None if it cannot be known which of its numbers is the month.
    """
    written = _OTHER_ORDER.fullmatch(day)
    if not written:
        return None
    number, month, year = (int(part) for part in written.groups())
    meant = [each for each in (_day(year, month, number), _day(year, number, month)) if each]
    return did_you_mean(meant) if len(meant) == 1 else None


def _day(year: int, month: int, number: int) -> str:
    try:
        return date(year, month, number).isoformat()
    except ValueError:
        return ""
