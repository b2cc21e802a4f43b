"""Grouping: many findings with the same message are reported as one sentence."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic, Severity

__all__ = [
    "FindingGroup",
    "RuleSeverity",
    "frequent_names",
    "group_by_rule",
    "is_matched",
    "is_summed_up",
    "split_groups",
    "target_of",
]

_MIN_GROUP = 4
_MAX_OF_RULE = 10
_MAX_NAMES = 5
_INFO = Severity.INFO
RuleSeverity = tuple[str, Severity]
_Kind = tuple[str, Severity, str]


class FindingGroup(NamedTuple):
    """The `sentence` that sums up `number` findings of a rule."""

    rule: str
    severity: Severity
    sentence: str
    number: int


def split_groups(
    diagnostics: Sequence[Diagnostic], ungrouped_rules: Collection[str]
) -> tuple[list[Diagnostic], list[FindingGroup]]:
    """Split *diagnostics* into those to report one by one and groups of the others.

    Findings of *ungrouped_rules* (globs) are never grouped.  Infos are grouped by message;
    warnings and errors also need the same subject, so that every subject is still reported.
    """
    kinds = [*map(_kind, diagnostics)]
    grouped = {
        kind
        for kind, number in Counter(kinds).items()
        if number >= _MIN_GROUP and kind[2] and not is_matched(kind[0], ungrouped_rules)
    }
    single, subjects_of = [], defaultdict[_Kind, list[str]](list)
    for diagnostic, kind in zip(diagnostics, kinds, strict=True):
        if kind in grouped:
            subjects_of[kind[:3]].append(diagnostic.subject)
        else:
            single.append(diagnostic)
    groups = [
        FindingGroup(rule, severity, _filled_in(sentence, subjects), len(subjects))
        for (rule, severity, sentence), subjects in sorted(
            subjects_of.items(), key=lambda item: -item[0][1]
        )
    ]
    return single, groups


def _kind(diagnostic: Diagnostic) -> tuple[*_Kind, str]:
    """Return the grouping key of *diagnostic*."""
    severity = diagnostic.severity
    subject = diagnostic.subject.lower() if severity > _INFO else ""
    return diagnostic.rule, severity, diagnostic.group_message, subject


def _filled_in(sentence: str, subjects: Sequence[str]) -> str:
    """Fill in the *sentence* of a group with the count and the most frequent *subjects*."""
    spelling: dict[str, str] = {}
    counts = Counter(map(spelling.setdefault, map(str.lower, subjects), subjects))
    number = len(counts)
    values = {
        "count": len(subjects),
        "most": _most(counts),
        "notes": say_count("{count:,} note", "{count:,} notes", number),
        "files": say_count("{count:,} file", "{count:,} files", number),
        "days": say_count("{count:,} day", "{count:,} days", number),
    }
    return sentence.with_values(values) if isinstance(sentence, Message) else sentence


def group_by_rule(diagnostics: Iterable[Diagnostic]) -> dict[RuleSeverity, list[Diagnostic]]:
    """Return *diagnostics* by rule and severity: the worst first, then by the name of the rule."""
    by_rule: defaultdict[RuleSeverity, list[Diagnostic]] = defaultdict(list)
    for diagnostic in diagnostics:
        by_rule[diagnostic.rule, diagnostic.severity].append(diagnostic)
    return dict(sorted(by_rule.items(), key=lambda item: (-item[0][1], item[0][0])))


def is_summed_up(rule: str, number: int, ungrouped_rules: Collection[str]) -> bool:
    """Whether so many findings of *rule* are too many to list them on a terminal."""
    return number > _MAX_OF_RULE and not is_matched(rule, ungrouped_rules)


def frequent_names(diagnostics: Sequence[Diagnostic]) -> Message | str:
    """Return what most of *diagnostics* are about with their numbers: targets, else notes.

    Empty if no name is that of several.
    """
    targets = Counter(filter(None, map(target_of, diagnostics)))
    notes = Counter(diagnostic.location.path for diagnostic in diagnostics)
    repeated = (counts for counts in (targets, notes) if max(counts.values(), default=0) > 1)
    counts = next(repeated, None)
    return _most(counts) if counts else ""


def target_of(diagnostic: Diagnostic) -> str:
    """Return what *diagnostic* is about: its subject, else the text that it marks in a line."""
    location = diagnostic.location
    if diagnostic.subject or location.end_line != location.line:
        return diagnostic.subject
    return diagnostic.source[location.column - 1 : location.end_column - 1]


def _most(counts: Mapping[str, int]) -> Message:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MAX_NAMES]
    return join(", ", [say("{name} ({count:,})", name=name, count=n) for name, n in ranked])


def is_matched(rule: str, globs: Collection[str]) -> bool:
    """Whether one of *globs* matches the name *rule*."""
    return any(fnmatchcase(rule, glob) for glob in globs)
