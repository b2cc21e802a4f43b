"""Diagnostics as a Code Quality report, which GitLab compares between branches and shows."""

import json
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from vaultgraph.messages import values_of
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.printing import JSON
from vaultgraph.reports.groups import target_of
from vaultgraph.reports.report import Report, report_format

__all__ = ["render"]

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}
_Identity = tuple[str, str, str]


@report_format(form=JSON)
def render(report: Report) -> str:
    """Return *report* as the array that GitLab reads, with an issue for each diagnostic.

    Each is a line.  An array without any has lines, too, unlike the `[]` of other programs: it is
    known to be ours, and may be overwritten.
    """
    issues = ",\n".join(json.dumps(issue, ensure_ascii=False) for issue in _issues(report))
    return f"[\n{issues}\n]\n"


def _issues(report: Report) -> Iterator[dict[str, Any]]:
    seen: Counter[_Identity] = Counter()
    for found in report.diagnostics:
        path = report.path_here(found.location.path)
        identity = (found.rule, path, _subject(found))
        hint = f" ({report.language.say(found.hint)})" if found.hint else ""
        yield {
            "engine_name": "vaultgraph",
            "check_name": found.rule,
            "description": report.language.say(found.message) + hint,
            "severity": _SEVERITIES[found.severity],
            "fingerprint": _fingerprint(identity, seen[identity]),
            "location": {"path": path, "lines": {"begin": found.location.line}},
        }
        seen[identity] += 1


def _subject(found: Diagnostic) -> str:
    return target_of(found) or found.source.strip() or values_of(found.message)


def _fingerprint(identity: _Identity, before: int) -> str:
    """Return what identifies a finding: *before* is the number of earlier ones just like it.

    Neither its line nor its message are part of it, so it may move, and be in another language.
    GitLab shows only one finding of each fingerprint.
    """
    text = json.dumps([*identity, before])
    return sha256(text.encode()).hexdigest()[:32]
