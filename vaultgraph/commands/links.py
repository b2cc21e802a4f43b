"""The command `links`."""

from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.naming import open_vault_of, path_of
from vaultgraph.commands.output import as_output, is_coloured
from vaultgraph.languages import choose_language
from vaultgraph.printing import STYLED, TEXT

__all__ = ["links"]


def links(
    note: str,
    *,
    vault: str = "",
    card_style: list[str] | None = None,
    lang: str = "auto",
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput:
    """Show what one note is linked with: links, backlinks, relations, cards and images.

    Options:
        note: its name, an alias, its path in the vault, or the file.
        vault: the folder that holds the notes; by default the vault around the file or folder.
        card_style: find cards of this style, whatever the settings say; repeatable.
        lang: the language of the answer, by default the system's.
        color: colours, by default on a terminal.
        follow_links: read what symbolic links out of the vault lead to.
    """
    from vaultgraph.reports.links_text import render
    from vaultgraph.reports.terminal import Style

    language = choose_language(lang)
    opened = open_vault_of(note, vault, card_style, follow_links=follow_links)
    colour = is_coloured(color, "")
    text = render(opened.graph, path_of(note, opened.graph), Style(colour), language)
    return as_output(text, opened, STYLED if colour else TEXT)
