"""The `lint` command."""

import os
from collections.abc import Mapping
from functools import partial
from itertools import combinations
from typing import Annotated, Literal

from vaultgraph.cache.output import CommandOutput
from vaultgraph.commands.lint_output import SUMMARY_VARIABLE, OutputOptions, lint_output
from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.locating import find_places
from vaultgraph.commands.opening import begin
from vaultgraph.commands.output import format_of_file, is_coloured, is_inside, write
from vaultgraph.errors import UsageError
from vaultgraph.languages import ENGLISH, Language, choose_language
from vaultgraph.messages import say
from vaultgraph.reports import FORMATS_BY_EXTENSION, load_report_format, report_formats
from vaultgraph.reports.report import ReportFormat
from vaultgraph.settings import Settings, load_settings

__all__ = ["lint"]

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
        quiet: print only the findings: no summary, no remarks
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
    is_by_name = has_report and format == "auto"
    by_name = format_of_file(output, FORMATS_BY_EXTENSION) if is_by_name else "text"
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
    summary = (
        os.environ.get(SUMMARY_VARIABLE, "") if format == "github" and not verify_cache else ""
    )
    shape = OutputOptions(report_format, color, output, least, language, quiet, summary)
    run_lint = partial(lint_output, shape=shape, dependencies=dependencies, printed=printed)
    if verify_cache:
        from vaultgraph.commands.verifying import verified

        return verified(run_lint, request)
    answer = run_lint(request)
    if fix:
        answer.dependencies = None
    if not all_fixed:
        answer.code = 2
    return answer


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
