"""The command `lint`."""

import os
import sys
from collections.abc import Sequence
from functools import partial
from typing import Literal

from vaultgraph.commands.opening import locate, read_graph
from vaultgraph.commands.output import wants_colour, write
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.linting import Linter, choose_rules
from vaultgraph.linting import lint as run_rules
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.rules import Rule
from vaultgraph.settings import Settings, load_settings

__all__ = ["lint"]


def lint(
    vault: str = "",
    *,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    only: list[str] | None = None,
    fail_on: Literal["auto", "error", "warning", "info", "never"] = "auto",
    format: Literal["text", "json", "sarif", "github", "markdown"] = "text",  # noqa: A002
    output: str = "",
    baseline: str = "",
    fix: bool = False,
    diff: bool = False,
    unsafe: bool = False,
    statistics: bool = False,
    show_config: bool = False,
    watch: bool = False,
    color: Literal["auto", "always", "never"] = "auto",
    card_style: list[str] | None = None,
) -> int:
    """Say what is broken: run every rule over the vault.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        select: run only this rule; repeatable, globs such as 'card-*' welcome.
        ignore: leave this rule out; repeatable, globs welcome.
        only: tell only of this note or folder; repeatable. The whole vault is still read.
        fail_on: exit with 1 if a finding is at least this bad; by default an error.
        format: text for people, markdown for a note in the vault, the others for programs.
        output: write to this file.
        baseline: tell only what is not in this file; without such a file, write all into it.
        fix: mend in the notes what can be mended without a loss, then tell the rest.
        diff: show what --fix would change, and change nothing.
        unsafe: with --fix or --diff, guess too where one name comes near a broken link.
        statistics: count the findings of each rule instead of telling them.
        show_config: say which rules run, as set by whom, and stop.
        watch: lint again whenever a file is saved, and tell what that changes.
        color: colours and links, by default on a terminal.
        card_style: find cards of this style, whatever the settings say; repeatable.
    """
    root = locate(vault)
    settings = load_settings(root)
    rules = choose_rules(select or (), ignore or (), settings)
    if show_config:
        from vaultgraph.reports import config

        write(config.render(settings, rules), output, root)
        return 0
    known = baseline or (settings.baseline and os.path.join(root, settings.baseline))
    if watch:
        if fix or diff or statistics or output or format != "text":
            hint = "leave out the other options, or --watch"
            raise UsageError("--watch only tells people what is broken", hint=hint)
        from vaultgraph.commands import watching

        start = partial(_start, root, select or (), ignore or (), card_style)
        choose = partial(_choose, root, only or (), known)
        return watching.watch(root, start, choose, colour=wants_colour(color, ""))
    look = partial(_examine, root, settings, rules, card_style, only or ())
    graph, diagnostics = look()
    if diff or fix:
        from vaultgraph.commands import mending

        if diff:
            return mending.show_repairs(graph, diagnostics, output, unsafe=unsafe)
        if mending.repair(graph, diagnostics, unsafe=unsafe):
            graph, diagnostics = look()
    if known:
        diagnostics = _new(diagnostics, known, root)
    if statistics:
        from vaultgraph.reports import rule_counts

        answer = rule_counts.render(diagnostics)
    elif format == "text":
        from vaultgraph.reports import text

        style = text.Style(wants_colour(color, output))
        answer = text.render(graph, diagnostics, spelled_out=select or (), style=style)
    else:
        answer = _render(format, graph, diagnostics, rules, select or ())
    write(answer, output, root)
    least = settings.fail_on if fail_on == "auto" else fail_on
    return 0 if least == "never" else int(_is_as_bad(diagnostics, Severity[least.upper()]))


def _examine(
    root: str,
    settings: Settings,
    rules: Sequence[Rule],
    card_styles: Sequence[str] | None,
    only: Sequence[str],
) -> tuple[VaultGraph, list[Diagnostic]]:
    """Read the vault at *root*, and run *rules* over it; tell *only* of some paths."""
    graph = read_graph(root, settings, card_styles)
    return graph, _told(run_rules(graph, rules), root, only)


def _start(
    root: str, select: Sequence[str], ignore: Sequence[str], card_styles: Sequence[str] | None
) -> tuple[VaultGraph, Linter]:
    """Read the vault at *root* and its settings."""
    settings = load_settings(root)
    return read_graph(root, settings, card_styles), Linter(choose_rules(select, ignore, settings))


def _choose(
    root: str, only: Sequence[str], baseline: str, diagnostics: list[Diagnostic]
) -> list[Diagnostic]:
    """Those of *diagnostics* that lie in one of the paths *only*, and that *baseline* lacks."""
    from vaultgraph.linting.baseline import read_baseline

    known = read_baseline(baseline) if baseline else None
    told = _told(diagnostics, root, only)
    return known.compare(told).new if known else told


def _is_as_bad(diagnostics: Sequence[Diagnostic], least: Severity) -> bool:
    return any(diagnostic.severity >= least for diagnostic in diagnostics)


def _told(diagnostics: list[Diagnostic], root: str, only: Sequence[str]) -> list[Diagnostic]:
    """Those of *diagnostics* that lie in one of the paths *only*; without any, all."""
    if not only:
        return diagnostics
    places = tuple(_inside(path, root) + "/" for path in only)
    return [found for found in diagnostics if f"{found.location.path}/".startswith(places)]


def _inside(path: str, root: str) -> str:
    """The *path*, from the current folder or from the vault at *root*, as one of the vault."""
    if os.path.exists(path):
        path = os.path.relpath(os.path.realpath(path), os.path.realpath(root))
    return path.replace(os.sep, "/").rstrip("/")


def _new(diagnostics: list[Diagnostic], file: str, root: str) -> list[Diagnostic]:
    """Those of *diagnostics* that the baseline in *file* does not know; a missing one is made."""
    from vaultgraph.linting.baseline import Baseline, read_baseline

    known = read_baseline(file)
    if known is None:
        write(Baseline.of(diagnostics).render(), file, root)
        print(f"{file}: accepted {len(diagnostics):,} findings", file=sys.stderr)
        return []
    comparison = known.compare(diagnostics)
    resolved = f", {comparison.resolved:,} resolved" if comparison.resolved else ""
    print(f"{file}: {comparison.known:,} known{resolved}", file=sys.stderr)
    return comparison.new


def _render(
    form: str,
    graph: VaultGraph,
    diagnostics: Sequence[Diagnostic],
    rules: Sequence[Rule],
    spelled_out: Sequence[str],
) -> str:
    if form == "json":
        from vaultgraph.reports import json

        return json.render(diagnostics, graph.vault.name)
    if form == "markdown":
        from vaultgraph.reports import markdown

        return markdown.render(diagnostics, graph.vault.name, spelled_out)
    folder = _from_here(graph.vault.root)
    if form == "sarif":
        from vaultgraph.reports import sarif

        return sarif.render(diagnostics, rules, folder)
    from vaultgraph.reports import github

    return github.render(diagnostics, folder, spelled_out)


def _from_here(root: str) -> str:
    """The way from the current folder to *root*; empty if it leads nowhere below."""
    way = os.path.relpath(os.path.realpath(root)).replace(os.sep, "/")
    return "" if way == "." or way.startswith("..") else way
