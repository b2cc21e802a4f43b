"""Call each rule with its subjects: a source, link, card or fault, or the whole vault.

Rules are not called where there is no subject: of 10,000 notes most are fine in most respects, and
calling every rule for each of them took 3 % of all instructions.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import chain
from typing import NamedTuple

from vaultgraph.graph import Edge, OutgoingLinks, VaultGraph
from vaultgraph.graph.reasons import Reason
from vaultgraph.graph.recording import RecordingGraph
from vaultgraph.linting.matching import matches_any
from vaultgraph.model import FIELD_BITS, CardFault, Finding, MarkupFault, Note, PropertyFault
from vaultgraph.rules import SUBJECTS, Rule

__all__ = ["Found", "RuleRunner", "VaultFindings", "run_on_vault"]

Found = list[tuple[Rule, Finding]]
Bound = tuple[Rule, Callable[..., Iterator[Finding]]]


class VaultFindings(NamedTuple):
    """The findings of a rule on the vault, and the `FACTS` that they depend on."""

    findings: list[Finding]
    facts: frozenset[str]


def run_on_vault(graph: VaultGraph, check: Callable[..., Iterator[Finding]]) -> VaultFindings:
    """Run *check*, of a rule on the vault, and record what it depends on."""
    view = RecordingGraph(graph)
    findings = [*check(view)]
    return VaultFindings(findings, frozenset(view.dependencies))


class RuleRunner:
    """Calls *rules* with their subjects."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        checks: dict[str, list[Bound]] = {subject: [] for subject in SUBJECTS}
        for rule in rules:
            check = partial(rule.check, **rule.options) if rule.options else rule.check
            checks[rule.on].append((rule, check))
        self.on_vault: Sequence[Bound] = checks["vault"]
        self.on_anki: Sequence[Bound] = checks["Anki"]
        complete = {
            on: [each for each in bound if not each[0].skips_templates]
            for on, bound in checks.items()
        }
        self._of_templates = _Checks(complete)
        self._of_others = _Checks(checks)

    def check(self, graph: VaultGraph, source: Note) -> Found:
        """Run all rules that are not on the whole vault, on one note or canvas of *graph*.

        A source that could not be read has no findings. Most sources have no subjects; whether they
        are templates is not even determined.
        """
        vault, path, checks = graph.vault, source.path, self._of_others
        fields, is_note = source.summary.fields & checks.fields, path in vault.notes
        has_notable_links = bool(graph.links_of(source).notable_indices)
        is_checked = has_notable_links or fields & _PARTS or checks.on_source(fields, is_note)
        if not is_checked or path in vault.unreadable:
            return []
        if vault.is_template(path):
            checks = self._of_templates
        found: Found = []
        for rule, check in checks.on_source(fields, is_note):
            found += [(rule, each) for each in check(graph, source)]
        if has_notable_links or fields & _UNCOUNTED:
            found += checks.check_links(graph, source)
        if fields & _FAULTS:
            found += checks.check_faults(graph, source)
        if fields & _CARDS:
            found += checks.check_cards(graph, source)
        return found


_FAULTS = sum(FIELD_BITS[f"{of}_faults"] for of in ("card", "property", "markup"))
_CARDS = FIELD_BITS["cards"]
_UNCOUNTED = FIELD_BITS["absolute_paths"] | FIELD_BITS["other_images"]
_PARTS = _FAULTS | _CARDS | _UNCOUNTED


class _Checks:
    """The checks that are not on the whole vault, by subject."""

    def __init__(self, checks: Mapping[str, list[Bound]]) -> None:
        self._on_note, self._on_source = checks["note"], checks["note or canvas"]
        self._on_part, self._on_card = checks["link to a part"], checks["card"]
        self._by_reason = _by_kind(checks["broken link"])
        faults = (checks[f"{of} fault"] for of in ("card", "property", "markup"))
        self._by_fault = _by_kind(chain.from_iterable(faults))
        # Notes have few combinations of non-empty fields, so nearly all calls hit the cache.
        self.on_source = lru_cache(maxsize=None)(self._find_on_source)
        deciding_fields = (
            field for rule, _ in (*self._on_note, *self._on_source) for field in rule.of
        )
        self.fields = _bits(deciding_fields) | _PARTS
        """The fields of a parsed note, as bits, that decide which checks are called."""

    def _find_on_source(self, fields: int, is_note: bool) -> Sequence[Bound]:
        """The checks on a whole note or canvas with these non-empty *fields*."""
        checks = [*self._on_source, *(self._on_note if is_note else ())]
        return [each for each in checks if not each[0].of or fields & _bits(each[0].of)]

    def check_links(self, graph: VaultGraph, source: Note) -> Iterator[tuple[Rule, Finding]]:
        """Yield the findings about broken links of *source* and links to a heading or block."""
        links = graph.links_of(source)
        # Once per link, not once for each of the six rules about broken links.
        for edge, reason in _broken_links(graph, links) if self._by_reason else ():
            for rule, check in self._by_reason[reason.word]:
                for finding in check(graph, edge, reason):
                    yield rule, finding
        is_needed = self._on_part and links.subpath_indices
        for edge, note in graph.subpath_edges(source) if is_needed else ():
            for rule, check in self._on_part:
                for finding in check(graph, edge, note):
                    yield rule, finding

    def check_faults(self, graph: VaultGraph, note: Note) -> Iterator[tuple[Rule, Finding]]:
        """Yield the findings about the faults of the cards, properties and markup of *note*."""
        faults: Iterable[CardFault | PropertyFault | MarkupFault] = chain(
            note.card_faults, note.property_faults, note.markup_faults
        )
        for fault in faults:
            for rule, check in self._by_fault[fault.kind]:
                for finding in check(graph, note, fault):
                    yield rule, finding

    def check_cards(self, graph: VaultGraph, note: Note) -> Found:
        """Return the findings about the cards of *note*.

        Text that only looks like a card may be an ordinary part of its note, so it is not checked.
        """
        cards, finder = note.cards, graph.vault.card_finder
        if finder.finds_unmarked:
            cards = tuple(card for card in cards if not finder.is_plausible_only(note, card))
        return [
            (rule, finding)
            for rule, check in self._on_card
            for card in cards
            for finding in check(graph, note, card)
        ]


def _broken_links(graph: VaultGraph, links: OutgoingLinks) -> Iterator[tuple[Edge, Reason]]:
    """Yield those of *links* that do not resolve, then those that Obsidian does not count.

    Targets that may be missing, by the settings, are left out.
    """
    allowed = graph.settings.allow
    for edge in links.notable if None in links.targets else ():
        if edge.target is None and not matches_any(edge.link.path, allowed):
            yield edge, graph.evidence.reason(edge)
    for link in links.source.absolute_paths:
        yield Edge(links.source.path, None, link), Reason.ABSOLUTE
    for link in links.source.other_images:
        edge = Edge(links.source.path, None, link)
        is_missing = graph.evidence.is_missing_image(edge)
        if is_missing and not matches_any(link.path, allowed):
            yield edge, Reason.IMAGE


def _by_kind(checks: Iterable[Bound]) -> Mapping[str, Sequence[Bound]]:
    by_kind: defaultdict[str, list[Bound]] = defaultdict(list)
    for rule, check in checks:
        for kind in rule.of or SUBJECTS[rule.on].of:
            by_kind[kind].append((rule, check))
    return by_kind


def _bits(fields: Iterable[str]) -> int:
    return sum(FIELD_BITS[field] for field in set(fields))
