"""The `diff` command."""

import os
import sys
from collections.abc import Iterable
from typing import Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.opening import locate
from vaultgraph.commands.output import as_bytes, format_of_file, is_coloured, width, write
from vaultgraph.commands.revisions import RevisionName, compare, compare_with_disk, find_revision
from vaultgraph.errors import UsageError, VaultError
from vaultgraph.graph.comparing import compare_graphs
from vaultgraph.languages import ENGLISH, choose_language
from vaultgraph.linting import Linter
from vaultgraph.messages import say
from vaultgraph.model import Severity
from vaultgraph.printing import DATA, JSON, STYLED, TEXT
from vaultgraph.reading.revision import read_revision
from vaultgraph.reports.diff_report import DiffReport
from vaultgraph.reports.terminal import Style
from vaultgraph.settings import load_settings

__all__ = ["diff"]

_BY_EXTENSION = {".json": "json", ".md": "markdown"}


def diff(
    revision: str,
    other: str = "",
    *,
    vault: str = "",
    fail_on: Literal["auto", "error", "warning", "info", "never"] = "auto",
    format: Literal["auto", "text", "markdown", "json"] = "auto",  # noqa: A002
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
        output: write to this file; without --format, .json and .md choose it
        lang: language of the report (default: the system's, and English for json)
        color: when to use colours and links; by default on a terminal
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        no_cache: do not read or write the cache
        follow_links: follow symbolic links that point outside the vault
    """
    form = format_of_file(output, _BY_EXTENSION) if format == "auto" else format
    language = ENGLISH if form == "json" and lang == "auto" else choose_language(lang)
    root = locate(vault, language)
    since, until = _revisions(root, revision, other)
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
    pieces, shape = _render(report, form, is_file=bool(output))
    least = load_settings(root).fail_on if fail_on == "auto" else fail_on
    code = int(least != "never" and _has_failed(report, Severity[least.upper()]))
    if output not in {"", "-"}:
        write(as_bytes(pieces, shape), output, root)
        print(output, file=sys.stderr)
        return CommandOutput([], "", code)
    return CommandOutput(as_bytes(pieces, shape, sys.stdout.encoding), "", code)


def _revisions(root: str, revision: str, other: str) -> tuple[RevisionName, RevisionName | None]:
    """Return the two revisions of the vault at *root*; None for the vault on disk.

    Raises UsageError if one is unknown, with a hint if *other* may be meant as the vault.
    """
    try:
        since = find_revision(root, revision)
        return since, find_revision(root, other, since.repository) if other else None
    except (UsageError, VaultError) as error:
        if not os.path.isdir(other):
            raise
        hint = say("name the vault with --vault {folder}", folder=other)
        raise UsageError(
            say("{other} is a folder, not a revision", other=other), hint=hint
        ) from error


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
