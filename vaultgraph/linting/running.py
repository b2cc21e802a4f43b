"""Rules are run over a graph, and their findings stamped with rule, severity and location."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter

from vaultgraph.graph import VaultGraph
from vaultgraph.linting.silence import Silence
from vaultgraph.model import Diagnostic, Finding, Location
from vaultgraph.reading import Lines, matches
from vaultgraph.rules import Rule

__all__ = ["lint"]


def lint(graph: VaultGraph, rules: Iterable[Rule]) -> list[Diagnostic]:
    """Run *rules* over *graph*; the diagnostics come by path, then in the order of the text.

    What the settings exclude, and what a note says to ignore, is left out.
    """
    by_path: defaultdict[str, list[tuple[Rule, Finding]]] = defaultdict(list)
    for rule in rules:
        for finding in rule.findings(graph):
            by_path[finding.place.path].append((rule, finding))
    return [
        diagnostic
        for path in sorted(by_path)
        if not _is_excluded(path, graph.settings.exclude)
        for diagnostic in sorted(_stamp(graph, path, by_path[path]), key=itemgetter(slice(5)))
    ]


def _is_excluded(path: str, globs: Iterable[str]) -> bool:
    return any(matches(path, glob) for glob in globs)


def _stamp(
    graph: VaultGraph, path: str, findings: list[tuple[Rule, Finding]]
) -> Iterator[Diagnostic]:
    """Turn offsets into lines; the text is read again, and only if someone points into it."""
    note = graph.vault.notes.get(path)
    silenced = Silence(note) if note else Silence()
    needs_text = any(finding.place.end for _, finding in findings)
    lines = Lines(graph.vault.text(path) if needs_text else "")
    for rule, finding in findings:
        place, message, hint, crowd, severity, fix = finding
        location, source = Location(path), ""
        if place.end:
            location = Location(path, *lines.position(place.start), *lines.position(place.end))
            source = lines[location.line]
        severity = rule.severity if rule.is_set or not severity else severity
        if not _is_excluded(path, rule.exclude) and not silenced.covers(rule.name, location.line):
            yield Diagnostic(
                location, severity, rule.name, message, hint, crowd, source, place, fix
            )
