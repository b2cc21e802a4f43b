"""Fill the days until an exam: reviews first, then notes to read and their cards to learn."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from math import ceil
from typing import NamedTuple

from vaultgraph.planning.material import Material
from vaultgraph.planning.pace import SECONDS_PER_WORD
from vaultgraph.planning.rehearsal import rehearse_new
from vaultgraph.planning.result import Pace

__all__ = ["Course", "DaySchedule", "Left", "Schedule", "Step", "fill_days", "smallest_budget"]


_MINUTES_A_DAY = 24 * 60
_MIN_DAYS = 3
_SHORTEST = 30.0
"""So many seconds are left of a day, or half of it, or no note is begun that takes longer."""
_TINY = 1e-9
"""What 59.99... seconds lack of 200 words."""


class Left(NamedTuple):
    """What is left of the note with the index `note`: words to read, and cards to learn."""

    note: int
    words: int
    cards: int
    is_begun: bool = False

    @classmethod
    def of(cls, material: Sequence[Material], note: int) -> "Left":
        """Return all of the *note* of *material*."""
        return cls(note, material[note].words, material[note].new, material[note].is_begun)


class Course(NamedTuple):
    """What a schedule depends on, apart from the minutes a day.

    `study_days` are the days to learn on, from 0 for today; the exam is on the day `exam`.
    `sequence` are the notes to read, in that order; `reviews` is the number of known
    cards by the day of a review, and `known` the number of known cards.  Today so many seconds are
    `spent` already.
    """

    material: Sequence[Material]
    sequence: Sequence[Left]
    study_days: Sequence[int]
    exam: int
    reviews: Mapping[int, int]
    known: int
    pace: Pace
    spent: float = 0.0


class Step(NamedTuple):
    """The note with the index `note` on a day: the words to read and the cards to learn then."""

    note: int
    words: int
    cards: int
    is_continued: bool


class DaySchedule(NamedTuple):
    """The `day` of a schedule: notes to read, and the numbers of reviews."""

    day: int
    steps: tuple[Step, ...]
    reviews: int
    final: int
    seconds: float


class Schedule(NamedTuple):
    """The study days, and what does not fit into them, or not on its day: see `Plan`."""

    days: Sequence[DaySchedule]
    unlearned: int
    unread: int
    late: int
    without_final: int
    put_off: int

    @property
    def is_complete(self) -> bool:
        """Whether all fits."""
        return not (self.unlearned or self.unread or self.late or self.without_final)


def fill_days(course: Course, budget: float, most: float = 0.0) -> Schedule:
    """Return the schedule with at most *budget* seconds on each day.

    Reviews may take as many as *most* seconds, if that is more: what is due is not put off as long
    as there is time.
    """
    limits = _Limits(budget, max(budget, most))
    final_days = _final_days(course, limits)
    found = _fill(course, limits, final_days)
    if found.unlearned or found.unread:  # then no minute is left unused, also on the last days
        return _fill(course, limits, final_days, learns_to_the_end=True)
    return found


def _final_days(course: Course, limits: "_Limits") -> int:
    """Return the number of last study days, on which all cards are gone through.

    They are as few as possible, and a third of all at most, so that there is time to learn.
    """
    longest = len(course.study_days) // _MIN_DAYS

    def is_enough(count: int) -> bool:
        return not _fill(course, limits, count).without_final

    return bisect_left(range(longest), x=True, key=is_enough) if longest else 0


class _Limits(NamedTuple):
    """The seconds of a day, and those that reviews may take at most."""

    budget: float
    most: float


def _fill(
    course: Course, limits: _Limits, final_days: int, *, learns_to_the_end: bool = False
) -> Schedule:
    """Return the schedule with so many *final_days*."""
    first_final = len(course.study_days) - final_days
    left = [*reversed(course.sequence)]
    due, late, learned, passed, days = Counter(course.reviews), 0, 0, -1, []
    put_off = 0
    each = course.pace.review
    shortest = 0.0 if learns_to_the_end else min(_SHORTEST, limits.budget / 2)
    for day in course.study_days[:first_final]:
        fresh = sum(due.pop(earlier, 0) for earlier in range(passed + 1, day + 1))
        passed = day
        spent_before = 0.0 if day else course.spent
        reviews = min(late + fresh, max(0, int((limits.most - spent_before) / each)))
        late += fresh - reviews
        put_off += min(fresh, late)  # those that have waited for longer are reviewed first
        room = limits.budget - spent_before - reviews * each
        steps, spent = _read_and_learn(course, left, room, shortest)
        for note, _, number, _ in steps:
            learned += number
            preset = course.material[note].preset
            for later in rehearse_new(0, None, course.exam - day, preset).days if number else ():
                due[day + later] += number
        days.append(DaySchedule(day, tuple(steps), reviews, 0, reviews * each + spent))
    left_final = course.known + learned
    for days_left, day in zip(
        range(final_days, 0, -1), course.study_days[first_final:], strict=True
    ):
        even = left_final if learns_to_the_end else ceil(left_final / days_left)
        number = min(even, int(limits.budget / each))
        left_final -= number
        room = limits.budget - number * each if learns_to_the_end and not left_final else 0.0
        steps, spent = _read_and_learn(course, left, room, shortest)
        days.append(DaySchedule(day, tuple(steps), 0, number, number * each + spent))
    return Schedule(
        days,
        unlearned=sum(note.cards for note in left),
        unread=sum(note.words > 0 for note in left),
        # On the final days every card is reviewed, also those that were late.
        late=0 if final_days else late,
        without_final=left_final if _has_final(course) else 0,
        put_off=put_off,
    )


def _has_final(course: Course) -> bool:
    """Whether there are days enough for a last look at all cards."""
    return len(course.study_days) >= _MIN_DAYS


def _read_and_learn(
    course: Course, left: list[Left], seconds: float, shortest: float
) -> tuple[list[Step], float]:
    """Take notes and cards for so many *seconds* from the end of *left*; return them and the time.

    A note that takes longer is continued on the next day, but not begun for less than the
    *shortest* seconds; its cards follow when it is read.
    """
    steps, spent = [], 0.0
    while left:
        note, room = left[-1], seconds - spent
        if room <= 0 or (not note.is_begun and note.words * SECONDS_PER_WORD > room < shortest):
            break
        words = min(note.words, int(room / SECONDS_PER_WORD + _TINY))
        room -= words * SECONDS_PER_WORD
        cards = 0 if words < note.words else min(note.cards, int(room / course.pace.new))
        spent += words * SECONDS_PER_WORD + cards * course.pace.new
        left.pop()
        if words or cards:
            steps.append(Step(note.note, words, cards, note.is_begun))
        if words < note.words or cards < note.cards:
            begun = note.is_begun or bool(words or cards)
            left.append(Left(note.note, note.words - words, note.cards - cards, begun))
            break
    return steps, spent


def smallest_budget(course: Course) -> int | None:
    """Return the fewest minutes a day with which everything fits; None if no day is long enough.

    All is learned before the last days then, but reviews may be put off.  It is 0 if there is
    nothing to do.
    """
    low, high = -1, 0
    while not _is_enough(course, high):
        low, high = high, max(1, high * 2)
        if high > _MINUTES_A_DAY:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        if _is_enough(course, middle):
            high = middle
        else:
            low = middle
    return high


def _is_enough(course: Course, minutes: int) -> bool:
    limits = _Limits(minutes * 60, minutes * 60)
    return _fill(course, limits, _final_days(course, limits)).is_complete
