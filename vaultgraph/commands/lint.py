"""The command `lint`."""

from typing import Literal

from vaultgraph.commands.opening import open_vault
from vaultgraph.commands.output import wants_colour, write
from vaultgraph.linting import choose_rules
from vaultgraph.linting import lint as run_rules
from vaultgraph.model import Severity

__all__ = ["lint"]


def lint(
    vault: str = "",
    *,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    fail_on: Literal["error", "warning", "info", "never"] = "error",
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
        fail_on: exit with 1 if a finding is at least this bad.
        format: text for people, json for programs.
        output: write to this file.
        color: colours and links, by default on a terminal.
        card_style: find cards of this style, whatever the settings say; repeatable.
    """
    rules = choose_rules(select or (), ignore or ())
    graph = open_vault(vault, card_style)
    diagnostics = run_rules(graph, rules)
    if format == "json":
        from vaultgraph.reports import json

        answer = json.render(diagnostics, graph.vault.name)
    else:
        from vaultgraph.reports import text

        style = text.Style(wants_colour(color, output))
        answer = text.render(graph, diagnostics, spelled_out=select or (), style=style)
    write(answer, output, graph.vault.root)
    if fail_on == "never":
        return 0
    limit = Severity[fail_on.upper()]
    return int(any(diagnostic.severity >= limit for diagnostic in diagnostics))
