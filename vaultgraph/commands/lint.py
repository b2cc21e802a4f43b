"""The `lint` command."""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

from vaultgraph.cache.output import CommandOutput, Dependencies
from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.locating import find_places, folder_here
from vaultgraph.commands.opening import begin
from vaultgraph.commands.output import append, as_bytes, is_coloured, is_inside, width, write
from vaultgraph.commands.selected_paths import paths_from_args
from vaultgraph.errors import UsageError
from vaultgraph.languages import ENGLISH, Language, choose_language
from vaultgraph.linting.suppressions import find_unknown_suppressions
from vaultgraph.messages import Message, say
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reports import format_of_file, load_report_format, report_formats
from vaultgraph.reports.report import Report, ReportFormat
from vaultgraph.reports.severities import totals
from vaultgraph.reports.terminal import Style
from vaultgraph.settings import Settings, load_settings

if TYPE_CHECKING:
    from vaultgraph.cache.thumbnails import CachedThumbnails

__all__ = ["lint"]

_SUMMARY = "GITHUB_STEP_SUMMARY"

_COMPATIBLE = (
    {"--fix", "--statistics"},
    {"--fix", "--format"},
    {"--fix", "--output"},
    {"--statistics", "--output"},
    {"--diff", "--output"},
    {"--fix", "--baseline"},
    {"--diff", "--baseline"},
    {"--watch", "--baseline"},
    {"--statistics", "--baseline"},
    {"--fix", "--since"},
    {"--diff", "--since"},
    {"--statistics", "--since"},
    {"--verify-cache", "--since"},
    {"--verify-cache", "--statistics"},
    {"--verify-cache", "--format"},
    {"--verify-cache", "--baseline"},
)


def _formats() -> Mapping[str, str]:
    """Return the formats, and `auto` for the one that the name of the output stands for."""
    return {"auto": "", **report_formats()}


def lint(
    paths: list[str] | None = None,
    *,
    select: list[str] | None = None,
    ignore: list[str] | None = None,
    only: list[str] | None = None,
    fail_on: Literal["auto", "error", "warning", "info", "never"] = "auto",
    format: Annotated[str, _formats] = "auto",  # noqa: A002
    output: str = "",
    baseline: str = "",
    write_baseline: str = "",
    since: str = "",
    fix: bool = False,
    diff: bool = False,
    unsafe: bool = False,
    statistics: bool = False,
    quiet: bool = False,
    show_config: bool = False,
    watch: bool = False,
    deep: bool = False,
    lang: str = "auto",
    color: Literal["auto", "always", "never"] = "auto",
    card_style: list[str] | None = None,
    anki: str = "",
    no_cache: bool = False,
    verify_cache: bool = False,
    follow_links: bool = False,
) -> CommandOutput | int:
    """Check the vault against all rules and report problems.

    Options:
        paths: a vault, or files and folders in one (default: the vault around the current folder)
        select: run only this rule and list its findings one by one (repeatable; globs: 'broken-*')
        ignore: skip this rule (repeatable; globs allowed)
        only: report only on this note or folder (repeatable); the whole vault is still read
        fail_on: exit with 1 if a finding is at least this severe; by default error or as configured
        format: text or html for people, markdown for a note in the vault, the others for programs
        output: write to this file; without --format, .html, .json, .md and .sarif choose it
        baseline: report only findings not in this file, which --write-baseline creates
        write_baseline: accept all current findings: write them to this baseline file
        since: report only findings that are new against this revision in git, such as main
        fix: apply safe fixes to the notes, then report what is left
        diff: show what --fix would change without changing it
        unsafe: with --fix or --diff, also apply guesses (the one similar note name)
        statistics: show counts per rule instead of findings
        quiet: print only the findings: no summary, no hints, no remarks
        show_config: print the effective configuration and exit
        deep: decode every image: slower, but finds more problems
        watch: re-lint on every save and report what changed
        lang: language of the report (default: the system's, and English for programs)
        color: when to use colours and links; by default on a terminal
        card_style: look for cards in this style, overriding the vault's settings (repeatable)
        anki: compare with an Anki collection or package; `connect` queries a running Anki
        no_cache: do not read or write the cache
        verify_cache: lint with and without the cache and compare the results
        follow_links: follow symbolic links that point outside the vault
    """
    has_report = not (diff or statistics or show_config or watch or write_baseline)
    by_name = format_of_file(output) if has_report else "text"
    report_format = load_report_format(by_name if format == "auto" else format)
    is_in_english = report_format.is_for_programs and lang == "auto"
    language = ENGLISH if is_in_english else choose_language(lang)
    place = find_places(paths or ())
    place = place._replace(remark="" if quiet else place.remark)
    root, (printed, dependencies) = place.root, begin(place, language)
    settings = load_settings(root)
    least = settings.fail_on if fail_on == "auto" else fail_on
    known = baseline or (not write_baseline and _baseline_of(root, settings)) or ""
    chosen = (select or (), ignore or (), (*place.parts, *(only or ())))
    is_cached = not (no_cache or anki or deep)
    request = LintRequest(
        root,
        *chosen,
        card_style,
        known,
        anki,
        deep=deep,
        is_cached=is_cached,
        follow_links=follow_links,
        language=language,
        since=since,
    )
    _refuse_contradictions(
        {
            "--watch": watch,
            "--diff": diff,
            "--fix": fix,
            "--statistics": statistics,
            "--write-baseline": bool(write_baseline),
            "--verify-cache": verify_cache,
        },
        {
            "--output": bool(output),
            "--format": format not in {"auto", "text"},
            "--baseline": bool(baseline),
            "--since": bool(since),
        },
    )
    _refuse_unsafe_alone(is_alone=unsafe and not (fix or diff))
    if verify_cache and not is_cached:
        hint = say("drop --no-cache, --anki and --deep, which bypass the cache")
        raise UsageError(say("--verify-cache has nothing to compare"), hint=hint)
    if show_config:
        return _show_config(request, settings._replace(fail_on=least), output, language)
    if watch:
        from vaultgraph.commands import watching

        return watching.watch(request, language, colour=is_coloured(color, ""))
    if write_baseline:
        from vaultgraph.commands import baseline as baseline_files

        return baseline_files.write_baseline(request, write_baseline, language)
    if diff:
        from vaultgraph.commands import fixing

        return fixing.show_fixes(request, output, language, unsafe=unsafe)
    all_fixed = not fix or _fix(request, language, unsafe=unsafe)
    dependencies.add_settings([known] if known else ())
    if statistics:
        from vaultgraph.reports import rule_counts

        report_format = ReportFormat(rule_counts.render)
    summary = os.environ.get(_SUMMARY, "") if format == "github" and not verify_cache else ""
    shape = _OutputOptions(report_format, color, output, least, language, quiet, summary)
    run_lint = partial(_lint_output, shape=shape, dependencies=dependencies, printed=printed)
    if verify_cache:
        from vaultgraph.commands.verifying import verified

        return verified(run_lint, request)
    answer = run_lint(request)
    if fix:
        answer.dependencies = None
    if not all_fixed:
        answer.code = 2
    return answer


class _OutputOptions(NamedTuple):
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


def _lint_output(
    request: LintRequest, *, shape: _OutputOptions, dependencies: Dependencies, printed: str
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

        append(lint_github.summary(report), summary, request.root, _SUMMARY)
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


def _baseline_of(root: str, settings: Settings) -> str:
    """Return the baseline file configured in *settings* for the vault at *root*, or "".

    Raises UsageError if it is outside the vault: the settings may come with an untrusted vault.
    """
    file = os.path.join(root, settings.baseline) if settings.baseline else ""
    if file and not is_inside(file, root):
        hint = say("name one in the vault, or any other with --baseline")
        raise UsageError(
            say("the baseline {baseline} is not in the vault", baseline=settings.baseline),
            hint=hint,
        )
    return file


def _refuse_unsafe_alone(*, is_alone: bool) -> None:
    if is_alone:
        hint = say("--diff shows what it would change, --fix changes it")
        raise UsageError(say("--unsafe needs --fix or --diff"), hint=hint)


def _report(request: LintRequest, style: Style, language: Language) -> tuple[Report, list[Message]]:
    """Lint *request*; return the report and remarks for stderr."""
    since = request.find_since()
    graph, linter, diagnostics = request.lint()
    remarks = [*find_unknown_suppressions(graph)]
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


def _refuse_contradictions(modes: Mapping[str, bool], flags: Mapping[str, bool]) -> None:
    """Raise UsageError for two *modes* at once, or a mode with an option of *flags* it lacks."""
    wanted = [option for option, is_wanted in {**modes, **flags}.items() if is_wanted]
    for option, other in combinations(wanted, 2):
        if {option, other} in _COMPATIBLE:
            continue
        if option in modes:
            raise UsageError(
                say("{option} cannot be combined with {other}", option=option, other=other),
                hint=say("use one of them"),
            )


def _show_config(request: LintRequest, settings: Settings, output: str, language: Language) -> int:
    from vaultgraph.reports import config

    write(config.render(settings, request.rules(settings), language), output, request.root)
    return 0


def _fix(request: LintRequest, language: Language, *, unsafe: bool) -> bool:
    from vaultgraph.commands import fixing

    return fixing.apply(request, language, unsafe=unsafe)


def _has_severity(diagnostics: Sequence[Diagnostic], least: Severity) -> bool:
    return any(diagnostic.severity >= least for diagnostic in diagnostics)
