"""The `diff` command."""

import sys
from collections.abc import Iterable
from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.opening import locate
from vaultgraph.commands.output import as_bytes, is_coloured, width, write
from vaultgraph.commands.revisions import RevisionName, compare, compare_with_disk, find_revision
from vaultgraph.graph.comparing import compare_graphs
from vaultgraph.languages import ENGLISH, choose_language
from vaultgraph.linting import Linter
from vaultgraph.model import Severity
from vaultgraph.printing import DATA, JSON, STYLED, TEXT
from vaultgraph.reading.revision import read_revision
from vaultgraph.reports.diff_report import DiffReport
from vaultgraph.reports.terminal import Style
from vaultgraph.settings import load_settings

__all__ = ["diff"]


def diff(
    revision: str,
    other: str = "",
    *,
    vault: str = "",
    fail_on: Literal["auto", "error", "warning", "info", "never"] = "auto",
    format: Literal["text", "markdown", "json"] = "text",  # noqa: A002
    output: str = "",
    lang: str = "auto",
    color: Literal["auto", "always", "never"] = "auto",
    card_style: list[str] | None = None,
    no_cache: bool = False,
    follow_links: bool = False,
) -> CommandOutput:
    """Compare the vault with a revision in git: notes, links, cards and findings.

    Options:
        revision: the earlier commit, branch or tag
        other: the later one (default: the vault as it is on disk)
        vault: folder that contains the notes (default: the vault around the current folder)
        fail_on: exit with 1 if a link broke or a new finding is this severe; by default error
        format: text for people, markdown for a pull request, json for programs
        output: write to this file
        lang: language of the report (default: the system's, and English for json)
        color: when to use colours and links; by default on a terminal
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        no_cache: do not read or write the cache
        follow_links: follow symbolic links that point outside the vault
    """
    language = ENGLISH if format == "json" and lang == "auto" else choose_language(lang)
    root = locate(vault, language)
    since = find_revision(root, revision)
    until = find_revision(root, other, since.repository) if other else None
    request = LintRequest(
        root,
        (),
        (),
        (),
        card_style,
        "",
        "",
        deep=False,
        is_cached=not no_cache,
        follow_links=follow_links,
        language=language,
    )
    style = Style(is_coloured(color, output), width(output))
    report = _compare(request, since, until)._replace(style=style, language=language)
    pieces, form = _render(report, format, is_file=bool(output))
    least = load_settings(root).fail_on if fail_on == "auto" else fail_on
    code = int(least != "never" and _has_failed(report, Severity[least.upper()]))
    if output not in {"", "-"}:
        write(as_bytes(pieces, form), output, root)
        return CommandOutput([], "", code)
    return CommandOutput(as_bytes(pieces, form, sys.stdout.encoding), "", code)


def _render(report: DiffReport, format: str, *, is_file: bool) -> tuple[Iterable[str], str]:  # noqa: A002
    """Return *report* in this *format*, in pieces, and the form of the text for `printing`."""
    if format == "json":
        from vaultgraph.reports.diff_json import render

        return [render(report)], JSON
    if format == "markdown":
        from vaultgraph.reports import diff_markdown

        return diff_markdown.render(report), DATA if is_file else TEXT
    from vaultgraph.reports import diff_text

    return diff_text.render(report), STYLED if report.style.colour else TEXT


def _compare(request: LintRequest, since: RevisionName, until: RevisionName | None) -> DiffReport:
    """Read and compare the two revisions; without *until*, the second one is the vault on disk."""
    if until is None:
        graph, linter, diagnostics = request.lint()
        compared = compare_with_disk(since, graph, linter, diagnostics)
    else:
        graph = request.read()
        later = read_revision(graph.vault, since.repository, until.commit)
        linter = Linter(request.rules(graph.settings), graph.settings)
        compared = compare(since, later, graph.updated(later.vault), linter, vault=graph.vault)
    changes = compare_graphs(compared.before, compared.after, compared.renames)
    return DiffReport(
        compared.before,
        compared.after,
        changes,
        compared.findings,
        (since.name, since.commit),
        (until.name, until.commit) if until else ("", ""),
    )


def _has_failed(report: DiffReport, least: Severity) -> bool:
    is_new = any(found.severity >= least for found in report.findings.new)
    return bool(report.changes.links_broken) or is_new
