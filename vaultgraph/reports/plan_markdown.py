"""The plan as a note for the vault, with a task for everything that is to be done.

Like every report, it has a property that excludes its links from the graph.
"""

from collections.abc import Iterator

from vaultgraph.languages import Language, load_language
from vaultgraph.messages import say, say_count
from vaultgraph.model import REPORT_PROPERTY
from vaultgraph.planning import Day, Plan
from vaultgraph.reports.markdown import linked, plain
from vaultgraph.reports.plan_words import day_name, headline, reviews, standing, tasks

__all__ = ["render"]


def render(plan: Plan, *, lang: str) -> str:
    """Return *plan* as a note in the language with the code *lang*."""
    language = load_language(lang)
    title = plain(language.say(headline(plan)))
    lines = [f"---\n{REPORT_PROPERTY}: 1\n---\n# {title}\n"]
    lines += [f"\n{plain(language.say(sentence))}\n" for sentence in standing(plan)]
    for day in plan.days:
        lines += _day(day, language)
    return "".join(lines)


def _day(day: Day, language: Language) -> Iterator[str]:
    minutes = say_count("{count:,} min", "{count:,} min", day.minutes)
    rest = say("rest") if day.is_rest else minutes if day.minutes else say("nothing")
    yield f"\n## {day_name(day, language)} – {language.say(rest)}\n\n"
    # What there is on several days has its day, so that a tick is not taken for that of another.
    if again := reviews(day):
        yield f"- [ ] Anki {day.date} – {plain(language.say(again))}\n"
    for task in tasks(day):
        amount = f" – {plain(language.say(task.amount))}" if task.amount else ""
        when = f" {day.date}" if task.is_continued else ""
        yield f"- [ ] {language.say(task.verb)} {linked(task.path)}{when}{amount}\n"
