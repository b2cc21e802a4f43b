"""Run lint and write its report: to the terminal, a file, or the summary of a job."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from vaultgraph.cache.output import CommandOutput, Dependencies
from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.locating import folder_here
from vaultgraph.commands.output import append, as_bytes, is_coloured, width, write
from vaultgraph.commands.selected_paths import paths_from_args
from vaultgraph.languages import Language
from vaultgraph.linting.matching import find_unmatched_paths
from vaultgraph.linting.suppressions import find_unknown_suppressions
from vaultgraph.messages import Message, say
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reports.report import Report, ReportFormat
from vaultgraph.reports.severities import totals
from vaultgraph.reports.terminal import Style

if TYPE_CHECKING:
    from vaultgraph.cache.thumbnails import CachedThumbnails

__all__ = ["SUMMARY_VARIABLE", "OutputOptions", "lint_output"]

SUMMARY_VARIABLE = "GITHUB_STEP_SUMMARY"
"""The environment variable that names the file for the summary of a job of GitHub."""


class OutputOptions(NamedTuple):
    """How and where to write the report.

    The exit code is 1 if any finding has at least the severity `least`.  If `is_quiet`, there is
    nothing but findings.  `summary` is the file to which a job of GitHub appends its summary, empty
    for none.
    """

    format: ReportFormat
    color: str
    output: str
    least: str
    language: Language
    is_quiet: bool = False
    summary: str = ""


def lint_output(
    request: LintRequest, *, shape: OutputOptions, dependencies: Dependencies, printed: str
) -> CommandOutput:
    """Lint *request* and return the rendered report; if it goes to a file, write it.

    The output depends on the files of the vault and on *dependencies*; *printed* is the part of
    stderr that has already been written.
    """
    report_format, color, output, least, language, is_quiet, summary = shape
    style = Style(is_coloured(color, output), width(output))
    images = _images(request) if report_format.has_images else None
    report, remarks = _report(request, style, language)
    report = report._replace(
        is_quiet=is_quiet,
        output_folder=os.path.dirname(os.path.abspath(output)),
        known_images=images.known if images else None,
    )
    pieces, form = report_format.pieces(report), report_format.form_of(style, output)
    stdout = as_bytes(pieces, form, _encoding(output))
    if images:
        images.save(report.graph.vault.stamps)
    if summary:
        from vaultgraph.reports import lint_github

        append(lint_github.summary(report), summary, request.root, SUMMARY_VARIABLE)
    if output not in {"", "-"}:
        write(stdout, output, request.root)
        stdout = iter(())
    if is_quiet:
        remarks = []
    elif output:
        remarks.append(say("{file}: {counts}", file=output, counts=totals(report.diagnostics)))
    code = (
        0 if least == "never" else int(_has_severity(report.diagnostics, Severity[least.upper()]))
    )
    stderr = printed + "".join(f"{report.language.say(line)}\n" for line in remarks)
    is_lasting = request.is_cached and not (request.since or summary)
    if output or not is_lasting or report.graph.vault.is_partial:
        return CommandOutput(stdout, stderr, code, printed=printed)
    dependencies.root, dependencies.files = request.root, report.graph.vault.stamps
    return CommandOutput(stdout, stderr, code, printed=printed, dependencies=dependencies)


def _images(request: LintRequest) -> "CachedThumbnails | None":
    if not request.is_cached:
        return None
    from vaultgraph.cache.thumbnails import CachedThumbnails

    return CachedThumbnails(request.root)


def _encoding(output: str) -> str:
    return "utf-8" if output else sys.stdout.encoding


def _report(request: LintRequest, style: Style, language: Language) -> tuple[Report, list[Message]]:
    """Lint *request*; return the report and remarks for stderr."""
    since = request.find_since()
    graph, linter, diagnostics = request.lint()
    remarks = [*find_unknown_suppressions(graph), *find_unmatched_paths(graph, linter.rules)]
    if since:
        from vaultgraph.commands import revisions

        compared = revisions.compare_with_disk(since, graph, linter, diagnostics)
        diagnostics = request.within(graph, compared.diagnostics)
    if request.baseline:
        from vaultgraph.commands import baseline

        diagnostics, summary = baseline.filter_new(request, graph, linter, diagnostics)
        remarks.insert(0, summary)
    if since:
        paths = paths_from_args(graph, request.only)
        diagnostics, summary = revisions.only_new(since, compared, diagnostics, paths)
        remarks.insert(0, summary)
    folder = folder_here(request.root)
    report = Report(graph, diagnostics, linter.rules, request.select, folder, style, language)
    return report, remarks


def _has_severity(diagnostics: Sequence[Diagnostic], least: Severity) -> bool:
    return any(diagnostic.severity >= least for diagnostic in diagnostics)
