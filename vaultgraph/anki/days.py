"""Anki's days, which begin some hours after midnight."""

from datetime import date, datetime, timedelta

__all__ = ["ROLLOVER", "day_at", "days_until", "next_day"]

ROLLOVER = 4
"""The hour at which a day begins, unless the user has chosen another one."""

_SECONDS = 86_400
_EPOCH = 1_000_000_000  # as is_unix_epoch_timestamp in Anki's source: what is larger is a time


def day_at(now: datetime, rollover: int = ROLLOVER) -> date:
    """Return the day that it is *now*, if days begin at the hour *rollover*."""
    return next_day(now, rollover).date() - timedelta(days=1)


def next_day(now: datetime, rollover: int = ROLLOVER) -> datetime:
    """Return when the day after *now* begins, if days begin at the hour *rollover*."""
    begins = now.replace(hour=rollover, minute=0, second=0, microsecond=0)
    return begins if now.hour < rollover else begins + timedelta(days=1)


def days_until(due: int, today: int, following: float) -> int:
    """Return the days until *due*, a day or a time, negative if that has passed.

    *today* is the number of this day, *following* the time at which the next one begins, in Unix
    time; as future_due.rs in Anki's source.
    """
    return int((due - following) / _SECONDS) if due > _EPOCH else due - today
