"""The plan on a terminal: a line for each day."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from vaultgraph.languages import Language, load_language
from vaultgraph.messages import say, say_count
from vaultgraph.planning import Day, Plan
from vaultgraph.reports.plan_words import day_in_words, day_name, headline, standing
from vaultgraph.reports.terminal import visible

__all__ = ["render"]


def render(plan: Plan, *, lang: str, colour: bool, width: int) -> str:
    """Return *plan* for a terminal of *width* columns, in the language with the code *lang*."""
    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    console.print(Group(*_lines(plan, load_language(lang))))
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _lines(plan: Plan, language: Language) -> Iterator[RenderableType]:
    yield Text(language.say(headline(plan)), "bold green" if plan.fits else "bold yellow")
    yield from (Text(language.say(sentence)) for sentence in standing(plan))
    yield ""
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, justify="right")
    table.add_column()
    for day in plan.days:
        minutes = say_count("{count:,} min", "{count:,} min", day.minutes)
        style = "" if day.minutes else "dim"
        table.add_row(
            Text(day_name(day, language), style),
            Text(language.say(minutes) if day.minutes else "", style),
            Text(visible(_what(day, language)), style),
        )
    yield table


def _what(day: Day, language: Language) -> str:
    if day.is_rest:
        return language.say(say("rest"))
    return " · ".join(day_in_words(day, language)) or language.say(say("nothing"))
