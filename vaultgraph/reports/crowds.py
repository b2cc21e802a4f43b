"""Findings that come in crowds are told in one sentence."""

from collections import Counter
from collections.abc import Collection, Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from vaultgraph.model import Diagnostic, Severity

__all__ = ["Crowd", "part", "shorten"]

_CROWD = 4
_MOST_OF_A_RULE = 20
_SHOWN_OF_MORE = 10


class Crowd(NamedTuple):
    """What one sentence says of `number` findings of a rule."""

    rule: str
    severity: Severity
    sentence: str
    number: int


def part(
    diagnostics: Sequence[Diagnostic], spelled_out: Collection[str]
) -> tuple[list[Diagnostic], list[Crowd]]:
    """The *diagnostics* to be told one by one, and the crowds among those not *spelled_out*."""
    kinds = Counter(
        (d.rule, d.severity, d.crowd)
        for d in diagnostics
        if d.crowd and not _named(d.rule, spelled_out)
    )
    single = [d for d in diagnostics if kinds[d.rule, d.severity, d.crowd] < _CROWD]
    crowds = [
        Crowd(rule, severity, sentence.replace("{count}", f"{count:,}"), count)
        for (rule, severity, sentence), count in sorted(kinds.items(), key=lambda kind: -kind[0][1])
        if count >= _CROWD
    ]
    return single, crowds


def shorten(
    diagnostics: Sequence[Diagnostic], spelled_out: Collection[str]
) -> tuple[list[Diagnostic], list[Crowd]]:
    """The *diagnostics* for a first look: of a rule with very many, only the first are left.

    The others are crowds, unless a glob of *spelled_out* names the rule.
    """
    number = Counter((d.rule, d.severity) for d in diagnostics)
    many = {kind for kind, count in number.items() if count > _MOST_OF_A_RULE}
    seen: Counter[tuple[str, Severity]] = Counter()
    shown = []
    for diagnostic in diagnostics:
        kind = (diagnostic.rule, diagnostic.severity)
        seen[kind] += 1
        if kind not in many or seen[kind] <= _SHOWN_OF_MORE or _named(kind[0], spelled_out):
            shown.append(diagnostic)
    others = [
        Crowd(rule, severity, f"{number[rule, severity] - _SHOWN_OF_MORE:,} more of this kind", 0)
        for rule, severity in sorted(many, key=lambda kind: -kind[1])
        if not _named(rule, spelled_out)
    ]
    return shown, others


def _named(rule: str, globs: Collection[str]) -> bool:
    return any(fnmatchcase(rule, glob) for glob in globs)
