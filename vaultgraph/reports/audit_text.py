"""The audit on one terminal screen: the verdict first, then what to do."""

from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.text import Text

from vaultgraph.auditing import Audit
from vaultgraph.languages import load_language
from vaultgraph.lazy import lazy_re
from vaultgraph.reports.audit_sections import Screen, load_sections
from vaultgraph.reports.audit_words import standing, verdict

if TYPE_CHECKING:
    from vaultgraph.planning import Plan

__all__ = ["render"]

_LINK_NUMBER = lazy_re(r"(\x1b\]8;)id=\d+")  # rich adds a random ID, different in each run
_FIRST = ("progress", "blockers", "frontier", "recall", "warnings", "decks", "coverage", "order")


def render(audit: Audit, plan: "Plan | None" = None, *, lang: str, colour: bool, width: int) -> str:
    """Return *audit*, with the *plan* for its exam, for a terminal of *width* columns.

    It is in the language with the code *lang*.  Places are links to Obsidian if *colour* is set.
    """

    def link(path: str) -> Style:
        return Style(color="cyan", link=audit.graph.vault.address(path))

    page = StringIO()
    console = Console(
        file=page, width=width, force_terminal=colour, no_color=not colour, highlight=False
    )
    screen = Screen(load_language(lang), width, link if colour else _no_link)
    console.print(Group(*_lines(audit, plan, screen)))
    lines = _LINK_NUMBER.sub(r"\1", page.getvalue()).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _no_link(_: str) -> Style:
    return Style()  # no links without colours: the address is not needed


def _lines(audit: Audit, plan: "Plan | None", screen: Screen) -> Iterator[RenderableType]:
    answer, why = verdict(audit, screen.language)
    yield screen.line((answer, "bold green" if audit.ready else "bold red"), ": ", why)
    yield from map(Text, standing(audit, plan, screen.language))
    for section in load_sections(_FIRST):
        rows = list(section.find(audit).text(screen))
        if rows:
            title = Text(screen.language.say(section.screen_title), "bold")
            yield Group("", title, Padding(Group(*rows), (0, 0, 0, 2)))
