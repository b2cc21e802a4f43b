"""The command `rules`."""

from typing import Literal

from vaultgraph.commands.output import wants_colour, width, write
from vaultgraph.linting import choose_rules
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
    style = Style(wants_colour(color, ""), width(""))
    if rule:
        chosen = choose_rules([rule], anki=True)
        write("\n\n".join(rule_pages.page(found, style) for found in chosen))
    else:
        write(rule_pages.catalogue(load_rules().values(), style))
    return 0
