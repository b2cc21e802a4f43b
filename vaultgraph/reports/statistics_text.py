"""The statistics of a vault as text for the terminal."""

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from vaultgraph.counting import CardCount, Statistics
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.messages import join, say, say_count
from vaultgraph.model import OBSIDIAN_TO_ANKI
from vaultgraph.reports.terminal import visible

__all__ = ["render"]

_MAX_NAMES = 3


def render(
    numbers: Statistics, *, colour: bool, width: int = 100, language: Language = ENGLISH
) -> str:
    """Render *numbers* for a terminal of *width* columns, in this *language*."""
    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    for part in _parts(numbers, language):
        console.print(part)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _parts(numbers: Statistics, language: Language) -> Iterator[RenderableType]:
    yield Text(numbers.vault, "bold")
    yield _totals(numbers, language)
    yield ""
    yield Text(language.say(say("flashcards")), "bold")
    if numbers.cards:
        yield _cards(numbers, language)
    yield Text(language.say(_source(numbers)), "dim")


def _totals(numbers: Statistics, language: Language) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(style="dim")
    for title, count, remark in _counts(numbers):
        cells = language.say(title), language.number(count), language.say(remark)
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _counts(numbers: Statistics) -> Iterator[tuple[str, int, str]]:
    """Yield rows of a title, a count and a remark."""
    orphans = say("{count:,} without any link", count=numbers.orphans)
    yield say("notes"), numbers.notes, orphans
    if numbers.canvases:
        yield say("canvases"), numbers.canvases, ""
    yield say("attachments"), numbers.attachments, ""
    yield say("links"), numbers.links, say("{count:,} unresolved", count=numbers.broken)
    yield say("relations"), numbers.relations, ""
    yield say("tags"), numbers.tags, ""
    yield from _structure(numbers)


def _structure(numbers: Statistics) -> Iterator[tuple[str, int, str]]:
    """Yield such rows about the structure of the link graph."""
    largest = max(numbers.components, default=0)
    remark = say_count("{count:,} note in the largest", "{count:,} notes in the largest", largest)
    yield say("components"), len(numbers.components), remark
    if most := numbers.most_connected:
        yield say("most connected"), len(most), say("neighbours: {names}", names=_first(most))
    if cut := numbers.cut_notes:
        yield say("cut notes"), len(cut), say("cut off: {names}", names=_first(cut))
    if numbers.communities:
        sizes = [say("{count:,}", count=len(group)) for group in numbers.communities]
        listed = join(", ", [*sizes[:_MAX_NAMES], *["…"] * (len(sizes) > _MAX_NAMES)])
        yield say("communities"), len(sizes), say("of {sizes} notes", sizes=listed)


def _first(counts: Sequence[tuple[str, int]]) -> str:
    """Return the first notes of *counts*, each with its number."""
    return join(
        ", ",
        [
            say("{name} ({count:,})", name=_name(path), count=count)
            for path, count in counts[:_MAX_NAMES]
        ],
    )


def _name(path: str) -> str:
    return visible(path.removesuffix(".md").rpartition("/")[2])


def _cards(numbers: Statistics, language: Language) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column(language.say(say("deck")), overflow="fold")
    table.add_column(language.say(say("style")))
    for heading in (say("notes"), say("cards"), say("without ID"), say("due")):
        table.add_column(language.say(heading), justify="right")
    for count in numbers.cards:
        amounts = (count.notes, count.cards, count.without_id, count.due)
        shown = (language.number(amount) if amount else "–" for amount in amounts)
        table.add_row(Text(visible(count.deck) or "–"), visible(_style(count)), *shown)
    if len(numbers.cards) > 1:
        sums = (sum(c.cards for c in numbers.cards), sum(c.without_id for c in numbers.cards))
        due = sum(count.due for count in numbers.cards)
        shown = (language.number(amount) if amount else "–" for amount in (*sums, due))
        table.add_row(language.say(say("all")), "", "", *shown, style="bold")
    return table


def _style(count: CardCount) -> str:
    if count.plugin == OBSIDIAN_TO_ANKI:
        return count.style
    return f"{count.style}, {count.plugin}"


def _source(numbers: Statistics) -> str:
    """Describe which card styles of Obsidian_to_Anki were searched, and what was not read."""
    others = [say("{style} for {type}", style=style, type=kind) for kind, style in numbers.styles]
    styles = join(", ", [say("blocks"), say("inline"), *others])
    if numbers.has_settings:
        found = say(
            "found as Obsidian_to_Anki is configured in this vault: {styles}", styles=styles
        )
    else:
        found = say("Obsidian_to_Anki has no settings in this vault, so: {styles}", styles=styles)
    if not numbers.unread_plugins:
        return found
    plugins = join(say(" and "), numbers.unread_plugins)
    return join("; ", [found, say("cards of {plugins} are not read", plugins=plugins)])
