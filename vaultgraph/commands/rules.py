"""The command `rules`."""

import sys
from typing import Literal

from vaultgraph.commands.output import as_bytes, wants_colour, width
from vaultgraph.memory.answers import Answer, Basis
from vaultgraph.printing import STYLED, TEXT
from vaultgraph.reports import rule_pages
from vaultgraph.reports.terminal import Style
from vaultgraph.rules import load_rules

__all__ = ["rules"]


def rules(rule: str = "", *, color: Literal["auto", "always", "never"] = "auto") -> Answer:
    """List the rules of lint, or explain one.

    Options:
        rule: the name of the rule to explain; globs welcome.
        color: colours, by default on a terminal.
    """
    basis, colour = Basis(), wants_colour(color, "")
    style, form = Style(colour, width("")), STYLED if colour else TEXT
    if rule:
        from vaultgraph.linting import choose_rules

        chosen = choose_rules([rule], anki=True)
        text = "\n\n".join(rule_pages.page(found, style) for found in chosen)
    else:
        text = rule_pages.catalogue(load_rules().values(), style)
    return Answer(as_bytes([text], form, sys.stdout.encoding), "", 0, basis=basis)
