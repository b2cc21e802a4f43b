"""The `path` command."""

from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.locating import folder_here
from vaultgraph.commands.naming import open_vault_of, path_of
from vaultgraph.commands.output import as_output, is_coloured
from vaultgraph.languages import choose_language
from vaultgraph.messages import say
from vaultgraph.printing import JSON, STYLED, TEXT

__all__ = ["path"]


def path(
    start: str,
    end: str,
    *,
    vault: str = "",
    lang: str = "auto",
    format: Literal["text", "json"] = "text",  # noqa: A002
    color: Literal["auto", "always", "never"] = "auto",
    follow_links: bool = False,
) -> CommandOutput:
    """Show the shortest path between two notes; exit with 1 if there is none.

    Options:
        start: name, alias or path of the first note, or its file
        end: the target note, named the same way
        vault: folder that contains the notes (default: the vault around the file or current folder)
        lang: language of the output (default: the system's)
        format: text for people, json for programs
        color: when to use colours; by default on a terminal
        follow_links: follow symbolic links that point outside the vault
    """
    from vaultgraph.graph.paths import shortest_path
    from vaultgraph.reports.path_text import render
    from vaultgraph.reports.terminal import Style

    language = choose_language(lang)
    opened = open_vault_of(start, vault, language=language, follow_links=follow_links)
    graph = opened.graph
    if opened.dependencies and end:
        opened.dependencies.add_settings([end])
    first, last = path_of(start, graph), path_of(end, graph)
    steps = shortest_path(graph, first, last)
    if format == "json":
        from vaultgraph.reports import links_json

        text = links_json.render_path(graph, first, last, steps)
        return as_output(text, opened, JSON, code=int(steps is None))
    if steps is None:
        start, end = (name.removesuffix(".md") for name in (first, last))
        message = say("no path connects {start} and {end}", start=start, end=end)
        return as_output(f"{language.say(message)}\n", opened, code=1)
    colour, folder = is_coloured(color, ""), folder_here(opened.graph.vault.root)
    text = render(graph, first, steps, Style(colour), language, folder=folder)
    return as_output(text, opened, STYLED if colour else TEXT)
