"""The `rules` command."""

import sys
from typing import Literal

from vaultgraph.cache.output import CommandOutput, Dependencies
from vaultgraph.commands.output import as_bytes, is_coloured, width
from vaultgraph.languages import ENGLISH, choose_language, load_help
from vaultgraph.printing import JSON, STYLED, TEXT
from vaultgraph.reports import rule_pages
from vaultgraph.reports.terminal import Style
from vaultgraph.rules import load_rules

__all__ = ["rules"]


def rules(
    rule: str = "",
    *,
    lang: str = "auto",
    format: Literal["text", "json"] = "text",  # noqa: A002
    color: Literal["auto", "always", "never"] = "auto",
) -> CommandOutput:
    """List the lint rules, or explain one.

    Options:
        rule: name of the rule to explain (globs allowed)
        lang: language of the output (default: the system's)
        format: text for people, json for programs
        color: when to use colours; by default on a terminal
    """
    is_in_english = format == "json" and lang == "auto"
    language = load_help(ENGLISH if is_in_english else choose_language(lang))
    dependencies, colour = Dependencies(), is_coloured(color, "")
    style, form = Style(colour, width("")), STYLED if colour else TEXT
    chosen = [*load_rules().values()]
    if rule:
        from vaultgraph.linting import choose_rules

        chosen = choose_rules([rule], anki=True)
    if format == "json":
        from vaultgraph.reports import rules_json

        text, form = rules_json.render(chosen, language), JSON
    elif rule:
        text = "\n\n".join(rule_pages.page(found, style, language) for found in chosen)
    else:
        text = rule_pages.catalogue(chosen, style, language)
    return CommandOutput(
        as_bytes([text], form, sys.stdout.encoding), "", 0, dependencies=dependencies
    )
