"""The command `lint`."""

import os
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import combinations
from typing import Literal, NamedTuple

from vaultgraph.cache.output import CommandOutput, Dependencies
from vaultgraph.commands.lint_request import LintRequest
from vaultgraph.commands.opening import begin
from vaultgraph.commands.output import as_bytes, is_coloured, is_inside, width, write
from vaultgraph.errors import UsageError
from vaultgraph.languages import Language, choose_language
from vaultgraph.linting.suppressions import find_unknown_suppressions
from vaultgraph.messages import Message, say
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.printing import DATA, JSON, STYLED, TEXT
from vaultgraph.reports import render
from vaultgraph.reports.counts import totals
from vaultgraph.reports.report import Report
from vaultgraph.reports.terminal import Style
from vaultgraph.settings import Settings, load_settings

__all__ = ["lint"]

_GO_TOGETHER = (
    {"--fix", "--statistics"},
    {"--fix", "--format"},
    {"--fix", "--output"},
    {"--statistics", "--output"},
    {"--diff", "--output"},
    {"--fix", "--baseline"},
    {"--diff", "--baseline"},
    {"--watch", "--baseline"},
    {"--statistics", "--baseline"},
    {"--verify-cache", "--statistics"},
    {"--verify-cache", "--format"},
    {"--verify-cache", "--baseline"},
)


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
    write_baseline: str = "",
    fix: bool = False,
    diff: bool = False,
    unsafe: bool = False,
    statistics: bool = False,
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
    """Say what is broken: run every rule over the vault.

    Options:
        vault: the folder that holds the notes; by default the vault around the current folder.
        select: run only this rule; repeatable, globs such as 'broken-*' welcome.
        ignore: leave this rule out; repeatable, globs welcome.
        only: tell only of this note or folder; repeatable. The whole vault is still read.
        fail_on: exit with 1 if a finding is at least this bad; by default an error, or as set.
        format: text for people, markdown for a note in the vault, the others for programs.
        output: write to this file.
        baseline: tell only what is not in this file, which --write-baseline has written.
        write_baseline: accept all findings of today: write them into this file.
        fix: mend in the notes what can be mended without a loss, then tell the rest.
        diff: show what --fix would change, and change nothing.
        unsafe: with --fix or --diff, guess too where one name comes near a broken link.
        statistics: count the findings of each rule instead of telling them.
        show_config: say which rules run, as set by whom, and stop.
        deep: decode every image, which takes longer and finds more.
        watch: lint again whenever a file is saved, and tell what that changes.
        lang: the language of the report, by default the system's.
        color: colours and links, by default on a terminal.
        card_style: find cards of this style, whatever the settings say; repeatable.
        anki: compare with this file of Anki's; connect asks the Anki that runs.
        no_cache: neither use nor keep what is known from earlier runs.
        verify_cache: lint with and without what is known from earlier runs, and compare.
        follow_links: read what symbolic links out of the vault lead to.
    """
    language = choose_language(lang)
    root, printed, basis = begin(vault)
    settings = load_settings(root)
    least = settings.fail_on if fail_on == "auto" else fail_on
    known = baseline or (not write_baseline and _baseline_of(root, settings)) or ""
    chosen = (select or (), ignore or (), only or ())
    is_cached = not (no_cache or anki or deep)
    view = LintRequest(
        root,
        *chosen,
        card_style,
        known,
        anki,
        deep=deep,
        is_cached=is_cached,
        follow_links=follow_links,
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
        {"--output": bool(output), "--format": format != "text", "--baseline": bool(baseline)},
    )
    _refuse_unsafe_alone(is_alone=unsafe and not (fix or diff))
    if verify_cache and not is_cached:
        hint = say("drop --no-cache, --anki and --deep, which bypass the cache")
        raise UsageError(say("--verify-cache has nothing to compare"), hint=hint)
    if show_config:
        return _show_config(view, settings._replace(fail_on=least), output, language)
    if watch:
        from vaultgraph.commands import watching

        return watching.watch(view, language, colour=is_coloured(color, ""))
    if write_baseline:
        from vaultgraph.commands import baseline as baseline_files

        return baseline_files.write_baseline(view, write_baseline, language)
    if diff:
        from vaultgraph.commands import fixing

        return fixing.show_fixes(view, output, language, unsafe=unsafe)
    is_mended = not fix or _fix(view, language, unsafe=unsafe)
    basis.add_settings([known] if known else ())
    shape = _Shape("rule_counts" if statistics else format, color, output, least, language)
    tell = partial(_answer, shape=shape, basis=basis, printed=printed)
    if verify_cache:
        from vaultgraph.commands.verifying import verified

        return verified(tell, view)
    answer = tell(view)
    if fix:
        answer.dependencies = None
    if not is_mended:
        answer.code = 2
    return answer


class _Shape(NamedTuple):
    """How an answer is to look and where it goes: the module that renders it, and the options.

    It is an error if a finding is at `least` so bad.
    """

    renderer: str
    color: str
    output: str
    least: str
    language: Language


def _answer(
    view: LintRequest, *, shape: _Shape, basis: Dependencies, printed: str
) -> CommandOutput:
    """The report on *view*; it is written already if it goes to a file.

    It rests on the files of the vault and on *basis*; the beginning of stderr was *printed*.
    """
    renderer, color, output, least, language = shape
    style = Style(is_coloured(color, output), width(output))
    report, remarks = _report(view, style, language)
    stdout = as_bytes(render(renderer, report), _form(renderer, style, output), _encoding(output))
    if output not in {"", "-"}:
        write(stdout, output, view.root)
        stdout = iter(())
    if output:
        remarks.append(say("{file}: {counts}", file=output, counts=totals(report.diagnostics)))
    code = 0 if least == "never" else int(_is_as_bad(report.diagnostics, Severity[least.upper()]))
    stderr = printed + "".join(f"{report.language.say(line)}\n" for line in remarks)
    if output or not view.is_cached or report.graph.vault.is_partial:
        return CommandOutput(stdout, stderr, code, printed=printed)
    basis.root, basis.files = view.root, report.graph.vault.stamps
    return CommandOutput(stdout, stderr, code, printed=printed, basis=basis)


def _form(format: str, style: Style, output: str) -> str:  # noqa: A002
    """The form, see `printing`, of a report in this *format*."""
    if format in {"json", "sarif"}:
        return JSON
    if format == "markdown" and output:
        return DATA
    return STYLED if style.colour else TEXT


def _encoding(output: str) -> str:
    return "utf-8" if output else sys.stdout.encoding


def _baseline_of(root: str, settings: Settings) -> str:
    """The baseline that *settings* of the vault at *root* name; empty if they name none.

    Raises UsageError if it lies outside of the vault, which may come from a stranger.
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


def _report(view: LintRequest, style: Style, language: Language) -> tuple[Report, list[Message]]:
    """The report on *view*, and remarks for stderr."""
    graph, linter, diagnostics = view.lint()
    remarks = [*find_unknown_suppressions(graph)]
    if view.baseline:
        from vaultgraph.commands import baseline

        diagnostics, summary = baseline.filter_new(view, graph, linter, diagnostics)
        remarks.insert(0, summary)
    folder = _from_here(view.root)
    return Report(graph, diagnostics, linter.rules, view.select, folder, style, language), remarks


def _refuse_contradictions(modes: Mapping[str, bool], ways: Mapping[str, bool]) -> None:
    """Raise UsageError if two *modes* are wanted at once, or one in *ways* that it cannot take."""
    wanted = [option for option, is_wanted in {**modes, **ways}.items() if is_wanted]
    for option, other in combinations(wanted, 2):
        if {option, other} in _GO_TOGETHER:
            continue
        if option in modes:
            raise UsageError(
                say("{option} cannot be combined with {other}", option=option, other=other),
                hint=say("use one of them"),
            )


def _show_config(view: LintRequest, settings: Settings, output: str, language: Language) -> int:
    from vaultgraph.reports import config

    write(config.render(settings, view.rules(settings), language), output, view.root)
    return 0


def _fix(view: LintRequest, language: Language, *, unsafe: bool) -> bool:
    from vaultgraph.commands import fixing

    return fixing.apply(view, language, unsafe=unsafe)


def _is_as_bad(diagnostics: Sequence[Diagnostic], least: Severity) -> bool:
    return any(diagnostic.severity >= least for diagnostic in diagnostics)


def _from_here(root: str) -> str:
    """The way from the current folder to *root*; empty if it leads nowhere below."""
    way = os.path.relpath(os.path.realpath(root)).replace(os.sep, "/")
    return "" if way == "." or way.startswith("..") else way
