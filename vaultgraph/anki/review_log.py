"""The review log: which answers were right lately, and how long they took."""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from contextlib import closing
from typing import NamedTuple

__all__ = ["Answers", "LoggedReview", "answers_of", "read_answers"]

_DAY = 86_400  # seconds
_RECENT_DAYS = 30
_LEARNING, _CRAMMING = 0, 3  # of revlog.type; see rslib/src/revlog in Anki's source
_RATED = f"ease BETWEEN 1 AND 4 AND NOT (type = {_CRAMMING} AND factor = 0)"
_TIME = "MIN(MAX(time, 0), 7200000)"
"""An answer's time in ms: Anki's options allow for two hours at most, a damaged file for more."""
_COLUMNS = ("id", "cid", "ease", "lastIvl", "factor", "time", "type")
# As true_retention in rslib/src/stats/graphs: not while the steps of a card were short of a day.
_RECENT = f"""
    SELECT cid, SUM(ease > 1), SUM(ease = 1) FROM revlog
    WHERE id >= :start AND id < :end AND {_RATED}
        AND (type = 1 OR lastIvl <= -{_DAY} OR lastIvl >= 1)
    GROUP BY cid
"""  # noqa: S608  constants only
_TIMES = f"""
    SELECT cid, TOTAL(CASE type WHEN {_LEARNING} THEN {_TIME} END),
        TOTAL(CASE type WHEN {_LEARNING} THEN 0 ELSE {_TIME} END), COALESCE(SUM(type = 1), 0)
    FROM revlog WHERE {_RATED} GROUP BY cid
"""  # noqa: S608


class Answers(NamedTuple):
    """How a card was answered.

    In the last 30 days, its answer was right (`passed`) or `failed` so often, as Anki counts true
    retention.  Its first steps took `learning_seconds` in all, and its `reviews` took
    `review_seconds`, with the steps after a wrong answer.
    """

    passed: int = 0
    failed: int = 0
    learning_seconds: float = 0.0
    review_seconds: float = 0.0
    reviews: int = 0

    @classmethod
    def total(cls, answers: Collection["Answers"]) -> "Answers":
        """Return the sum of *answers*."""
        return cls._make(map(sum, zip(*answers, strict=True))) if answers else cls()

    @property
    def pass_rate(self) -> float | None:
        """The share of right answers in the last 30 days; None if there were none at all."""
        answered = self.passed + self.failed
        return self.passed / answered if answered else None


class LoggedReview(NamedTuple):
    """An entry of the log, with the names and units of Anki's table `revlog`."""

    id: int
    cid: int
    ease: int
    lastIvl: int  # noqa: N815
    factor: int
    time: int
    type: int


def read_answers(database: sqlite3.Connection, next_day: float) -> Mapping[int, Answers]:
    """Return the answers in *database* by card; Anki's *next_day* begins then, in Unix time."""
    end = int(next_day * 1000)
    during = {"start": end - _RECENT_DAYS * _DAY * 1000, "end": end}
    recent = {card: (passed, failed) for card, passed, failed in database.execute(_RECENT, during)}
    found = {}
    for card, first, later, reviews in database.execute(_TIMES):
        passed, failed = recent.get(card, (0, 0))
        found[card] = Answers(passed, failed, first / 1000, later / 1000, reviews)
    return found


def answers_of(log: Iterable[LoggedReview], next_day: float) -> Mapping[int, Answers]:
    """Return the answers in a *log* from elsewhere, as `read_answers` does."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.execute(f"CREATE TABLE revlog ({', '.join(_COLUMNS)})")
        database.executemany(f"INSERT INTO revlog VALUES ({', '.join('?' * 7)})", log)  # noqa: S608
        return read_answers(database, next_day)
