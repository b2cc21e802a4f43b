"""Findings that are known debts: only what is new is told.

A finding is known by its rule, its file and the text of the line that it points at, so it is the
same one wherever the line moves to; a finding about a whole file is known by its message.
"""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.model import Diagnostic

__all__ = ["Baseline", "Comparison", "read_baseline"]

_SCHEMA = "vaultgraph-baseline/1"

Identity = tuple[str, str, str]


class Comparison(NamedTuple):
    """The diagnostics that are new, and how many known ones are still there or resolved."""

    new: list[Diagnostic]
    known: int
    resolved: int


class Baseline(NamedTuple):
    """How often each finding is known."""

    counts: Counter[Identity]

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> "Baseline":
        """The baseline that accepts *diagnostics*."""
        return cls(Counter(map(_identity, diagnostics)))

    def compare(self, diagnostics: Sequence[Diagnostic]) -> Comparison:
        """What of *diagnostics* is new; of equal ones, the first count as the known ones."""
        left = self.counts.copy()
        new = []
        for diagnostic in diagnostics:
            identity = _identity(diagnostic)
            if left[identity] > 0:
                left[identity] -= 1
            else:
                new.append(diagnostic)
        return Comparison(new, len(diagnostics) - len(new), left.total())

    def render(self) -> str:
        """The baseline as JSON, in an order that makes small differences of it."""
        findings = [
            {"rule": rule, "path": path, "text": text, "count": count}
            for (rule, path, text), count in sorted(self.counts.items())
        ]
        report = {"schema": _SCHEMA, "findings": findings}
        return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def read_baseline(file_path: str) -> Baseline | None:
    """The baseline in the file at *file_path*, None if there is no such file.

    Raises UsageError if it cannot be read, or is no baseline.
    """
    if not os.path.exists(file_path):
        return None
    try:
        with open(file_path, encoding="utf-8") as file:
            return _parse(json.load(file))
    except OSError as error:
        raise UsageError(f"cannot read {file_path}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = "name another file, or delete this one to accept today's findings"
        raise UsageError(f"{file_path} is no baseline", hint=hint) from error


def _parse(report: Any) -> Baseline:
    """The baseline in *report*; KeyError, TypeError or ValueError if it is none."""
    if report["schema"] != _SCHEMA:
        raise ValueError(report["schema"])
    entries = ((e["rule"], e["path"], e["text"], e["count"]) for e in report["findings"])
    return Baseline(Counter({(rule, path, text): int(n) for rule, path, text, n in entries}))


def _identity(diagnostic: Diagnostic) -> Identity:
    text = " ".join(diagnostic.source.split()) or diagnostic.message
    return diagnostic.rule, diagnostic.location.path, text
