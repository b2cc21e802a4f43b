"""The audit on one screen of the terminal: the verdict first, then what to do about it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import StringIO

from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from vaultgraph.auditing import Audit, FaultGroup, Step
from vaultgraph.lazy import lazy_re
from vaultgraph.reports.audit_words import (
    detail,
    folder,
    in_anki,
    name,
    place,
    verdict,
)
from vaultgraph.reports.phrases import Phrases, phrases
from vaultgraph.reports.terminal import visible

__all__ = ["render"]

_LINK_NUMBER = lazy_re(r"(\x1b\]8;)id=\d+")  # rich makes one up, another in each run
_MOST_FAULTS = 12
_MOST_DOUBTS = 5
_MOST_DECKS = 8
_MOST_STEPS = 24
_MOST_NAMES = 5
_WIDEST_TERMINAL = 500
_LEAST_NAME = 30
_COLUMNS = (
    "notes", "cards", "without id", "image only", "duplicates", "empty",
    "due", "new", "suspended", "leeches",
)  # fmt: skip


def render(
    audit: Audit, address: Callable[[str], str], *, lang: str, colour: bool, width: int
) -> str:
    """Return *audit* for a terminal of *width* columns, in the language *lang*: pt or en.

    *address* is where Obsidian opens a path; in *colour*, places link there.
    """
    say = phrases(lang)
    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    link = partial(_link, address) if colour else _no_link
    console.print(Group(*_sections(audit, link, say, width)))
    lines = _LINK_NUMBER.sub(r"\1", page.getvalue()).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _link(address: Callable[[str], str], path: str) -> Style:
    return Style(color="cyan", link=address(path))


def _no_link(_: str) -> Style:
    return Style()  # without colours there are no links: no address need be made


def _sections(
    audit: Audit, link: Callable[[str], Style], say: Phrases, width: int
) -> Iterator[RenderableType]:
    yield _verdict(audit, say)
    if audit.has_anki:
        yield Text(in_anki(audit.recall, say))
    if audit.blockers:
        shown = _faults(audit, audit.blocker_groups, _MOST_FAULTS, link, say)
        yield _titled(say["blockers"], shown)
    if audit.weak:
        yield _titled(say["weak"], _weak(audit, say))
    if audit.warnings:
        shown = _faults(audit, audit.warning_groups, _MOST_DOUBTS, link, say)
        yield _titled(say["doubts"], shown)
    if audit.decks:
        yield _titled(say["decks"], _decks(audit, say, width))
    if coverage := list(_coverage(audit, say)):
        yield _titled(say["coverage"], coverage)
    if audit.order:
        yield _titled(say["order with cards"], _order(audit, say, width))


def _verdict(audit: Audit, say: Phrases) -> Text:
    answer, why = verdict(audit, say)
    style = "bold green" if audit.ready else "bold red"
    return Text.assemble((visible(answer), style), ": ", visible(why))


def _titled(title: str, rows: Iterable[RenderableType]) -> Group:
    return Group("", Text(title, "bold"), Padding(Group(*rows), (0, 0, 0, 2)))


def _faults(
    audit: Audit,
    groups: Sequence[FaultGroup],
    most: int,
    link: Callable[[str], Style],
    say: Phrases,
) -> Iterator[Text]:
    """Yield a line for each fault of small *groups*, and for each large one, up to *most* lines.

    It says the place, what is wrong, and as much of the text as fits.
    """
    rows: list[tuple[int, Text]] = []
    for group in groups:
        if group.is_large:
            where = (visible(folder(group, audit.vault)), link(group.faults[0].location.path))
            many = f"  × {say.number(len(group.faults))}"
            rows.append((len(group.faults), _line(where, say[group.rule], many)))
        for fault in group.faults if not group.is_large else ():
            where = (visible(place(fault, audit.vault)), link(fault.location.path))
            rows.append((1, _line(where, say[fault.rule], "  " + visible(detail(fault)))))
    yield from (line for _, line in rows[:most])
    yield from _rest(sum(number for number, _ in rows[most:]), say)


def _line(where: tuple[str, Style], fault: str, more: str) -> Text:
    parts = where, "  ", fault, (more, "dim")
    return Text.assemble(*parts, no_wrap=True, overflow="ellipsis")


def _weak(audit: Audit, say: Phrases) -> Iterator[Text]:
    for weak in audit.weak[:_MOST_NAMES]:
        leeches = say.counted("leech", weak.leeches)
        names = {"note": name(weak.path), "before": name(weak.before), "leeches": leeches}
        yield Text(visible(say["weak because"].format(**names)))
    yield from _rest(len(audit.weak) - _MOST_NAMES, say)


def _decks(audit: Audit, say: Phrases, width: int) -> Iterator[RenderableType]:
    """Yield the decks with the numbers that some deck has: in a table if it fits, else in words."""
    decks = sorted(audit.decks, key=lambda deck: -deck.cards)[:_MOST_DECKS]
    rows = {visible(deck.name) or "–": (*deck[1:-1], *deck.recall[:-1]) for deck in decks}
    shown = [n for n in range(len(_COLUMNS)) if n < 2 or any(row[n] for row in rows.values())]
    headings = [say[_COLUMNS[number]] for number in shown]
    numbers = {deck: [row[n] for n in shown] for deck, row in rows.items()}
    if len("  ".join(headings)) + _LEAST_NAME > width:
        yield from (_in_words(deck, row, headings, say) for deck, row in numbers.items())
    else:
        yield _table(numbers, headings, say)
    yield from _rest(len(audit.decks) - len(decks), say)


def _in_words(deck: str, row: Sequence[int], headings: Sequence[str], say: Phrases) -> Text:
    shown = (
        f"{heading} {say.number(number)}"
        for heading, number in zip(headings, row, strict=True)
        if number
    )
    return Text.assemble((f"{deck}: ", "dim"), ", ".join(shown))


def _table(numbers: Mapping[str, Sequence[int]], headings: Sequence[str], say: Phrases) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(say["deck"], overflow="fold")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for deck, row in numbers.items():
        table.add_row(Text(deck), *(say.number(number) if number else "–" for number in row))
    return table


def _coverage(audit: Audit, say: Phrases) -> Iterator[Text]:
    for title in ("uncovered", "missing", "most_connected", "cut_notes"):
        counts = getattr(audit, title)
        if counts:
            listed = [
                f"{name(path)} ({say.number(number)})" for path, number in counts[:_MOST_NAMES]
            ]
            more = f" +{say.number(len(counts) - _MOST_NAMES)}" if len(counts) > _MOST_NAMES else ""
            yield Text.assemble((f"{say[title]}: ", "dim"), visible(", ".join(listed)) + more)


def _order(audit: Audit, say: Phrases, width: int) -> Iterator[RenderableType]:
    """Yield the steps, on a terminal in columns to be read downwards."""
    steps = [_step(n, step, say) for n, step in enumerate(audit.order[:_MOST_STEPS], 1)]
    if width > _WIDEST_TERMINAL:
        yield from steps
    else:
        yield Columns(steps, padding=(0, 3), column_first=True)
    yield from _rest(len(audit.order) - _MOST_STEPS, say)
    for before, after in audit.ignored_edges[:_MOST_NAMES]:
        names = {"before": name(before), "after": name(after)}
        yield Text(visible(say["cycle"].format(**names)), "yellow")
    yield from _rest(len(audit.ignored_edges) - _MOST_NAMES, say)
    if audit.against_dates:
        yield Text(say.counted("against dates", len(audit.against_dates)), "yellow")


def _step(number: int, step: Step, say: Phrases) -> Text:
    words = [say.number(step.cards)] if step.cards else []
    words += [f"{say.number(step.recall.due)} {say['due']}"] if step.recall.due else []
    words += [say.counted("leech", step.recall.leeches)] if step.recall.leeches else []
    faults = f"  {say.counted('fault', step.faults)}" if step.faults else ""
    return Text.assemble(
        (f"{number:3} ", "dim"),
        visible(step.name),
        ("  " + ", ".join(words) if words else "", "dim"),
        (faults, "red"),
    )


def _rest(number: int, say: Phrases) -> Iterator[Text]:
    if number > 0:
        yield Text(say["more"].format(number=say.number(number)), "dim")
