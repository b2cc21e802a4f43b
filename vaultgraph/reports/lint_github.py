"""Diagnostics as workflow commands, which GitHub shows as annotations in a pull request."""

from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reports.groups import split_groups
from vaultgraph.reports.report import Report, report_format

__all__ = ["render"]

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


@report_format()
def render(report: Report) -> str:
    """Return *report* as workflow commands, one per finding or group."""
    single, groups = split_groups(report.diagnostics, report.ungrouped_rules)
    return "".join(
        [
            *(_command(diagnostic, report) for diagnostic in single),
            *(
                f"::{_COMMANDS[group.severity]} title={group.rule}::"
                f"{report.language.say(group.sentence).translate(_IN_MESSAGE)}\n"
                for group in groups
            ),
        ]
    )


def _command(diagnostic: Diagnostic, report: Report) -> str:
    say = report.language.say
    path, line, column, end_line, end_column = diagnostic.location
    properties: dict[str, str | int] = {
        "title": diagnostic.rule,
        "file": report.path_here(path),
    }
    if diagnostic.source:
        properties |= {"line": line, "endLine": end_line}
    if diagnostic.source and line == end_line:
        properties |= {"col": column, "endColumn": max(column, end_column - 1)}
    written = ",".join(f"{key}={str(v).translate(_IN_PROPERTY)}" for key, v in properties.items())
    message = "\n".join(say(text) for text in (diagnostic.message, diagnostic.hint) if text)
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{message.translate(_IN_MESSAGE)}\n"
