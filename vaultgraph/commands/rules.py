"""The command `rules`."""

from typing import Literal

from vaultgraph.commands.output import wants_colour, width, write
from vaultgraph.linting import choose_rules
from vaultgraph.printing import STYLED, TEXT
from vaultgraph.reports import rule_pages
from vaultgraph.reports.terminal import Style
from vaultgraph.rules import load_rules

__all__ = ["rules"]


def rules(rule: str = "", *, color: Literal["auto", "always", "never"] = "auto") -> int:
    """List the rules of lint, or explain one.

    Options:
        rule: the name of the rule to explain; globs welcome.
        color: colours, by default on a terminal.
    """
    colour = wants_colour(color, "")
    style, form = Style(colour, width("")), STYLED if colour else TEXT
    if rule:
        chosen = choose_rules([rule], anki=True)
        write("\n\n".join(rule_pages.page(found, style) for found in chosen), form=form)
    else:
        write(rule_pages.catalogue(load_rules().values(), style), form=form)
    return 0
