"""The `links` command."""

from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.locating import folder_here
from vaultgraph.commands.naming import open_vault_of, path_of
from vaultgraph.commands.output import as_output, is_coloured
from vaultgraph.languages import choose_language
from vaultgraph.printing import JSON, STYLED, TEXT

__all__ = ["links"]


def links(
    note: str,
    *,
    vault: str = "",
    card_style: list[str] | None = None,
    lang: str = "auto",
    format: Literal["text", "json"] = "text",  # noqa: A002
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput:
    """Show the links, backlinks, relations, cards and images of a note.

    Options:
        note: name, alias or path of the note, or its file
        vault: folder that contains the notes (default: the vault around the file or current folder)
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        lang: language of the output (default: the system's)
        format: text for people, json for programs
        color: when to use colours; by default on a terminal
        follow_links: follow symbolic links that point outside the vault
    """
    language = choose_language(lang)
    opened = open_vault_of(note, vault, card_style, language=language, follow_links=follow_links)
    file_path = path_of(note, opened.graph)
    if format == "json":
        from vaultgraph.reports import links_json

        return as_output(links_json.render(opened.graph, file_path), opened, JSON)
    from vaultgraph.reports.links_text import render
    from vaultgraph.reports.terminal import Style

    colour, folder = is_coloured(color, ""), folder_here(opened.graph.vault.root)
    text = render(opened.graph, file_path, Style(colour), language, folder=folder)
    return as_output(text, opened, STYLED if colour else TEXT)
