"""The audit on one terminal screen: the verdict first, then what to do."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from io import StringIO

from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from vaultgraph.auditing import Audit, FaultGroup, StudyStep
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

_LINK_NUMBER = lazy_re(r"(\x1b\]8;)id=\d+")  # rich adds a random ID, different in each run
_MAX_FAULTS = 12
_MAX_WARNINGS = 5
_MAX_DECKS = 8
_MAX_STEPS = 24
_MAX_NAMES = 5
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

    *address* returns the `obsidian://` URL of a path; places link to it if *colour* is set.
    """
    words = phrases(lang)
    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    link = partial(_link, address) if colour else _no_link
    console.print(Group(*_sections(audit, link, words, width)))
    lines = _LINK_NUMBER.sub(r"\1", page.getvalue()).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _link(address: Callable[[str], str], path: str) -> Style:
    return Style(color="cyan", link=address(path))


def _no_link(_: str) -> Style:
    return Style()  # no links without colours: the address is not needed


def _sections(
    audit: Audit, link: Callable[[str], Style], words: Phrases, width: int
) -> Iterator[RenderableType]:
    yield _verdict(audit, words)
    if audit.has_anki:
        yield Text(in_anki(audit.recall, words))
    if audit.blockers:
        shown = _faults(audit, audit.blocker_groups, _MAX_FAULTS, link, words)
        yield _titled(words["blockers"], shown)
    if audit.weak:
        yield _titled(words["weak"], _weak(audit, words))
    if audit.warnings:
        shown = _faults(audit, audit.warning_groups, _MAX_WARNINGS, link, words)
        yield _titled(words["doubts"], shown)
    if audit.decks:
        yield _titled(words["decks"], _decks(audit, words, width))
    if coverage := list(_coverage(audit, words)):
        yield _titled(words["coverage"], coverage)
    if audit.order:
        yield _titled(words["order with cards"], _order(audit, words, width))


def _verdict(audit: Audit, words: Phrases) -> Text:
    answer, why = verdict(audit, words)
    style = "bold green" if audit.ready else "bold red"
    return Text.assemble((visible(answer), style), ": ", visible(why))


def _titled(title: str, rows: Iterable[RenderableType]) -> Group:
    return Group("", Text(title, "bold"), Padding(Group(*rows), (0, 0, 0, 2)))


def _faults(
    audit: Audit,
    groups: Sequence[FaultGroup],
    most: int,
    link: Callable[[str], Style],
    words: Phrases,
) -> Iterator[Text]:
    """Yield a line for each problem of small *groups*, and one per large group, *most* at most.

    A line has the place, the problem, and as much of the text as fits.
    """
    rows: list[tuple[int, Text]] = []
    for group in groups:
        if group.is_large:
            where = (visible(folder(group, audit.vault)), link(group.faults[0].location.path))
            many = f"  × {words.number(len(group.faults))}"
            rows.append((len(group.faults), _line(where, words[group.rule], many)))
        for fault in group.faults if not group.is_large else ():
            where = (visible(place(fault, audit.vault)), link(fault.location.path))
            rows.append((1, _line(where, words[fault.rule], "  " + visible(detail(fault)))))
    yield from (line for _, line in rows[:most])
    yield from _rest(sum(number for number, _ in rows[most:]), words)


def _line(where: tuple[str, Style], fault: str, more: str) -> Text:
    parts = where, "  ", fault, (more, "dim")
    return Text.assemble(*parts, no_wrap=True, overflow="ellipsis")


def _weak(audit: Audit, words: Phrases) -> Iterator[Text]:
    for weak in audit.weak[:_MAX_NAMES]:
        leeches = words.counted("leech", weak.leeches)
        names = {"note": name(weak.path), "before": name(weak.before), "leeches": leeches}
        yield Text(visible(words["weak because"].format(**names)))
    yield from _rest(len(audit.weak) - _MAX_NAMES, words)


def _decks(audit: Audit, words: Phrases, width: int) -> Iterator[RenderableType]:
    """Yield the decks and their numbers, as a table if it fits, else as text.

    Columns that are zero for every deck are left out.
    """
    decks = sorted(audit.decks, key=lambda deck: -deck.cards)[:_MAX_DECKS]
    rows = {visible(deck.name) or "–": (*deck[1:-1], *deck.recall[:-1]) for deck in decks}
    shown = [n for n in range(len(_COLUMNS)) if n < 2 or any(row[n] for row in rows.values())]
    headings = [words[_COLUMNS[number]] for number in shown]
    numbers = {deck: [row[n] for n in shown] for deck, row in rows.items()}
    if len("  ".join(headings)) + _LEAST_NAME > width:
        yield from (_in_words(deck, row, headings, words) for deck, row in numbers.items())
    else:
        yield _table(numbers, headings, words)
    yield from _rest(len(audit.decks) - len(decks), words)


def _in_words(deck: str, row: Sequence[int], headings: Sequence[str], words: Phrases) -> Text:
    shown = (
        f"{heading} {words.number(number)}"
        for heading, number in zip(headings, row, strict=True)
        if number
    )
    return Text.assemble((f"{deck}: ", "dim"), ", ".join(shown))


def _table(numbers: Mapping[str, Sequence[int]], headings: Sequence[str], words: Phrases) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(words["deck"], overflow="fold")
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    for deck, row in numbers.items():
        table.add_row(Text(deck), *(words.number(number) if number else "–" for number in row))
    return table


def _coverage(audit: Audit, words: Phrases) -> Iterator[Text]:
    for title in ("uncovered", "missing", "most_connected", "cut_notes"):
        counts = getattr(audit, title)
        if counts:
            listed = [
                f"{name(path)} ({words.number(number)})" for path, number in counts[:_MAX_NAMES]
            ]
            more = f" +{words.number(len(counts) - _MAX_NAMES)}" if len(counts) > _MAX_NAMES else ""
            yield Text.assemble((f"{words[title]}: ", "dim"), visible(", ".join(listed)) + more)


def _order(audit: Audit, words: Phrases, width: int) -> Iterator[RenderableType]:
    """Yield the steps; on a terminal, in columns that are read top to bottom."""
    steps = [_step(n, step, words) for n, step in enumerate(audit.order[:_MAX_STEPS], 1)]
    if width > _WIDEST_TERMINAL:
        yield from steps
    else:
        yield Columns(steps, padding=(0, 3), column_first=True)
    yield from _rest(len(audit.order) - _MAX_STEPS, words)
    for before, after in audit.ignored_edges[:_MAX_NAMES]:
        names = {"before": name(before), "after": name(after)}
        yield Text(visible(words["cycle"].format(**names)), "yellow")
    yield from _rest(len(audit.ignored_edges) - _MAX_NAMES, words)
    if audit.against_dates:
        yield Text(words.counted("against dates", len(audit.against_dates)), "yellow")


def _step(number: int, step: StudyStep, words: Phrases) -> Text:
    parts = [words.number(step.cards)] if step.cards else []
    parts += [f"{words.number(step.recall.due)} {words['due']}"] if step.recall.due else []
    parts += [words.counted("leech", step.recall.leeches)] if step.recall.leeches else []
    faults = f"  {words.counted('fault', step.faults)}" if step.faults else ""
    return Text.assemble(
        (f"{number:3} ", "dim"),
        visible(step.name),
        ("  " + ", ".join(parts) if parts else "", "dim"),
        (faults, "red"),
    )


def _rest(number: int, words: Phrases) -> Iterator[Text]:
    if number > 0:
        yield Text(words["more"].format(number=words.number(number)), "dim")
