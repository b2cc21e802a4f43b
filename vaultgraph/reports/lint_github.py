"""Diagnostics as workflow commands, which GitHub shows as annotations in a pull request.

GitHub shows ten annotations of a step, and of each only the message in the log.  So the worst come
first, and the message begins with the place.  The summary of the job has what did not fit.
"""

from collections.abc import Iterator
from typing import NamedTuple

from vaultgraph.messages import say
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reports.groups import group_by_rule, split_groups
from vaultgraph.reports.markdown import plain
from vaultgraph.reports.next_steps import count_findings
from vaultgraph.reports.report import Report, report_format
from vaultgraph.reports.severities import severity_name, totals
from vaultgraph.reports.terminal import visible

__all__ = ["render", "summary"]

_MAX_LISTED = 100  # a summary may have 1 MiB
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


class _Annotation(NamedTuple):
    """What GitHub is to show, at the place that `properties` name; a group has none."""

    severity: Severity
    rule: str
    message: str
    hint: str = ""
    properties: tuple[tuple[str, str | int], ...] = ()


@report_format()
def render(report: Report) -> str:
    """Return *report* as workflow commands, one per finding or group, the worst first."""
    return "".join(map(_command, _annotations(report)))


def summary(report: Report) -> str:
    """Return *report* as Markdown for the summary of a job: counts of rules, and findings."""
    language = report.language
    title = f"## vaultgraph: {_plain(report.graph.vault.name)}"
    lines = [title, "", language.say(totals(report.diagnostics)), ""]
    if report.diagnostics:
        lines += [*_table(report), "", *_list(report), ""]
    return "\n".join(lines) + "\n"


def _annotations(report: Report) -> list[_Annotation]:
    """Return what to show of *report*, the worst first."""
    single, groups = split_groups(report.diagnostics, report.ungrouped_rules)
    found = [_annotation(diagnostic, report) for diagnostic in single]
    found += [
        _Annotation(group.severity, group.rule, report.language.say(group.sentence))
        for group in groups
    ]
    return sorted(found, key=lambda annotation: -annotation.severity)


def _annotation(diagnostic: Diagnostic, report: Report) -> _Annotation:
    say = report.language.say
    path, line, column, end_line, end_column = diagnostic.location
    file = report.path_here(path)
    properties: dict[str, str | int] = {"file": file}
    if diagnostic.source:
        properties |= {"line": line, "endLine": end_line}
    if diagnostic.source and line == end_line:
        properties |= {"col": column, "endColumn": max(column, end_column - 1)}
    place = f"{file}:{line}:{column}" if diagnostic.source else file
    message = f"{place}: {say(diagnostic.message)}"
    hint, where = say(diagnostic.hint), (*properties.items(),)
    return _Annotation(diagnostic.severity, diagnostic.rule, message, hint, where)


def _command(annotation: _Annotation) -> str:
    severity, rule, message, hint, properties = annotation
    written = ",".join(
        f"{key}={str(value).translate(_IN_PROPERTY)}"
        for key, value in (("title", f"vaultgraph {rule}"), *properties)
    )
    text = "\n".join(filter(None, (f"{message} [{rule}]", hint)))
    return f"::{_COMMANDS[severity]} {written}::{text.translate(_IN_MESSAGE)}\n"


def _table(report: Report) -> Iterator[str]:
    """Yield the rows of a table of the rules, with the numbers of their findings."""
    language = report.language
    head = (language.say(word) for word in (say("severity"), say("rule"), say("findings")))
    yield f"| {' | '.join(head)} |"
    yield "|---|---|---|"
    for (rule, severity), found in group_by_rule(report.diagnostics).items():
        counted = language.say(count_findings(report.rule(rule), found))
        yield f"| {language.say(severity_name(severity))} | {rule} | {_plain(counted)} |"


def _list(report: Report) -> Iterator[str]:
    """Yield an item for each annotation, as many as a summary holds."""
    annotations = _annotations(report)
    for severity, rule, message, hint, _ in annotations[:_MAX_LISTED]:
        more = f" ({_plain(hint)})" if hint else ""
        name = report.language.say(severity_name(severity))
        yield f"- **{name}** {_plain(message)}{more} [{rule}]"
    if len(annotations) > _MAX_LISTED:
        left = say("… and {number:,} more", number=len(annotations) - _MAX_LISTED)
        yield f"- {report.language.say(left)}"


def _plain(text: str) -> str:
    """Return *text* with all that GitHub would take for markup escaped."""
    return visible(plain(text)).replace("&", "&amp;")
