"""Findings that come in crowds are told in one sentence."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from vaultgraph.model import Diagnostic, Severity

__all__ = ["Crowd", "part"]

_CROWD = 4


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
        (d.rule, d.severity, d.crowd) for d in diagnostics if d.crowd and d.rule not in spelled_out
    )
    single = [d for d in diagnostics if kinds[d.rule, d.severity, d.crowd] < _CROWD]
    crowds = [
        Crowd(rule, severity, sentence.replace("{count}", f"{count:,}"), count)
        for (rule, severity, sentence), count in sorted(kinds.items(), key=lambda kind: -kind[0][1])
        if count >= _CROWD
    ]
    return single, crowds
