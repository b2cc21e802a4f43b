"""The command `path`."""

from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.naming import open_vault_of, path_of
from vaultgraph.commands.output import as_output, is_coloured
from vaultgraph.languages import choose_language
from vaultgraph.messages import say
from vaultgraph.printing import STYLED, TEXT

__all__ = ["path"]


def path(
    start: str,
    end: str,
    *,
    vault: str = "",
    lang: str = "auto",
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput:
    """Show how two notes are connected, by the shortest way; exit 1 if they are not.

    Options:
        start: the note to begin at: its name, an alias, its path in the vault, or the file.
        end: the note to arrive at, named likewise.
        vault: the folder that holds the notes; by default the vault around the file or folder.
        lang: the language of the answer, by default the system's.
        color: colours, by default on a terminal.
        follow_links: read what symbolic links out of the vault lead to.
    """
    from vaultgraph.graph.paths import shortest_path
    from vaultgraph.reports.path_text import render
    from vaultgraph.reports.terminal import Style

    language = choose_language(lang)
    opened = open_vault_of(start, vault, follow_links=follow_links)
    graph = opened.graph
    if opened.basis and end:
        opened.basis.add_settings([end])
    first, last = path_of(start, graph), path_of(end, graph)
    steps = shortest_path(graph, first, last)
    if steps is None:
        start, end = (name.removesuffix(".md") for name in (first, last))
        message = say("no path connects {start} and {end}", start=start, end=end)
        return as_output(f"{language.say(message)}\n", opened, code=1)
    colour = is_coloured(color, "")
    text = render(graph, first, steps, Style(colour), language)
    return as_output(text, opened, STYLED if colour else TEXT)
