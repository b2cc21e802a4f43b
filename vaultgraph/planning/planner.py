"""Make the plan: find what to learn, and fill the days until the exam."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from math import ceil

from vaultgraph.auditing import MAX_DAYS_AHEAD, Audit, Exam
from vaultgraph.errors import UsageError
from vaultgraph.messages import say
from vaultgraph.planning.material import Material, find_material
from vaultgraph.planning.pace import SECONDS_PER_WORD, measure_pace
from vaultgraph.planning.rehearsal import rehearse_known, rehearse_new
from vaultgraph.planning.rest import check_rest, is_rest_day
from vaultgraph.planning.result import Day, Done, Pace, Plan, Reading
from vaultgraph.planning.schedule import (
    Course,
    DaySchedule,
    Left,
    Schedule,
    fill_days,
    smallest_budget,
)
from vaultgraph.planning.sequence import reading_sequence

__all__ = ["plan"]

_MINUTES_A_DAY = 24 * 60


def plan(
    audit: Audit,
    *,
    minutes: int | None = None,
    rest: Collection[str] = (),
    done: Collection[Done] = (),
) -> Plan:
    """Return the plan for the exam of *audit*, the same for the same vault, collection and day.

    It takes at most so many *minutes* a day, if given, else as many as are enough; *rest* are days
    without studying, such as `sunday`, `sun` or `2026-12-24`.  What was *done* is not planned
    again; what was learned or reviewed is that only if neither Anki nor the note knows.

    Raises UsageError for other days, for more minutes than a day has, without an exam, and for one
    that is years away.
    """
    exam = _exam_of(audit)
    if minutes is not None:
        _check_minutes(minutes)
    check_rest(rest)
    start = date.fromisoformat(exam.day) - timedelta(days=exam.days)
    course = _course(audit, exam, rest, start, done)
    schedule, enough = _schedule(course, _MINUTES_A_DAY if minutes is None else minutes)
    days = tuple(_days(course, schedule, start, rest))
    return Plan(
        audit=audit,
        days=days,
        pace=course.pace,
        asked=minutes or 0,
        minutes=max(day.minutes for day in days),
        enough=enough,
        has_study_days=bool(course.study_days),
        to_read=sum(note.words > 0 for note in course.material),
        new=sum(note.new for note in course.material),
        cards=course.known + sum(note.new for note in course.material),
        unlearned=schedule.unlearned,
        unread=schedule.unread,
        late=schedule.late,
        without_final=schedule.without_final,
        put_off=schedule.put_off,
        retention=_retention(course, schedule),
    )


def _schedule(course: Course, minutes: int) -> tuple[Schedule, int | None]:
    """Return the schedule with at most so many *minutes* a day, and how many are enough.

    What is new takes as few minutes a day as possible, for an even load, and reviews as many as
    they need, so that none is put off.
    """
    even = smallest_budget(course)
    if even is None:
        return fill_days(course, minutes * 60), None
    found = fill_days(course, even * 60, _MINUTES_A_DAY * 60)
    enough = max((ceil(day.seconds / 60) for day in found.days), default=0)
    if minutes < enough:
        found = fill_days(course, min(minutes, even) * 60, minutes * 60)
    return found, enough


def _exam_of(audit: Audit) -> Exam:
    if not audit.exam:
        hint = say("name its day: --exam {example}", example="2026-12-18")
        raise UsageError(say("a plan needs the day of the exam"), hint=hint)
    if audit.exam.days > MAX_DAYS_AHEAD:
        hint = say("name a day within {days:,} days", days=MAX_DAYS_AHEAD)
        raise UsageError(say("{day} is too far away", day=audit.exam.day), hint=hint)
    return audit.exam


def _check_minutes(minutes: int) -> None:
    if not 0 < minutes <= _MINUTES_A_DAY:
        hint = say("name a number from 1 to {number:,}", number=_MINUTES_A_DAY)
        raise UsageError(say("cannot plan {number:,} minutes a day", number=minutes), hint=hint)


def _course(
    audit: Audit, exam: Exam, rest: Collection[str], today: date, done: Collection[Done]
) -> Course:
    material = find_material(audit, today, done)
    pace = measure_pace(audit)
    done_today = [each for each in done if each.date >= today.isoformat()]
    days = range(max(exam.days, 1))  # of an exam today, today is left
    study_days = [day for day in days if not is_rest_day(today + timedelta(days=day), rest)]
    return Course(
        material,
        tuple(Left.of(material, note) for note in reading_sequence(material)),
        study_days,
        exam.days,
        _count_reviews(material, exam, [] if audit.has_anki else done_today),
        sum(len(note.known) + len(note.learned) for note in material),
        pace,
        sum(_seconds(each, pace) for each in done_today),
    )


def _count_reviews(
    material: Sequence[Material], exam: Exam, done_today: Iterable[Done]
) -> Mapping[int, int]:
    """Return the number of reviews by day, of which some were done today."""
    found = Counter(_days_of_reviews(material, exam))
    done = sum(each.cards for each in done_today if not each.path)
    return {day: max(0, number - (0 if day else done)) for day, number in found.items()}


def _seconds(done: Done, pace: Pace) -> float:
    card = pace.new if done.path else pace.review
    return done.words * SECONDS_PER_WORD + done.cards * card


def _days_of_reviews(material: Sequence[Material], exam: Exam) -> Iterator[int]:
    """Yield the day of each review of a known card, from 0 for today."""
    for note in material:
        for card in note.known:
            yield from rehearse_known(card.memory, card.due_in, None, exam.days, card.preset).days
        for learned in note.learned:
            days = rehearse_new(learned, None, exam.days, note.preset).days
            yield from (day for day in days if day >= 0)  # those before today were done then


def _days(course: Course, schedule: Schedule, start: date, rest: Collection[str]) -> Iterator[Day]:
    """Yield all days until the exam, also those without studying."""
    by_day = {each.day: each for each in schedule.days}
    for day in range(max(course.exam, 1)):
        found = by_day.get(day) or DaySchedule(day, (), 0, 0, 0.0)
        yield Day(
            (start + timedelta(days=day)).isoformat(),
            is_rest_day(start + timedelta(days=day), rest),
            tuple(_readings(course.material, found)),
            found.reviews,
            found.final,
            ceil(found.seconds / 60),
        )


def _readings(material: Sequence[Material], day: DaySchedule) -> Iterator[Reading]:
    for index, words, cards, is_continued in day.steps:
        note = material[index]
        again = note.weak or bool(note.known)
        yield Reading(note.path, note.name, words, cards, again, is_continued)


def _retention(course: Course, schedule: Schedule) -> float | None:
    """Return the share of all cards that are remembered on the day of the exam."""
    expected = [*_recalls(course, schedule), *[0.0] * schedule.unlearned]
    return sum(expected) / len(expected) if expected else None


def _recalls(course: Course, schedule: Schedule) -> Iterator[float]:
    """Yield how well each learned card is remembered then, in the order of the final reviews."""
    final = iter([each.day for each in schedule.days for _ in range(each.final)])
    learned_on = _days_of_new(schedule)
    for index, note in enumerate(course.material):
        for card in note.known:
            last = next(final, None)
            yield rehearse_known(card.memory, card.due_in, last, course.exam, card.preset).recall
        for day in (*note.learned, *learned_on.get(index, ())):
            yield rehearse_new(day, next(final, None), course.exam, note.preset).recall


def _days_of_new(schedule: Schedule) -> Mapping[int, Sequence[int]]:
    """Return the days on which the cards of each note are learned, by its index."""
    found: dict[int, list[int]] = {}
    for day in schedule.days:
        for step in day.steps:
            found.setdefault(step.note, []).extend([day.day] * step.cards)
    return found
