"""The plan as a calendar: an event for each day, in the format of RFC 5545, `.ics`."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from vaultgraph.languages import load_language
from vaultgraph.messages import say, say_count
from vaultgraph.planning import Plan
from vaultgraph.reports.plan_words import day_in_words, headline, reviews, tasks

__all__ = ["render"]


def render(plan: Plan, *, lang: str) -> str:
    """Return *plan* as a calendar in the language with the code *lang*.

    Events have the same IDs in each run, so that a calendar updates those that it has.
    """
    language = load_language(lang)
    calendar = Calendar()
    calendar.add("prodid", "-//vaultgraph//plan//EN")
    calendar.add("version", "2.0")
    for day in plan.days:
        if day.minutes:
            minutes = say_count("{count:,} min", "{count:,} min", day.minutes)
            again = [language.say(reviews(day))] if reviews(day) else []
            names = ", ".join([*again, *(task.name for task in tasks(day))])
            title = f"{plan.audit.scope_name}: {names} ({language.say(minutes)})"
            calendar.add_component(
                _event(plan, day.date, title, "\n".join(day_in_words(day, language)))
            )
    if plan.audit.exam:
        title = language.say(say("Exam: {name}", name=plan.audit.scope_name))
        text = language.say(headline(plan))
        calendar.add_component(_event(plan, plan.audit.exam.day, title, text))
    content: bytes = calendar.to_ical()
    return content.decode("utf-8")


def _event(plan: Plan, day: str, title: str, text: str) -> Event:
    """Return an event for all of *day*; its time stamp is the first day of the plan."""
    begin = date.fromisoformat(day)
    event = Event()
    key = sha256(f"{plan.audit.vault}\n{plan.audit.scope_name}".encode("utf-8", "replace"))
    event.add("uid", f"{day}-{key.hexdigest()[:16]}@vaultgraph")
    stamp = date.fromisoformat(plan.days[0].date)
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", begin)
    event.add("dtend", begin + timedelta(days=1))
    event.add("summary", _valid(title))
    event.add("description", _valid(text))
    event.add("transp", "TRANSPARENT")  # it takes no time of the day that others could not have
    return event


def _valid(text: str) -> str:
    """Return *text* without characters that a calendar cannot have."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(char for char in text if char == "\n" or char.isprintable())
