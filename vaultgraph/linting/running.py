"""Run rules over a graph, incrementally, and turn their findings into diagnostics.

See docs/caching.md for what is checked again after a change.
"""

import time
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from vaultgraph.graph import VaultGraph
from vaultgraph.linting.changes import Changes, changes_between
from vaultgraph.linting.checking import Found, RuleRunner, VaultFindings, run_on_vault
from vaultgraph.linting.choosing import choose_rules
from vaultgraph.linting.matching import matches_any
from vaultgraph.linting.rows import diagnostic_of, diagnostic_row, finding_of, finding_row
from vaultgraph.linting.suppressions import Suppressions
from vaultgraph.model import Diagnostic, Location, Note, Span
from vaultgraph.reading import Lines, Vault, Workers, is_vendored
from vaultgraph.rules import Rule
from vaultgraph.settings import USUAL_SETTINGS, Settings

__all__ = ["Linter", "lint"]

OnVault = dict[str, VaultFindings]
FoundRows = dict[str, list[tuple[str, tuple[Any, ...]]]]
_DAY = 86_400
_NO_LINES = Lines("")


class FileReport(NamedTuple):
    """The findings in a file and their diagnostics; `note` is the note, if the file is one."""

    note: Note | None
    found: Found
    diagnostics: list[Diagnostic]


def lint(graph: VaultGraph, rules: Iterable[Rule] | None = None) -> list[Diagnostic]:
    """Run *rules* over *graph*; return diagnostics sorted by path and position.

    Without *rules*, those that the settings of *graph* enable are run. Files that the settings
    exclude or that are in `node_modules`, and findings that a note suppresses, are left out.
    """
    if rules is None:
        rules = choose_rules(settings=graph.settings, anki=graph.anki is not None)
    return Linter(rules).lint(graph)


class Linter:
    """Runs *rules* over a vault repeatedly, and checks only what a change affects.

    The `workers`, as many as *processes*, can read a vault under *settings* that is linted next:
    each of them also checks the part that it reads.
    """

    def __init__(
        self, rules: Iterable[Rule], settings: Settings = USUAL_SETTINGS, *, processes: int = 1
    ) -> None:
        self.rules: tuple[Rule, ...] = tuple(rules)
        self.workers: Workers = Workers(processes, self._check_part)
        self._settings = settings
        self._by_name = {rule.name: rule for rule in self.rules}
        self._runner = RuleRunner(self.rules)
        self._graph: VaultGraph | None = None
        self._found: dict[str, Found] = {}
        self._on_vault: OnVault = {}
        self._reports: dict[str, FileReport] = {}

    def lint(self, graph: VaultGraph) -> list[Diagnostic]:
        """Return the diagnostics of *graph*; see the function `lint`."""
        changes = changes_between(self._graph, graph) if self._graph else None
        if changes:
            self._check_sources(graph, changes.touched(graph))
        else:
            self._found, self._on_vault = {}, {}
            # The rest is checked here while the workers are busy; `results` waits for them.
            checked = self.workers.paths
            self._check_sources(graph, (s for s in graph.vault.sources if s.path not in checked))
        for paths, result in self.workers.results():
            if result is None:
                self._check_sources(graph, (graph.vault.source(path) for path in paths))
            else:
                found, similar, links = result
                self._found |= self._found_of(found)
                graph.similar_names.found |= similar
                graph.add_links(links)
        self._on_vault |= self._check_vault(graph, changes)
        for rule, check in self._runner.on_anki if graph.anki else ():
            self._on_vault[rule.name] = VaultFindings([*check(graph, graph.anki)], frozenset())
        self._graph = graph
        return self._report(graph)

    def check_again(self, graph: VaultGraph, paths: Iterable[str]) -> list[Diagnostic]:
        """Return the diagnostics of *graph*, linted last, with *paths* checked again.

        For what has changed in the graph and not in the vault, such as the known history of links.
        """
        self._check_sources(graph, map(graph.vault.source, paths))
        return self._report(graph)

    def _report(self, graph: VaultGraph) -> list[Diagnostic]:
        by_path = self._all_found(graph)
        self._reports = {path: self._locate(graph, path, by_path[path]) for path in sorted(by_path)}
        return [each for report in self._reports.values() for each in report.diagnostics]

    def _check_part(self, vault: Vault, paths: Sequence[str]) -> object:
        """In a worker: the findings at *paths* of *vault*, similar names and links, as plain data.

        The main process needs all links for rules on the vault; to resolve them a second time would
        take more than to receive them.  None if a limit was reached: the main process must reach it
        as well, to know that the result is incomplete.
        """
        graph = VaultGraph(vault, self._settings)
        self._check_sources(graph, map(vault.source, paths))
        if vault.is_partial:
            return None
        links = {path: graph.links_of(vault.source(path)).state for path in paths}
        return _found_rows(self._found), graph.similar_names.found, links

    def _check_sources(self, graph: VaultGraph, sources: Iterable[Note]) -> None:
        for source in sources:
            self._found.pop(source.path, None)
            if found := self._runner.check(graph, source):
                self._found[source.path] = found

    def _found_of(self, rows: FoundRows) -> dict[str, Found]:
        """Restore the findings from *rows*."""
        return {
            path: [(self._by_name[name], finding_of(row)) for name, row in each]
            for path, each in rows.items()
        }

    def dump_state(self) -> object:
        """Return the findings of the last vault as plain data, for `restore_state`."""
        on_vault = {
            name: ([*map(finding_row, each.findings)], sorted(each.facts))
            for name, each in self._on_vault.items()
        }
        reports = {
            path: [*map(diagnostic_row, each.diagnostics)] for path, each in self._reports.items()
        }
        return self._terms(), _found_rows(self._found), on_vault, reports

    def restore_state(self, graph: VaultGraph, state: Any) -> bool:
        """Continue as if *graph* had just been linted; False if it was with other rules.

        *state* is None if the state is lost.
        """
        if not state:
            return False
        terms, found, on_vault, reports = state
        if terms != self._terms():
            return False
        self._graph = graph
        self._found = self._found_of(found)
        self._on_vault = {
            name: VaultFindings([*map(finding_of, each)], frozenset(facts))
            for name, (each, facts) in on_vault.items()
        }
        by_path = self._all_found(graph)
        self._reports = {
            path: FileReport(
                graph.vault.notes.get(path), by_path[path], [*map(diagnostic_of, each)]
            )
            for path, each in reports.items()
        }
        return True

    def _terms(self) -> object:
        """Cache key: the configured rules and the date, as an ID in the future is implausible."""
        rules = [
            (rule.name, int(rule.severity), rule.is_set, rule.exclude, rule.paths)
            for rule in self.rules
        ]
        return rules, [repr(rule.options) for rule in self.rules], int(time.time()) // _DAY

    def _check_vault(self, graph: VaultGraph, changes: Changes | None) -> OnVault:
        """Run the rules on the vault whose findings *changes* may affect."""
        return {
            rule.name: run_on_vault(graph, check)
            for rule, check in self._runner.on_vault
            if not changes or _affect(changes, self._on_vault[rule.name])
        }

    def _all_found(self, graph: VaultGraph) -> dict[str, Found]:
        """Return all findings by path, those of rules on single sources first.

        Whether a note is a template is checked here: if only that has changed, no rule on the vault
        is run again.
        """
        by_path = defaultdict(list, {path: found.copy() for path, found in self._found.items()})
        for rule, _ in (*self._runner.on_vault, *self._runner.on_anki):
            for finding in (
                self._on_vault[rule.name].findings if rule.name in self._on_vault else ()
            ):
                path = finding.span.path
                if not (rule.skips_templates and graph.vault.is_template(path)):
                    by_path[path].append((rule, finding))
        return by_path

    def _locate(self, graph: VaultGraph, path: str, found: Found) -> FileReport:
        note = graph.vault.notes.get(path)
        known = self._reports.get(path)
        # To compare findings is cheap; to locate them, the text of the note is read again.
        if known and known.note is note and known.found == found:
            return known
        if is_vendored(path) or matches_any(path, graph.settings.exclude):
            return FileReport(note, found, [])
        diagnostics = [*_diagnostics(graph, path, found)]
        if len(diagnostics) > 1:
            diagnostics.sort(key=itemgetter(slice(5)))
        return FileReport(note, found, diagnostics)


def _found_rows(found: Mapping[str, Found]) -> FoundRows:
    """The findings *found* as plain data."""
    return {
        path: [(rule.name, finding_row(finding)) for rule, finding in each]
        for path, each in found.items()
    }


def _affect(changes: Changes, known: VaultFindings) -> bool:
    """Whether *changes* may change the *known* findings, or move them."""
    return not known.facts.isdisjoint(changes.facts) or any(
        found.span.path in changes.paths or found.other in changes.paths for found in known.findings
    )


def _leaves_out(rule: Rule, path: str) -> bool:
    """Whether the settings of *rule* say that it reports nothing on the file at *path*."""
    is_elsewhere = bool(rule.paths) and not matches_any(path, rule.paths)
    return is_elsewhere or matches_any(path, rule.exclude)


def _is_unicode(text: str) -> bool:
    try:
        return bool(text.isascii() or text.encode())
    except UnicodeEncodeError:
        return False


def _heading_lines(note: Note | None, lines: Lines) -> set[int]:
    """The line numbers of the headings of *note*."""
    return {lines.position(heading.start)[0] for heading in note.headings} if note else set()


def _contains_link(note: Note | None, place: Span) -> bool:
    """Whether *place* contains a link of *note*, or text that a fix may make one."""
    spans = _spans(note) if note else ()
    inner = bisect_right(spans, place.start, key=itemgetter(0))
    return inner < len(spans) and spans[inner][1] <= place.end


@lru_cache(maxsize=1)  # needed for each finding of a note in turn
def _spans(note: Note) -> Sequence[tuple[int, int]]:
    """The spans of the links of *note*, and of its invalid links, sorted."""
    spans = [(link.start, link.end) for link in note.links]
    return sorted(chain(spans, ((link.start, link.end) for link in note.invalid_links)))


def _diagnostics(graph: VaultGraph, path: str, found: Found) -> Iterator[Diagnostic]:
    """Yield the diagnostics for *found*; the text is only read if a finding has an offset."""
    note = graph.vault.notes.get(path)
    suppressions = Suppressions(note) if note and note.summary.has_suppressions else None
    lines = Lines(graph.vault.text(path)) if _point_into_text(found) else _NO_LINES
    headings = _heading_lines(note, lines) if any(each.fix for _, each in found) else ()
    whole_file = Location(path)
    excluded: dict[str, bool] = {}
    for rule, finding in found:
        if rule.exclude or rule.paths:
            if rule.name not in excluded:
                excluded[rule.name] = _leaves_out(rule, path)
            if excluded[rule.name]:
                continue
        place, message, hint, group_message, severity, fix, _, subject = finding
        location, source = whole_file, ""
        if place.end:
            location = Location(path, *lines.position(place.start), *lines.position(place.end))
            source = lines[location.line]
        if suppressions and suppressions.covers(rule.name, location.line):
            continue
        # A changed heading would break links to it; and text within a link has its own fix.
        if fix and place.end and (location.line in headings or _contains_link(note, place)):
            fix = None
        if fix and not _is_unicode(fix.text):
            fix = None  # a note in UTF-8 cannot contain the name of such a file
        severity = rule.severity if rule.is_set or not severity else severity
        yield Diagnostic(
            location, severity, rule.name, message, hint, group_message, source, place, fix, subject
        )


def _point_into_text(found: Found) -> bool:
    return any(finding.span.end for _, finding in found)
