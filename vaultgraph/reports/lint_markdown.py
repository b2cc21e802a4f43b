"""Diagnostics as a note for the vault: each one links to the heading above its location.

A property marks the note as a report, so that the next run ignores its links.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from vaultgraph.messages import say
from vaultgraph.model import REPORT_PROPERTY, Diagnostic, Severity
from vaultgraph.printing import DATA
from vaultgraph.reports.groups import FindingGroup, split_groups
from vaultgraph.reports.markdown import heading_above, linked, plain
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.severities import severity_name, totals

__all__ = ["render"]


@report_format(form=DATA)
def render(report: Report) -> str:
    """Return *report* as a note; a group takes one line."""
    single, groups = split_groups(report.diagnostics, report.ungrouped_rules)
    title = plain(report.graph.vault.name)
    summary = report.language.say(totals(report.diagnostics))
    head = f"---\n{REPORT_PROPERTY}: 1\n---\n# {title}\n\n{summary}\n"
    return head + "".join(_sections(report, single, groups))


def _sections(
    report: Report, diagnostics: Sequence[Diagnostic], groups: Sequence[FindingGroup]
) -> Iterator[str]:
    by_rule: defaultdict[tuple[Severity, str], list[str]] = defaultdict(list)
    for found in diagnostics:
        by_rule[found.severity, found.rule].append(_item(report, found))
    for group in groups:
        by_rule[group.severity, group.rule].append(
            f"- {plain(report.language.say(group.sentence))}\n"
        )
    for severity, rule in sorted(by_rule, key=lambda kind: (-kind[0], kind[1])):
        yield f"\n## {report.language.say(severity_name(severity))}: {rule}\n\n"
        yield from by_rule[severity, rule]


def _item(report: Report, found: Diagnostic) -> str:
    place = linked(found.location.path, heading_above(report.graph, found))
    if found.source:
        line = found.location.line
        place = report.language.say(say("{path}, line {line}", path=place, line=line))
    hint = f" ({plain(report.language.say(found.hint))})" if found.hint else ""
    return f"- {place}: {plain(report.language.say(found.message))}{hint}\n"
