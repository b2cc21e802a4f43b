"""The audit on one screen of the terminal."""

from collections.abc import Iterable, Iterator
from io import StringIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from vaultgraph.auditing import Audit, Step
from vaultgraph.model import Diagnostic
from vaultgraph.reports.phrases import Phrases, counted, phrases

__all__ = ["render"]

_MOST_FAULTS = 12
_MOST_STEPS = 24
_MOST_NAMES = 6


def render(audit: Audit, *, lang: str, colour: bool, width: int = 100) -> str:
    """Return *audit* for a terminal of *width* columns, in the language *lang*: pt or en."""
    say = phrases(lang)
    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    console.print(Group(*_sections(audit, say)))
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _sections(audit: Audit, say: Phrases) -> Iterator[RenderableType]:
    yield _verdict(audit, say)
    if audit.blockers:
        yield _titled(say["blockers"], _faults(audit, say))
    if audit.decks:
        yield _titled(say["decks"], [_decks(audit, say)])
    if coverage := list(_coverage(audit, say)):
        yield _titled(say["coverage"], coverage)
    if audit.order:
        yield _titled(say["order"], _order(audit, say))


def _verdict(audit: Audit, say: Phrases) -> Text:
    counts = {
        "cards": counted(say, "card", audit.cards),
        "ids": counted(say, "id", audit.ids),
        "notes": counted(say, "note", audit.notes_with_cards),
        "faults": counted(say, "fault", len(audit.blockers)),
    }
    if audit.ready:
        return Text.assemble((say["ready"], "bold green"), say["ready because"].format(**counts))
    why = "not ready because" if audit.cards else "not ready without cards"
    return Text.assemble((say["not ready"], "bold red"), say[why].format(**counts))


def _titled(title: str, rows: Iterable[RenderableType]) -> Group:
    return Group("", Text(title, "bold"), Padding(Group(*rows), (0, 0, 0, 2)))


def _faults(audit: Audit, say: Phrases) -> Iterator[Text]:
    yield from (_fault(blocker, say) for blocker in audit.blockers[:_MOST_FAULTS])
    yield from _rest(len(audit.blockers) - _MOST_FAULTS, say)


def _fault(fault: Diagnostic, say: Phrases) -> Text:
    """One line: the place, what is wrong there, and as much of the text as fits."""
    place = str(fault.location) if fault.source else fault.location.path
    return Text.assemble(
        (place, "cyan"),
        "  ",
        say[fault.rule],
        ("  " + fault.source.strip(), "dim"),
        no_wrap=True,
        overflow="ellipsis",
    )


def _decks(audit: Audit, say: Phrases) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(say["deck"], overflow="fold")
    for heading in ("notes", "cards", "without id", "image only"):
        table.add_column(say[heading], justify="right")
    for deck in audit.decks:
        numbers = (deck.notes, deck.cards, deck.without_id, deck.image_only)
        table.add_row(Text(deck.name), *(str(number) if number else "–" for number in numbers))
    return table


def _coverage(audit: Audit, say: Phrases) -> Iterator[Text]:
    if audit.uncovered:
        yield _named(say["uncovered"], (path.removesuffix(".md") for path in audit.uncovered))
    if audit.missing:
        yield _named(say["missing"], (f"{name} ({count})" for name, count in audit.missing))
    if audit.hubs:
        yield _named(say["hubs"], (f"{path.removesuffix('.md')} ({n})" for path, n in audit.hubs))
    yield from (_fault(twin, say) for twin in audit.duplicates[:_MOST_NAMES])
    yield from _rest(len(audit.duplicates) - _MOST_NAMES, say)


def _named(title: str, names: Iterable[str]) -> Text:
    listed = list(names)
    more = f" +{len(listed) - _MOST_NAMES}" if len(listed) > _MOST_NAMES else ""
    return Text.assemble((f"{title}: ", "dim"), ", ".join(listed[:_MOST_NAMES]) + more)


def _order(audit: Audit, say: Phrases) -> Iterator[Text]:
    for number, step in enumerate(audit.order[:_MOST_STEPS], 1):
        yield Text.assemble((f"{number:3} ", "dim"), step.name, ("  " + _cards(step, say), "dim"))
    yield from _rest(len(audit.order) - _MOST_STEPS, say)
    for before, after in audit.broken_cycles[:_MOST_NAMES]:
        names = {"before": before.removesuffix(".md"), "after": after.removesuffix(".md")}
        yield Text(say["cycle"].format(**names), "yellow")
    yield from _rest(len(audit.broken_cycles) - _MOST_NAMES, say)


def _cards(step: Step, say: Phrases) -> str:
    return counted(say, "card", step.cards) if step.cards else ""


def _rest(number: int, say: Phrases) -> Iterator[Text]:
    if number > 0:
        yield Text(say["more"].format(n=number), "dim")
