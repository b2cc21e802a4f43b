"""The command `stats`."""

import sys
from shutil import get_terminal_size
from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import as_output, is_coloured
from vaultgraph.languages import choose_language
from vaultgraph.printing import STYLED, TEXT

__all__ = ["stats"]

_NO_WIDTH = 10_000  # what is piped or saved is neither wrapped nor cut


def stats(
    vault: str = "",
    *,
    card_style: list[str] | None = None,
    lang: str = "auto",
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput:
    """Count what is there: notes, links, how they hang together, and the flashcards of each deck.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        card_style: find cards of this style, whatever the settings say; repeatable.
        lang: the language of the answer, by default the system's.
        color: colours, by default on a terminal.
        follow_links: read what symbolic links out of the vault lead to.
    """
    from vaultgraph.counting import statistics
    from vaultgraph.reports.statistics_text import render

    language = choose_language(lang)
    opened = open_vault(vault, card_style, follow_links=follow_links)
    numbers = statistics(opened.graph)
    width = min(get_terminal_size().columns, 120) if sys.stdout.isatty() else _NO_WIDTH
    colour = is_coloured(color, "")
    text = render(numbers, colour=colour, width=width, language=language)
    return as_output(text, opened, STYLED if colour else TEXT)
