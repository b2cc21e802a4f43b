"""The command `lint`."""

from typing import Literal

from vaultgraph.commands.opening import locate, read_graph
from vaultgraph.commands.output import wants_colour, write
from vaultgraph.linting import choose_rules
from vaultgraph.linting import lint as run_rules
from vaultgraph.model import Severity
from vaultgraph.settings import load_settings

__all__ = ["lint"]


def lint(
    vault: str = "",
    *,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    fail_on: Literal["auto", "error", "warning", "info", "never"] = "auto",
    format: Literal["text", "json"] = "text",  # noqa: A002
    output: str = "",
    color: Literal["auto", "always", "never"] = "auto",
    card_style: list[str] | None = None,
) -> int:
    """Say what is broken: run every rule over the vault.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        select: run only this rule; repeatable, globs such as 'card-*' welcome.
        ignore: leave this rule out; repeatable, globs welcome.
        fail_on: exit with 1 if a finding is at least this bad; by default an error.
        format: text for people, json for programs.
        output: write to this file.
        color: colours and links, by default on a terminal.
        card_style: find cards of this style, whatever the settings say; repeatable.
    """
    root = locate(vault)
    settings = load_settings(root)
    rules = choose_rules(select or (), ignore or (), settings)
    graph = read_graph(root, settings, card_style)
    diagnostics = run_rules(graph, rules)
    if format == "json":
        from vaultgraph.reports import json

        answer = json.render(diagnostics, graph.vault.name)
    else:
        from vaultgraph.reports import text

        style = text.Style(wants_colour(color, output))
        answer = text.render(graph, diagnostics, spelled_out=select or (), style=style)
    write(answer, output, graph.vault.root)
    least = settings.fail_on if fail_on == "auto" else fail_on
    if least == "never":
        return 0
    limit = Severity[least.upper()]
    return int(any(diagnostic.severity >= limit for diagnostic in diagnostics))
