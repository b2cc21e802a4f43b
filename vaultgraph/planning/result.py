"""The result of planning."""

from typing import NamedTuple

from vaultgraph.auditing import Audit

__all__ = ["Day", "Done", "Pace", "Plan", "Reading"]


class Pace(NamedTuple):
    """How many seconds it takes to review a card, and to learn a new one with all of its steps.

    It `is_measured` if that is known from the reviews in Anki, else it is assumed.
    """

    review: float
    new: float
    is_measured: bool


class Done(NamedTuple):
    """What was done on the day `date`: so many words read of the note `path`, and cards learned.

    Without a path, so many cards were reviewed.
    """

    path: str
    date: str
    words: int
    cards: int


class Reading(NamedTuple):
    """The note `path` to read on a day: how many of its words, and cards to learn then.

    It is read `again` if others of its cards were learned before; it `is_continued` if it was begun
    on an earlier day.
    """

    path: str
    name: str
    words: int
    cards: int
    again: bool
    is_continued: bool


class Day(NamedTuple):
    """A day of the plan, such as `2026-12-01`: what to read, and about how many cards to review.

    On the last days all cards are gone through: so many are `final` reviews.  Together it takes
    so many `minutes`.
    """

    date: str
    is_rest: bool
    readings: tuple[Reading, ...]
    reviews: int
    final: int
    minutes: int

    @property
    def new(self) -> int:
        """The number of cards to learn."""
        return sum(reading.cards for reading in self.readings)


class Plan(NamedTuple):
    """The days until the exam of an `audit`.

    The reader has `asked` for so many minutes a day, 0 if not; the days take up to `minutes` each.
    With `enough` minutes a day everything fits, no review is put off, and all is learned evenly
    before the last days; None if nothing does.  It `has_study_days` unless all are days of rest.
    There are so many notes `to_read`, and `new` cards.  What does not fit: cards that stay
    `unlearned`, notes `unread`, `late` reviews and cards without a `final` review.  So many reviews
    are `put_off` to another day than that on which they are due.

    Of all `cards` that are not suspended, so many of 1 are expected to be remembered on the day of
    the exam if every answer is right: `retention`, None if there are none.
    """

    audit: Audit
    days: tuple[Day, ...]
    pace: Pace
    asked: int
    minutes: int
    enough: int | None
    has_study_days: bool
    to_read: int
    new: int
    cards: int
    unlearned: int
    unread: int
    late: int
    without_final: int
    put_off: int
    retention: float | None

    @property
    def total_minutes(self) -> int:
        """The minutes of all days together."""
        return sum(day.minutes for day in self.days)

    @property
    def new_on_last_days(self) -> int:
        """The number of cards that are learned on the last days, which are for reviews."""
        return sum(day.new for day in self.days if day.final)

    @property
    def fits(self) -> bool:
        """Whether everything is done in time."""
        return not (self.unlearned or self.unread or self.late or self.without_final)
