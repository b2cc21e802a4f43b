"""Grouping: many findings with the same message are reported as one sentence."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic, Severity

__all__ = ["FindingGroup", "shorten", "split_groups"]

_MIN_GROUP = 4
_MAX_OF_RULE = 20
_SHOWN_OF_MANY = 10
_MAX_NAMES = 5
_INFO = Severity.INFO
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
        if number >= _MIN_GROUP and kind[2] and not _matches(kind[0], ungrouped_rules)
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
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    named = [say("{name} ({count:,})", name=name, count=n) for name, n in ranked[:_MAX_NAMES]]
    number = len(counts)
    values = {
        "count": len(subjects),
        "most": join(", ", named),
        "notes": say_count("{count:,} note", "{count:,} notes", number),
        "files": say_count("{count:,} file", "{count:,} files", number),
        "days": say_count("{count:,} day", "{count:,} days", number),
    }
    return sentence.with_values(values) if isinstance(sentence, Message) else sentence


def shorten(
    diagnostics: Sequence[Diagnostic], ungrouped_rules: Collection[str]
) -> tuple[list[Diagnostic], list[FindingGroup]]:
    """Limit the *diagnostics* of a rule that has very many to the first few, for a terminal.

    The rest of each such rule becomes a group, unless a glob of *ungrouped_rules* matches it.
    """
    kinds = [(diagnostic.rule, diagnostic.severity) for diagnostic in diagnostics]
    number = Counter(kinds)
    many = [
        kind
        for kind, count in number.items()
        if count > _MAX_OF_RULE and not _matches(kind[0], ungrouped_rules)
    ]
    seen: Counter[tuple[str, Severity]] = Counter()
    shown = []
    for diagnostic, kind in zip(diagnostics, kinds, strict=True):
        seen[kind] += 1
        if kind not in many or seen[kind] <= _SHOWN_OF_MANY:
            shown.append(diagnostic)
    others = [
        FindingGroup(
            rule,
            severity,
            say("{count:,} more of this kind", count=number[rule, severity] - _SHOWN_OF_MANY),
            0,
        )
        for rule, severity in sorted(many, key=lambda kind: -kind[1])
    ]
    return shown, others


def _matches(rule: str, globs: Collection[str]) -> bool:
    return any(fnmatchcase(rule, glob) for glob in globs)
