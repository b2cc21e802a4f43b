"""What a change caused: new and resolved findings."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from vaultgraph.linting.baseline import Comparison
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.reports import lint_text
from vaultgraph.reports.report import Report
from vaultgraph.reports.severities import totals
from vaultgraph.reports.terminal import visible

__all__ = ["render", "resolved"]

_MAX_NAMED = 3
_MAX_RESOLVED = 5


def render(report: Report, changed: Collection[str], comparison: Comparison) -> str:
    """Render the findings of *comparison* that are new since the files *changed*, and a summary."""
    new = lint_text.findings(report._replace(diagnostics=comparison.new))
    end = [_summary(report, changed, comparison), *map(report.language.say, resolved(comparison))]
    return "\n\n".join([*new, "\n".join(end)]) + "\n"


def resolved(comparison: Comparison) -> Iterator[Message]:
    """Yield a line for each of the first resolved findings, and how many more there are."""
    for rule, path, source in islice(comparison.resolved.elements(), _MAX_RESOLVED):
        yield say(
            "  resolved: {path}: {source} [{rule}]",
            path=visible(path),
            source=visible(source),
            rule=visible(rule),
        )
    if comparison.resolved.total() > _MAX_RESOLVED:
        yield say("  … and {count:,} more", count=comparison.resolved.total() - _MAX_RESOLVED)


def _summary(report: Report, changed: Collection[str], comparison: Comparison) -> str:
    language = report.language
    where = language.say(_name_files(sorted(changed)))
    what, total = language.say(_count(comparison)), language.say(totals(report.diagnostics))
    return f"{report.style.paint('1', where)}: {what} · {total}"


def _name_files(paths: Sequence[str]) -> Message:
    if len(paths) <= _MAX_NAMED:
        return join(", ", paths)
    return say_count("{count:,} file", "{count:,} files", len(paths))


def _count(comparison: Comparison) -> Message:
    """Return how many findings are new and how many are resolved."""
    new, gone = len(comparison.new), comparison.resolved.total()
    parts = []
    if new:
        parts.append(say_count("{count:,} new finding", "{count:,} new findings", new))
    if gone:
        parts.append(say_count("{count:,} resolved", "{count:,} resolved", gone))
    return join(", ", parts) if parts else say("nothing new")
