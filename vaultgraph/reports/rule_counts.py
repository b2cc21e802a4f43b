"""The number of findings per rule, the worst and most frequent first."""

from collections.abc import Sequence

from vaultgraph.messages import say
from vaultgraph.model import Diagnostic
from vaultgraph.reports.groups import group_by_rule, target_of
from vaultgraph.reports.report import Report
from vaultgraph.reports.severities import severity_name, totals

__all__ = ["render"]

_HEAD = (
    say("findings"),
    say("notes"),
    say("targets"),
    say("fixable"),
    say("severity"),
    say("rule"),
)


def render(report: Report) -> str:
    """Return a table with a row per rule and severity, and the totals.

    Its columns are findings, notes (or other files) with any, what they are about, and how many of
    them `--fix` fixes without `--unsafe`.
    """
    language = report.language
    by_rule = sorted(
        group_by_rule(report.diagnostics).items(),
        key=lambda item: (-item[0][1], -len(item[1]), item[0][0]),
    )
    rows = [
        [
            *map(language.number, _numbers(diagnostics)),
            language.say(severity_name(severity)),
            rule,
        ]
        for (rule, severity), diagnostics in by_rule
    ]
    if rows:
        rows.insert(0, [language.say(word) for word in _HEAD])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [*(_line(row, widths) for row in rows), language.say(totals(report.diagnostics))]
    return "\n".join(lines) + "\n"


def _numbers(diagnostics: Sequence[Diagnostic]) -> list[int]:
    files = {diagnostic.location.path for diagnostic in diagnostics}
    targets = {target_of(diagnostic).lower() for diagnostic in diagnostics} - {""}
    fixable = sum(bool(diagnostic.fix and diagnostic.fix.safe) for diagnostic in diagnostics)
    return [len(diagnostics), len(files), len(targets), fixable]


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    """Return *row* with its numbers to the right and its words to the left."""
    cells = [
        f"{cell:>{width}}" if column < len(row) - 2 else f"{cell:{width}}"
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    ]
    return "  ".join(cells).rstrip()
