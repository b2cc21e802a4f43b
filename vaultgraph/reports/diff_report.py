"""What differs between two revisions of a vault, as the sections of a report for people."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.comparing import FileChanges, LocatedCard, VaultChanges
from vaultgraph.languages import ENGLISH, Language
from vaultgraph.linting.comparing import FindingChanges
from vaultgraph.messages import Message, join, say, say_count
from vaultgraph.model import Diagnostic, Span
from vaultgraph.reports.severities import severity_name, totals
from vaultgraph.reports.terminal import Style, visible

__all__ = ["ADDED", "CHANGED", "FAILED", "REMOVED", "DiffReport", "Section", "sections", "summary"]

ADDED, REMOVED, CHANGED, FAILED = "+", "-", "~", "!"
"""The marks of lines; code blocks in the language `diff` have colours for most of them."""

_MAX_LINES = 40


class DiffReport(NamedTuple):
    """The `changes` and `findings` from the graph `before` to the graph `after`.

    `since` and `until` are the two revisions as written, each with the hash of its commit; both
    texts are empty for the vault on disk.
    """

    before: VaultGraph
    after: VaultGraph
    changes: VaultChanges
    findings: FindingChanges
    since: tuple[str, str]
    until: tuple[str, str] = ("", "")
    style: Style = Style()
    language: Language = ENGLISH

    @property
    def hints(self) -> Mapping[Span, str]:
        """The hints of new findings by their spans."""
        return {found.span: found.hint for found in self.findings.new}


class Section(NamedTuple):
    """A title and lines, each with its mark and a text; the lines left out are counted."""

    title: str
    lines: list[tuple[str, str]]
    left_out: int


def summary(report: DiffReport) -> Iterator[str]:
    """Yield the revisions, then what came, went or broke in numbers, a line for each kind."""
    language, changes, findings = report.language, report.changes, report.findings
    severities = totals(findings.new)
    until = report.until[0] or say("the vault on disk")
    yield language.say(say("from {revision} to {other}", revision=report.since[0], other=until))
    counts = {
        say("notes"): _file_counts(changes.notes),
        say("attachments"): _file_counts(changes.attachments),
        say("links"): [
            say_count("{count:,} made", "{count:,} made", len(changes.links_made)),
            say_count("{count:,} removed", "{count:,} removed", len(changes.links_removed)),
            say_count("{count:,} broken", "{count:,} broken", len(changes.links_broken)),
            say_count("{count:,} fixed", "{count:,} fixed", len(changes.links_fixed)),
        ],
        say("cards"): [
            say_count("{count:,} added", "{count:,} added", len(changes.cards_added)),
            say_count("{count:,} removed", "{count:,} removed", len(changes.cards_removed)),
            say_count("{count:,} changed", "{count:,} changed", len(changes.cards_changed)),
            say_count(
                "{count:,} lost its ID", "{count:,} lost their ID", len(changes.cards_without_id)
            ),
        ],
        say("findings"): [
            say("{count:,} new ({severities})", count=len(findings.new), severities=severities),
            say_count("{count:,} resolved", "{count:,} resolved", len(findings.resolved)),
        ],
    }  # fmt: skip
    for name, parts in counts.items():
        shown = [part for part in parts if part.values["count"]]
        if shown:
            yield language.say(say("{name}: {counts}", name=name, counts=join(", ", shown)))
    if not any(part.values["count"] for parts in counts.values() for part in parts):
        yield language.say(say("nothing differs"))


def sections(report: DiffReport) -> Iterator[Section]:
    """Yield the sections that have lines: what broke first."""
    changes, findings = report.changes, report.findings
    broken = {edge.span for edge in changes.links_broken}
    new = [found for found in findings.new if found.span not in broken]
    before, after = report.before, report.after
    found = {
        say("Links that broke"): _links(FAILED, changes.links_broken, after, report),
        say("Cards that lost their ID"): [
            (FAILED, _card(change.after)) for change in changes.cards_without_id
        ],
        say("Other new findings") if broken else say("New findings"): [
            *_findings(FAILED, new, report)
        ],
        say("Notes"): _files(changes.notes),
        say("Attachments"): _files(changes.attachments),
        say("Links"): [
            *_links(ADDED, changes.links_fixed, after, report),
            *_links(ADDED, changes.links_made, after, report),
            *_links(REMOVED, changes.links_removed, before, report),
        ],
        say("Cards"): [
            *((ADDED, _card(located)) for located in changes.cards_added),
            *((REMOVED, _card(located)) for located in changes.cards_removed),
            *((CHANGED, _card(change.after)) for change in changes.cards_changed),
        ],
        say("Resolved findings"): [*_findings(REMOVED, findings.resolved, report)],
    }
    for title, lines in found.items():
        if lines:
            shown = lines[:_MAX_LINES]
            yield Section(report.language.say(title), shown, len(lines) - len(shown))


def _file_counts(files: FileChanges) -> list[Message]:
    return [
        say_count("{count:,} added", "{count:,} added", len(files.added)),
        say_count("{count:,} removed", "{count:,} removed", len(files.removed)),
        say_count("{count:,} renamed", "{count:,} renamed", len(files.renamed)),
        say_count("{count:,} changed", "{count:,} changed", len(files.changed)),
    ]


def _files(files: FileChanges) -> list[tuple[str, str]]:
    return [
        *((ADDED, visible(path)) for path in files.added),
        *((REMOVED, visible(path)) for path in files.removed),
        *((CHANGED, f"{visible(path)} → {visible(now)}") for path, now in files.renamed),
        *((CHANGED, visible(path)) for path in files.changed),
    ]


def _links(
    mark: str, edges: Sequence[Edge], graph: VaultGraph, report: DiffReport
) -> list[tuple[str, str]]:
    return [(mark, line) for line in _link_lines(edges, graph, report)]


def _link_lines(edges: Iterable[Edge], graph: VaultGraph, report: DiffReport) -> Iterator[str]:
    """Yield where each link is in *graph*, what it says, and where it leads or why it does not."""
    hints = report.hints
    for edge in edges:
        line = graph.vault.line(edge.source, edge.link.start)
        end = f" → {visible(edge.target)}" if edge.target else ""
        if not edge.target and (hint := hints.get(edge.span)):
            end = f": {visible(report.language.say(hint))}"
        yield f"{visible(edge.source)}:{line}: {visible(graph.written(edge))}{end}"


def _card(located: LocatedCard) -> str:
    return f"{visible(located.path)}: {visible(located.card.title)}"


def _findings(
    mark: str, diagnostics: Iterable[Diagnostic], report: DiffReport
) -> Iterator[tuple[str, str]]:
    """Yield a line for each finding, the worst first; a resolved one needs no hint."""
    say_it = report.language.say
    for found in sorted(diagnostics, key=lambda found: -found.severity):
        location = found.location
        place = f"{location.path}:{location.line}" if found.source else location.path
        name = say_it(severity_name(found.severity))
        message = visible(say_it(found.message))
        is_new = found.hint and mark == FAILED
        hint = f" ({visible(say_it(found.hint))})" if is_new else ""
        yield mark, f"{visible(place)}: {name}: {message} [{found.rule}]{hint}"
