"""The numbers of a vault, for the terminal."""

from collections.abc import Iterator
from io import StringIO

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from vaultgraph.counting import CardCount, Statistics
from vaultgraph.model import OBSIDIAN_TO_ANKI
from vaultgraph.reports.terminal import visible

__all__ = ["render"]

_MOST_NAMES = 3


def render(numbers: Statistics, *, colour: bool, width: int = 100) -> str:
    """Return *numbers* for a terminal of *width* columns."""
    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    for part in _parts(numbers):
        console.print(part)
    return "\n".join(line.rstrip() for line in page.getvalue().splitlines()) + "\n"


def _parts(numbers: Statistics) -> Iterator[RenderableType]:
    yield Text(numbers.vault, "bold")
    yield _totals(numbers)
    yield ""
    yield Text("flashcards", "bold")
    if numbers.cards:
        yield _cards(numbers)
    yield Text(_source(numbers), "dim")


def _totals(numbers: Statistics) -> Table:
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column()
    table.add_column(justify="right")
    table.add_column(style="dim")
    table.add_row("notes", f"{numbers.notes:,}", f"{numbers.orphans:,} without any link")
    if numbers.canvases:
        table.add_row("canvases", f"{numbers.canvases:,}")
    table.add_row("attachments", f"{numbers.attachments:,}")
    table.add_row("links", f"{numbers.links:,}", f"{numbers.broken:,} broken")
    table.add_row("relations", f"{numbers.relations:,}")
    table.add_row("tags", f"{numbers.tags:,}")
    _add_shape(table, numbers)
    return table


def _add_shape(table: Table, numbers: Statistics) -> None:
    """Add how the notes hang together."""
    largest = f"{max(numbers.components, default=0):,} notes in the largest"
    table.add_row("components", f"{len(numbers.components):,}", largest)
    for title, what, counts in (
        ("most connected", "neighbours", numbers.most_connected),
        ("cut notes", "cut off", numbers.cut_notes),
    ):
        if counts:
            names = (f"{_name(path)} ({count:,})" for path, count in counts[:_MOST_NAMES])
            table.add_row(title, f"{len(counts):,}", Text(f"{what}: {', '.join(names)}"))
    if numbers.communities:
        sizes = (f"{len(group):,}" for group in numbers.communities[:_MOST_NAMES])
        more = ", …" if len(numbers.communities) > _MOST_NAMES else ""
        count = f"{len(numbers.communities):,}"
        table.add_row("communities", count, f"of {', '.join(sizes)}{more} notes")


def _name(path: str) -> str:
    return visible(path.removesuffix(".md").rpartition("/")[2])


def _cards(numbers: Statistics) -> Table:
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    table.add_column("deck", overflow="fold")
    table.add_column("style")
    for heading in ("notes", "cards", "without ID", "due"):
        table.add_column(heading, justify="right")
    for count in numbers.cards:
        style = (
            count.style if count.plugin == OBSIDIAN_TO_ANKI else f"{count.style}, {count.plugin}"
        )
        amounts = (count.notes, count.cards, count.without_id, count.due)
        shown = (f"{amount:,}" if amount else "–" for amount in amounts)
        table.add_row(Text(visible(count.deck) or "–"), visible(style), *shown)
    if len(numbers.cards) > 1:
        sums = (sum(c.cards for c in numbers.cards), sum(c.without_id for c in numbers.cards))
        due = sum(count.due for count in numbers.cards)
        table.add_row("all", "", "", *(f"{n:,}" if n else "–" for n in (*sums, due)), style="bold")
    return table


def _style(count: CardCount) -> str:
    if count.plugin == OBSIDIAN_TO_ANKI:
        return count.style
    return f"{count.style}, {count.plugin}"


def _source(numbers: Statistics) -> str:
    """By what the cards of Obsidian_to_Anki were found."""
    styles = ", ".join(["blocks", "inline", *(f"{style} for {k}" for k, style in numbers.styles)])
    unread = f"; cards of {' and '.join(numbers.unread_plugins)} are not read"
    unread = unread if numbers.unread_plugins else ""
    if numbers.has_settings:
        return f"found as Obsidian_to_Anki is set in this vault: {styles}{unread}"
    return f"Obsidian_to_Anki has left no settings here, so: {styles}{unread}"
