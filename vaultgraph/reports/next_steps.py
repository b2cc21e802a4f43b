"""What to do about a report: how much `--fix` fixes, and which findings are most worth a look."""

from collections import Counter
from collections.abc import Iterator, Sequence

from vaultgraph.messages import Message, say, say_count
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.reports.groups import group_by_rule
from vaultgraph.reports.report import Report
from vaultgraph.rules import Rule

__all__ = ["count_findings", "hints", "to_do"]

_MANY = 30
_MAX_NAMED = {Severity.ERROR: 3, Severity.WARNING: 2, Severity.INFO: 1}


def to_do(report: Report) -> list[str]:
    """Return the numbers of what to do, in the language of *report*: fixes, then findings."""
    parts = [*_fixes(report.diagnostics), *_frequent(report)]
    return [report.language.say(part) for part in parts]


def count_findings(rule: Rule, diagnostics: Sequence[Diagnostic]) -> Message:
    """Return the number of *diagnostics* of *rule* in words, and in how many notes they are."""
    count = rule.describe_count(len(diagnostics))
    places = {diagnostic.location.path for diagnostic in diagnostics if diagnostic.source}
    if len(places) <= 1:
        return count
    notes = say_count("{count:,} note", "{count:,} notes", len(places))
    return say("{findings} in {notes}", findings=count, notes=notes)


def hints(diagnostics: Sequence[Diagnostic], listed: int) -> Iterator[Message]:
    """Yield how to go on after a report of *diagnostics*, of which so many were *listed*."""
    fixes = [found.fix for found in diagnostics if found.fix]
    if any(fix.safe for fix in fixes):
        yield say("[*] is fixed by --fix; --diff shows how")
    elif fixes:
        yield say("--diff --unsafe shows the guesses")
    if listed < len(diagnostics):
        yield say("--select RULE lists what a line sums up")
    if listed > _MANY:
        yield say(
            "--statistics shows counts per rule, --only looks at one note, "
            "--baseline reports only new findings"
        )
    elif diagnostics:
        worst = max(diagnostics, key=lambda diagnostic: diagnostic.severity)
        if len({diagnostic.rule for diagnostic in diagnostics}) == 1:
            yield say("explain this rule: vaultgraph rules {rule}", rule=worst.rule)
        else:
            yield say("explain a rule: vaultgraph rules {rule}", rule=worst.rule)


def _fixes(diagnostics: Sequence[Diagnostic]) -> Iterator[Message]:
    fixes = Counter(found.fix.safe for found in diagnostics if found.fix)
    if fixes[True]:
        yield say_count("{count:,} fixed by --fix", "{count:,} fixed by --fix", fixes[True])
    if fixes[False]:
        yield say_count(
            "{count:,} guess for --fix --unsafe",
            "{count:,} guesses for --fix --unsafe",
            fixes[False],
        )


def _frequent(report: Report) -> Iterator[Message]:
    """Yield the most frequent rules of each severity, the worst first."""
    by_rule = group_by_rule(report.diagnostics)
    for severity, most in _MAX_NAMED.items():
        found = [(rule, each) for (rule, level), each in by_rule.items() if level is severity]
        for rule, each in sorted(found, key=lambda item: -len(item[1]))[:most]:
            yield count_findings(report.rule(rule), each)
