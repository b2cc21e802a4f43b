"""Baselines: accepted findings that are no longer reported.

A finding is identified by its rule, its file and the text of the line that it points at, so it
stays the same if the line moves. A finding about a whole file is identified by the values in its
message.
"""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.files import MAX_SETTINGS_BYTES, read_file
from vaultgraph.messages import reason_of, say, values_of
from vaultgraph.model import Diagnostic

__all__ = ["Baseline", "Comparison", "Identity", "identity", "read_baseline"]

_SCHEMA = "vaultgraph-baseline/1"

Identity = tuple[str, str, str]


class Comparison(NamedTuple):
    """New diagnostics, the number of known ones, and known findings that no longer occur."""

    new: list[Diagnostic]
    known: int
    resolved: Counter[Identity]


class Baseline(NamedTuple):
    """The number of accepted occurrences of each finding."""

    counts: Counter[Identity]

    @classmethod
    def from_diagnostics(cls, diagnostics: Iterable[Diagnostic]) -> "Baseline":
        """Return the baseline that accepts *diagnostics*."""
        return cls(Counter(map(identity, diagnostics)))

    def compare(self, diagnostics: Sequence[Diagnostic]) -> Comparison:
        """Compare *diagnostics* with the baseline; of equal ones, the first count as known."""
        left = self.counts.copy()
        new = []
        for diagnostic in diagnostics:
            known = identity(diagnostic)
            if left[known] > 0:
                left[known] -= 1
            else:
                new.append(diagnostic)
        resolved = Counter(dict(sorted((+left).items())))
        return Comparison(new, len(diagnostics) - len(new), resolved)

    def restrict_to(self, rules: Collection[str], places: Sequence[str] = ()) -> "Baseline":
        """Return the part about *rules* and the files in *places*; without *places*, all files."""
        folders = tuple(f"{path}/" if path else "" for path in places) or ("",)
        counts = {
            (rule, path, text): count
            for (rule, path, text), count in self.counts.items()
            if rule in rules and f"{path}/".startswith(folders)
        }
        return Baseline(Counter(counts))

    def render(self) -> str:
        """Render the baseline as JSON, sorted so that diffs are small."""
        findings = [
            {"rule": rule, "path": path, "text": text, "count": count}
            for (rule, path, text), count in sorted(self.counts.items())
        ]
        report = {"schema": _SCHEMA, "findings": findings}
        return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def read_baseline(file_path: str) -> Baseline:
    """Read the baseline in the file at *file_path*.

    Raises UsageError if it cannot be read, or is not a baseline.
    """
    try:
        return _parse(json.loads(read_file(file_path, MAX_SETTINGS_BYTES).decode("utf-8-sig")))
    except OSError as error:
        raise UsageError(
            say("cannot read {file_path}: {reason}", file_path=file_path, reason=reason_of(error))
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = say("name another file, or write this one again with --write-baseline")
        raise UsageError(
            say("{file_path} is not a baseline file", file_path=file_path), hint=hint
        ) from error


def _parse(report: Any) -> Baseline:
    """Parse *report*. Raises KeyError, TypeError or ValueError if it is not a baseline."""
    if report["schema"] != _SCHEMA:
        raise ValueError(report["schema"])
    return Baseline(Counter(dict(map(_entry, report["findings"]))))


def _entry(entry: Any) -> tuple[Identity, int]:
    """Validate an entry of a baseline; returns the identity and the count."""
    *texts, count = (entry[name] for name in ("rule", "path", "text", "count"))
    rule, path, text = texts
    # `isinstance` would accept `true` as a count.
    if not all(isinstance(each, str) for each in texts) or type(count) is not int:
        raise TypeError(entry)
    return (rule, path, text), count


def identity(diagnostic: Diagnostic) -> Identity:
    """Return the identity of a finding: its line, or the values in its message.

    Never the wording of the message, which may change in a later version.
    """
    # The text of the line and not its number: a known finding may move.
    text = " ".join(diagnostic.source.split()) or values_of(diagnostic.message)
    return diagnostic.rule, diagnostic.location.path, text
