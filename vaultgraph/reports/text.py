"""Diagnostics for people: where, what, the line itself, and how to mend it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reading import is_vendored
from vaultgraph.reports.counts import counted, severity_counts
from vaultgraph.reports.groups import FindingGroup, shorten, split_groups
from vaultgraph.reports.report import Report
from vaultgraph.reports.terminal import COLOURS, Style, visible, width

__all__ = ["findings", "render"]

_WIDEST_LINE = 100
_MARGIN = 10  # line number, bar, and the marks of a line that is cut
_MANY = 30
_MOST_NAMED = 4
_OFTEN = 5


def render(report: Report) -> Iterator[str]:
    """Yield *report* as text, piece by piece; a group_message takes one line."""
    parted = split_groups(report.diagnostics, report.ungrouped_rules)
    for paragraph in _paragraphs(report, *parted):
        yield f"{paragraph}\n\n"
    yield "\n".join(_summary(report, parted[0])) + "\n"


def findings(report: Report) -> Iterator[str]:
    """Yield a paragraph for each file of *report*, and one for all groups."""
    return _paragraphs(report, *split_groups(report.diagnostics, report.ungrouped_rules))


def _paragraphs(
    report: Report, single: list[Diagnostic], groups: list[FindingGroup]
) -> Iterator[str]:
    if report.style.columns:
        single, others = shorten(single, report.ungrouped_rules)
        groups = [*groups, *others]
    for _, group in groupby(single, key=lambda diagnostic: diagnostic.location.path):
        yield "\n".join(line for found in group for line in _diagnostic(report, found))
    if groups:
        yield "\n".join(_groups(groups, report))


def _diagnostic(report: Report, diagnostic: Diagnostic) -> Iterator[str]:
    style, location, severity = report.style, diagnostic.location, diagnostic.severity
    place = style.paint("1", visible(str(location) if diagnostic.source else location.path))
    message = visible(report.language.say(diagnostic.message))
    mark = " [*]" if diagnostic.fix and diagnostic.fix.safe else ""
    if style.colour:
        place = style.link(report.graph.vault.address_here(location.path), place)
    yield (
        f"{place}: "
        f"{style.paint(COLOURS[severity], str(severity))}: "
        f"{message} {style.paint('2', f'[{diagnostic.rule}]{mark}')}"
    )
    if diagnostic.source.strip():
        yield from _source(diagnostic, style)
    if diagnostic.hint:
        yield f"      {style.paint('2', '=')} {visible(report.language.say(diagnostic.hint))}"


def _source(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    """Yield the line and the carets under the part that is meant."""
    location, source = diagnostic.location, diagnostic.source
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(source)
    widest = min(_WIDEST_LINE, style.columns - _MARGIN) if style.columns else _WIDEST_LINE
    first = max(0, min(start - widest // 2, len(source) - widest))
    shown = source[first : first + widest]
    marked = shown[max(0, start - first) : max(start + 1, end) - first]
    before, behind = "…" if first else "", "…" if first + widest < len(source) else ""
    yield f"{style.paint('2', f'{location.line:5} |')} {before}{visible(shown).rstrip()}{behind}"
    carets = style.paint(COLOURS[diagnostic.severity], "^" * max(1, width(marked)))
    blanks = " " * width(before + shown[: start - first])
    yield f"{style.paint('2', '      |')} {blanks}{carets}"


def _groups(groups: Sequence[FindingGroup], report: Report) -> Iterator[str]:
    """Yield a line for each of *groups*, and once how to see what is in them."""
    style = report.style
    for group in groups:
        severity = style.paint(COLOURS[group.severity], str(group.severity))
        sentence = visible(report.language.say(group.sentence))
        yield f"{severity}: {sentence} {style.paint('2', f'[{group.rule}]')}"
    rules = list(dict.fromkeys(group.rule for group in groups))
    name = rules[0] if len(rules) == 1 else "RULE"
    yield f"      {style.paint('2', '=')} list them with --select {name}"


def _summary(report: Report, single: Sequence[Diagnostic]) -> Iterator[str]:
    yield _contents(report.graph)
    if foreign := sum(map(is_vendored, report.graph.vault.notes)):
        yield f"nothing is told of {counted(foreign, 'note')} in node_modules"
    counts = severity_counts(report.diagnostics)
    style = report.style
    yield ", ".join(
        style.paint(COLOURS[severity], text) if counts[severity] else text
        for severity, text in (
            (Severity.ERROR, counted(counts[Severity.ERROR], "error")),
            (Severity.WARNING, counted(counts[Severity.WARNING], "warning")),
            (Severity.INFO, f"{counts[Severity.INFO]:,} info"),
        )
    )
    yield from (style.paint("2", line) for line in _next_steps(report, single))


def _contents(graph: VaultGraph) -> str:
    """What the vault holds, in numbers; reports of ours are no notes of its owner's."""
    summaries = [note.summary for note in graph.notes]
    written = sum(not summary.is_report for summary in summaries)
    parts = [counted(written, "note"), counted(len(graph.vault.files), "attachment")]
    if cards := [number for summary in summaries for number in summary.ids]:
        with_cards = counted(sum(bool(summary.ids) for summary in summaries), "note")
        ids = counted(len({*cards} - {0}), "ID")
        parts.append(f"{counted(len(cards), 'card')} with {ids} in {with_cards}")
    return ", ".join(parts)


def _next_steps(report: Report, single: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield what is worth doing next, where the *single* findings are told one by one."""
    diagnostics = report.diagnostics
    fixes = Counter(found.fix.safe for found in diagnostics if found.fix)
    if fixes[True]:
        yield f"[*] {fixes[True]:,} can be mended by --fix; --diff shows how"
    if fixes[False]:
        yield f"{fixes[False]:,} might be mended by --fix --unsafe, which guesses; see with --diff"
    if len(single) > _MANY:
        rules = Counter(found.rule for found in single).most_common(_MOST_NAMED)
        often = [f"{count:,} {rule}" for rule, count in rules if count > _OFTEN]
        if often:
            yield f"most of them: {', '.join(often)}"
        yield "--statistics counts them all, --only looks at one note, --baseline sets them aside"
    elif diagnostics:
        worst = max(diagnostics, key=lambda diagnostic: diagnostic.severity)
        yield f"every rule has a page: vaultgraph rules {worst.rule}"
