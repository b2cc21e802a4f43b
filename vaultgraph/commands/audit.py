"""The command `audit`."""

import sys
from shutil import get_terminal_size
from typing import Literal

from vaultgraph.commands.language import language
from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import wants_colour, write

__all__ = ["audit"]

_NO_WIDTH = 10_000  # what is piped or saved is neither wrapped nor cut


def audit(
    vault: str = "",
    *,
    lang: Literal["auto", "pt", "en"] = "auto",
    card_style: list[str] | None = None,
    color: Literal["auto", "always", "never"] = "auto",
) -> int:
    """Tell whether the vault is ready to study from, and in which order; exit 1 if it is not.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        lang: the language of the answer, by default the system's.
        card_style: find cards of this style, whatever the settings say; repeatable.
        color: colours, by default on a terminal.
    """
    from vaultgraph.auditing import audit as examine
    from vaultgraph.reports.audit_text import render

    result = examine(open_vault(vault, card_style))
    width = min(get_terminal_size().columns, 120) if sys.stdout.isatty() else _NO_WIDTH
    write(render(result, lang=language(lang), colour=wants_colour(color, ""), width=width))
    return int(not result.ready)
