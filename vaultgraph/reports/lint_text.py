"""Diagnostics as text for people: the location, the problem, the source line and a hint."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reading import is_vendored
from vaultgraph.reports.groups import FindingGroup, shorten, split_groups
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.severities import severity_count, severity_counts, severity_name
from vaultgraph.reports.terminal import COLOURS, Style, visible, width

__all__ = ["findings", "render"]

_WIDEST_LINE = 100
_MARGIN = 10  # line number, bar, and the ellipses of a truncated line
_MIN_SUMMARIZED = 30
_MAX_NAMED_RULES = 4
_MIN_NAMED_COUNT = 5


@report_format()
def render(report: Report) -> Iterator[str]:
    """Yield *report* as text in pieces; a group takes one line."""
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
    file = report.path_here(location.path)
    place = visible(f"{file}:{location.line}:{location.column}" if diagnostic.source else file)
    message = visible(report.language.say(diagnostic.message))
    mark = " [*]" if diagnostic.fix and diagnostic.fix.safe else ""
    place = style.paint("1", place)
    if style.colour:
        place = style.link(report.graph.vault.address_here(location.path), place)
    yield (
        f"{place}: "
        f"{style.paint(COLOURS[severity], report.language.say(severity_name(severity)))}: "
        f"{message} {style.paint('2', f'[{diagnostic.rule}]{mark}')}"
    )
    if diagnostic.source.strip():
        yield from _source(diagnostic, style)
    if diagnostic.hint:
        yield f"      {style.paint('2', '=')} {visible(report.language.say(diagnostic.hint))}"


def _source(diagnostic: Diagnostic, style: Style) -> Iterator[str]:
    """Yield the source line and carets below the span of the finding.

    A long line is truncated to a window around the span.
    """
    location, source = diagnostic.location, diagnostic.source
    start = location.column - 1
    end = location.end_column - 1 if location.end_line == location.line else len(source)
    widest = min(_WIDEST_LINE, style.columns - _MARGIN) if style.columns else _WIDEST_LINE
    first = max(0, min(start - widest // 2, len(source) - widest))
    shown = source[first : first + widest]
    marked = shown[max(0, start - first) : max(start + 1, end) - first]
    before, after = "…" if first else "", "…" if first + widest < len(source) else ""
    yield f"{style.paint('2', f'{location.line:5} |')} {before}{visible(shown).rstrip()}{after}"
    carets = style.paint(COLOURS[diagnostic.severity], "^" * max(1, width(marked)))
    indent = " " * width(before + shown[: start - first])
    yield f"{style.paint('2', '      |')} {indent}{carets}"


def _groups(groups: Sequence[FindingGroup], report: Report) -> Iterator[str]:
    """Yield a line for each of *groups*, then how to list their findings."""
    style = report.style
    for group in groups:
        name = report.language.say(severity_name(group.severity))
        severity = style.paint(COLOURS[group.severity], name)
        sentence = visible(report.language.say(group.sentence))
        yield f"{severity}: {sentence} {style.paint('2', f'[{group.rule}]')}"
    rules = list(dict.fromkeys(group.rule for group in groups))
    name = rules[0] if len(rules) == 1 else "RULE"
    hint = report.language.say(say("list them with --select {rule}", rule=name))
    yield f"      {style.paint('2', '=')} {hint}"


def _summary(report: Report, single: Sequence[Diagnostic]) -> Iterator[str]:
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
    yield from (style.paint("2", language.say(line)) for line in _next_steps(report, single))


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


def _next_steps(report: Report, single: Sequence[Diagnostic]) -> Iterator[Message]:
    """Yield hints for the next step; *single* are the findings that are not grouped."""
    diagnostics = report.diagnostics
    fixes = Counter(found.fix.safe for found in diagnostics if found.fix)
    if fixes[True]:
        yield say_count(
            "[*] {count:,} fixable with --fix (preview with --diff)",
            "[*] {count:,} fixable with --fix (preview with --diff)",
            fixes[True],
        )
    if fixes[False]:
        yield say_count(
            "{count:,} fixable with --fix --unsafe (guesses; preview with --diff)",
            "{count:,} fixable with --fix --unsafe (guesses; preview with --diff)",
            fixes[False],
        )
    if len(single) > _MIN_SUMMARIZED:
        rules = Counter(found.rule for found in single).most_common(_MAX_NAMED_RULES)
        frequent = [
            say("{count:,} {rule}", count=count, rule=rule)
            for rule, count in rules
            if count > _MIN_NAMED_COUNT
        ]
        if frequent:
            yield say("most frequent: {rules}", rules=join(", ", frequent))
        yield say(
            "--statistics shows counts per rule, --only looks at one note, "
            "--baseline reports only new findings"
        )
    elif diagnostics:
        worst = max(diagnostics, key=lambda diagnostic: diagnostic.severity)
        yield say("explain this rule: vaultgraph rules {rule}", rule=worst.rule)
