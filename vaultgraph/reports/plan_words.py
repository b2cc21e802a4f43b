"""The texts that all formats of the plan share."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from vaultgraph.languages import Language
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.planning import Day, Pace, Plan, Reading
from vaultgraph.reports.audit_words import count_new, count_notes, count_problems, name
from vaultgraph.reports.outlook import count_new_cards, outlook

__all__ = [
    "Task",
    "count_words",
    "day_in_words",
    "day_name",
    "headline",
    "reviews",
    "standing",
    "tasks",
]

_WEEKDAYS = (
    say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun")
)  # fmt: skip
_MAX_NEXT = 5


class Task(NamedTuple):
    """What to do with the note at `path`: a verb, and how much that is; empty if it is the rest."""

    path: str
    name: str
    verb: Message
    amount: Message | str
    is_continued: bool


def headline(plan: Plan) -> Message:
    """Return when the exam is, and what is to learn until then."""
    exam = plan.audit.exam
    days = exam.days if exam else 0
    when = say_count("Exam in {count:,} day", "Exam in {count:,} days", days)
    learn = [count_new_cards(plan.new)] if plan.new else []
    read = [say("{notes} to read", notes=count_notes(plan.to_read))] if plan.to_read else []
    todo = [*learn, *read] or [say("nothing new to learn")]
    return say("{when}: {parts}.", when=when if days else say("Exam today"), parts=join(", ", todo))


def standing(plan: Plan) -> Iterator[Message]:
    """Yield what follows the headline: whether it fits, what is remembered, how that is known."""
    yield from outlook(plan)
    yield from _night(plan)
    if upcoming := _upcoming(plan):
        names = join(", ", [name(path) for path in upcoming[:_MAX_NEXT]])
        yield say("Can be learned now, as all before is known: {names}.", names=names)
    if plan.audit.blockers:
        problems = count_problems(len(plan.audit.blockers))
        yield say("{faults} first: see vaultgraph audit.", faults=problems)
    yield _counted(plan.pace)
    if not plan.audit.has_anki:
        yield say("Without --anki, all cards count as new.")


def _night(plan: Plan) -> Iterator[Message]:
    """Yield that Anki's day has not begun yet, if it was read before that hour."""
    anki = plan.audit.graph.anki
    if anki and anki.day != date.fromtimestamp(anki.read):
        begin = f"{anki.rollover}:00"
        yield say("In Anki it is {day} until {hour}.", day=anki.day.isoformat(), hour=begin)


def _upcoming(plan: Plan) -> Sequence[str]:
    """Return the notes that can be learned now, in the order of the plan, then those left out."""
    upcoming = plan.audit.frontier.next
    read = (reading.path for day in plan.days for reading in day.readings)
    return [*dict.fromkeys([*(path for path in read if path in upcoming), *upcoming])]


def _counted(pace: Pace) -> Message:
    numbers = {"review": round(pace.review), "new": round(pace.new)}
    if pace.is_measured:
        return say("By your reviews: {review} s a review, {new} s a new card.", **numbers)
    return say("Assumed: {review} s a review, {new} s a new card.", **numbers)


def day_name(day: Day, language: Language) -> str:
    """Return the date of *day* with its day of the week, such as `Fri 2026-12-18`."""
    weekday = _WEEKDAYS[date.fromisoformat(day.date).weekday()]
    return f"{language.say(weekday)} {day.date}"


def tasks(day: Day) -> Iterator[Task]:
    """Yield what to do on *day* with each note."""
    for reading in day.readings:
        yield Task(
            reading.path, reading.name, _verb(reading), _amount(reading), reading.is_continued
        )


def _verb(reading: Reading) -> Message:
    if reading.is_continued:
        return say("Continue")
    return say("Read again") if reading.again else say("Read")


def _amount(reading: Reading) -> Message | str:
    parts = [count_words(reading.words)] if reading.words else []
    parts += [count_new(reading.cards)] if reading.cards else []
    return join(", ", parts) if parts else ""


def count_words(number: int) -> Message:
    """Return *number* with its noun."""
    return say_count("{count:,} word", "{count:,} words", number)


def day_in_words(day: Day, language: Language) -> Iterator[str]:
    """Yield what to do on *day*, as plain text."""
    if again := reviews(day):
        yield language.say(again)
    for task in tasks(day):
        amount = f" ({language.say(task.amount)})" if task.amount else ""
        yield f"{language.say(task.verb)} {task.name}{amount}"


def reviews(day: Day) -> Message | str:
    """Return how many cards to review on *day*; empty for none."""
    if day.final:
        return say_count(
            "last review of {count:,} card", "last review of {count:,} cards", day.final
        )
    if not day.reviews:
        return ""
    return say_count("about {count:,} review", "about {count:,} reviews", day.reviews)
