"""Diagnostics as text for people: a block for each rule, the worst first, and what to do.

A finding is its location, the problem, the source line and a hint.  Information is one line each,
unless the rule was asked for.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reading import is_vendored
from vaultgraph.reports.excerpts import excerpt
from vaultgraph.reports.groups import (
    RuleSeverity,
    frequent_names,
    group_by_rule,
    is_matched,
    is_summed_up,
    split_groups,
)
from vaultgraph.reports.next_steps import count_findings, hints, to_do
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.severities import severity_count, severity_counts, severity_name
from vaultgraph.reports.terminal import COLOURS, Style, visible, width

__all__ = ["findings", "render"]

_WIDEST_LINE = 100
_MARGIN = 10  # line number, bar, and the ellipses of a truncated line
_SCREEN = 20
_BY_EVIDENCE = {True: 0, False: 1, None: 2}


@report_format()
def render(report: Report) -> Iterator[str]:
    """Yield *report* as text in pieces: a block for each rule, then a summary.

    What does not fit on a screen is preceded by what to do about it, too.
    """
    blocks = _blocks(report)
    if report.is_quiet:
        yield from (f"{block}\n" for block in blocks.blocks)
        return
    if report.style.columns and sum(block.count("\n") + 2 for block in blocks.blocks) > _SCREEN:
        yield "\n".join(_to_do(report)) + "\n\n"
    for block in blocks.blocks:
        yield f"{block}\n\n"
    yield "\n".join(_summary(report, blocks)) + "\n"


def findings(report: Report) -> Iterator[str]:
    """Yield a block for each rule of *report*."""
    yield from _blocks(report).blocks


class _Blocks(NamedTuple):
    """A block of lines for each rule and severity, and how many findings are `listed` in them."""

    blocks: list[str]
    listed: int


def _blocks(report: Report) -> _Blocks:
    single, groups = split_groups(report.diagnostics, report.ungrouped_rules)
    lines: dict[RuleSeverity, list[str]] = {}
    listed = 0
    for kind, found in group_by_rule(single).items():
        if report.style.columns and is_summed_up(kind[0], len(found), report.ungrouped_rules):
            lines[kind] = [_summed_up(report, kind, found)]
        else:
            lines[kind] = [*_block(report, found)]
            listed += len(found)
    for group in groups:
        line = _line(report, group.severity, group.sentence, group.rule)
        lines.setdefault((group.rule, group.severity), []).append(line)
    ranked = sorted(lines.items(), key=lambda item: (-item[0][1], item[0][0]))
    return _Blocks(["\n".join(block) for _, block in ranked], listed)


def _block(report: Report, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield the lines of the *diagnostics* of a rule: first those with a fix, each hint once."""
    by_hint: defaultdict[tuple[int, str], list[Diagnostic]] = defaultdict(list)
    for found in diagnostics:
        evidence = _BY_EVIDENCE[found.fix.safe if found.fix else None]
        by_hint[evidence, report.language.say(found.hint)].append(found)
    for (_, hint), alike in sorted(by_hint.items(), key=lambda item: item[0][0]):
        for found in alike:
            yield from _diagnostic(report, found)
        if hint:
            yield f"      {report.style.paint('2', '=')} {visible(hint)}"


def _diagnostic(report: Report, diagnostic: Diagnostic) -> Iterator[str]:
    """Yield the line of *diagnostic*, and unless it is only information, its source."""
    style, location, severity = report.style, diagnostic.location, diagnostic.severity
    file = report.path_here(location.path)
    place = visible(f"{file}:{location.line}:{location.column}" if diagnostic.source else file)
    message = visible(report.language.say(diagnostic.message))
    mark = " [*]" if diagnostic.fix and diagnostic.fix.safe else ""
    place = style.paint("1", place)
    if style.colour:
        place = style.link(report.graph.vault.address_here(location.path), place)
    name = report.language.say(severity_name(severity))
    yield (
        f"{place}: {style.paint(COLOURS[severity], name)}: "
        f"{message} {style.paint('2', f'[{diagnostic.rule}]{mark}')}"
    )
    is_asked_for = is_matched(diagnostic.rule, report.ungrouped_rules)
    if diagnostic.source.strip() and (severity > Severity.INFO or is_asked_for):
        yield from _source(diagnostic, style)


def _summed_up(report: Report, kind: RuleSeverity, diagnostics: Sequence[Diagnostic]) -> str:
    """Return the line that stands for the *diagnostics* of *kind*, which are too many to list."""
    sentence = count_findings(report.rule(kind[0]), diagnostics)
    if names := frequent_names(diagnostics):
        sentence = say("{findings}, most often {names}", findings=sentence, names=names)
    return _line(report, kind[1], sentence, kind[0])


def _line(report: Report, severity: Severity, sentence: str, rule: str) -> str:
    style, language = report.style, report.language
    name = style.paint(COLOURS[severity], language.say(severity_name(severity)))
    return f"{name}: {visible(language.say(sentence))} {style.paint('2', f'[{rule}]')}"


def _source(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    """Yield the source line and carets below the span of the finding."""
    widest = min(_WIDEST_LINE, style.columns - _MARGIN) if style.columns else _WIDEST_LINE
    before, marked, after, start, end = excerpt(diagnostic, widest)
    line, shown = f"{diagnostic.location.line:5} |", visible(before + marked + after).rstrip()
    yield f"{style.paint('2', line)} {start}{shown}{end}"
    carets = style.paint(COLOURS[diagnostic.severity], "^" * max(1, width(marked)))
    indent = " " * width(start + before)
    yield f"{style.paint('2', '      |')} {indent}{carets}"


def _summary(report: Report, blocks: _Blocks) -> Iterator[str]:
    style, language = report.style, report.language
    yield language.say(_contents(report.graph))
    if vendored := sum(map(is_vendored, report.graph.vault.notes)):
        skipped = say_count(
            "skipped {count:,} note in node_modules",
            "skipped {count:,} notes in node_modules",
            vendored,
        )
        yield language.say(skipped)
    yield ", ".join(_severities(report))
    yield from _to_do(report)
    for hint in hints(report.diagnostics, blocks.listed):
        yield style.paint("2", language.say(hint))


def _to_do(report: Report) -> Iterator[str]:
    """Yield what to do, in lines of the width of the terminal."""
    line = ""
    for part in to_do(report):
        longer = f"{line} · {part}" if line else part
        if line and report.style.columns and width(longer) > report.style.columns:
            yield line
            longer = part
        line = longer
    if line:
        yield line


def _severities(report: Report) -> Iterator[str]:
    """Yield the number of findings of each severity, coloured unless zero."""
    counts = severity_counts(report.diagnostics)
    for severity in sorted(Severity, reverse=True):
        text = report.language.say(severity_count(severity, counts[severity]))
        yield report.style.paint(COLOURS[severity], text) if counts[severity] else text


def _contents(graph: VaultGraph) -> Message:
    """Return the size of the vault: notes (without our own reports), attachments and cards."""
    summaries = [note.summary for note in graph.notes]
    written = sum(not summary.is_report for summary in summaries)
    parts = [
        say_count("{count:,} note", "{count:,} notes", written),
        say_count("{count:,} attachment", "{count:,} attachments", len(graph.vault.files)),
    ]
    if cards := [number for summary in summaries for number in summary.ids]:
        with_cards = sum(bool(summary.ids) for summary in summaries)
        sentence = say(
            "{cards} with {ids} in {notes}",
            cards=say_count("{count:,} card", "{count:,} cards", len(cards)),
            ids=say_count("{count:,} ID", "{count:,} IDs", len({*cards} - {0})),
            notes=say_count("{count:,} note", "{count:,} notes", with_cards),
        )
        parts.append(sentence)
    return join(", ", parts)
