"""The `stats` command."""

import sys
from shutil import get_terminal_size
from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import as_output, is_coloured
from vaultgraph.languages import choose_language
from vaultgraph.printing import JSON, STYLED, TEXT

__all__ = ["stats"]

_NO_WIDTH = 10_000  # piped or saved output is neither wrapped nor truncated


def stats(
    vault: str = "",
    *,
    card_style: list[str] | None = None,
    lang: str = "auto",
    format: Literal["text", "json"] = "text",  # noqa: A002
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput:
    """Show statistics: notes, links, graph structure, flashcards per deck.

    Options:
        vault: folder that contains the notes (default: the vault around the current folder)
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        lang: language of the output (default: the system's)
        format: text for people, json for programs
        color: when to use colours; by default on a terminal
        follow_links: follow symbolic links that point outside the vault
    """
    from vaultgraph.counting import statistics

    language = choose_language(lang)
    opened = open_vault(vault, card_style, language=language, follow_links=follow_links)
    numbers = statistics(opened.graph)
    if format == "json":
        from vaultgraph.reports import statistics_json

        return as_output(statistics_json.render(numbers), opened, JSON)
    from vaultgraph.reports.statistics_text import render

    width = min(get_terminal_size().columns, 120) if sys.stdout.isatty() else _NO_WIDTH
    colour = is_coloured(color, "")
    text = render(numbers, colour=colour, width=width, language=language)
    return as_output(text, opened, STYLED if colour else TEXT)
