"""Rules are run over a graph, and their findings stamped with rule, severity and location."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.model import Diagnostic, Finding, Location
from vaultgraph.reading import Lines
from vaultgraph.rules import Rule, load_rules

__all__ = ["choose_rules", "lint"]


def lint(graph: VaultGraph, rules: Iterable[Rule]) -> list[Diagnostic]:
    """Run *rules* over *graph*; the diagnostics come by path, then in the order of the text."""
    by_path: defaultdict[str, list[tuple[Rule, Finding]]] = defaultdict(list)
    for rule in rules:
        for finding in rule.check(graph):
            by_path[finding.place.path].append((rule, finding))
    return [
        diagnostic
        for path in sorted(by_path)
        for diagnostic in sorted(_stamp(graph, path, by_path[path]))
    ]


def choose_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> list[Rule]:
    """The rules whose names match a glob of *select*, or all, but none of *ignore*.

    Raises UsageError if a glob matches no rule, or if no rule is left.
    """
    rules = load_rules()
    chosen = (_matching(select, rules) or set(rules)) - _matching(ignore, rules)
    if not chosen:
        raise UsageError("no rule is left to run", hint="select more, or ignore less")
    return [rules[name] for name in rules if name in chosen]


def _matching(globs: Iterable[str], rules: dict[str, Rule]) -> set[str]:
    matching = set()
    for glob in globs:
        names = {name for name in rules if fnmatchcase(name, glob)}
        if not names:
            raise UsageError(f"no rule is called {glob}", hint=_near_rules(glob, rules))
        matching |= names
    return matching


def _near_rules(glob: str, rules: dict[str, Rule]) -> str:
    if "," in glob:
        return "name one rule at a time, and repeat the option"
    from difflib import get_close_matches

    near = get_close_matches(glob, rules, n=1)
    return f"did you mean {near[0]}?" if near else "vaultgraph rules lists them all"


def _stamp(
    graph: VaultGraph, path: str, findings: list[tuple[Rule, Finding]]
) -> Iterator[Diagnostic]:
    """Turn offsets into lines; the text is read again, and only if someone points into it."""
    text = graph.vault.text(path) if any(finding.place.end for _, finding in findings) else ""
    lines = Lines(text)
    for rule, finding in findings:
        place, message, hint, crowd, severity = finding
        location, source = Location(path), ""
        if place.end:
            location = Location(path, *lines.position(place.start), *lines.position(place.end))
            source = lines[location.line]
        severity = severity or rule.severity
        yield Diagnostic(location, severity, rule.name, message, hint, crowd, source)
