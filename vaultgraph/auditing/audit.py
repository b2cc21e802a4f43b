"""The audit: run the rules that block studying, and collect the rest from the graph."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from vaultgraph.auditing import coverage
from vaultgraph.auditing.decks import count_decks
from vaultgraph.auditing.exam import MAX_DAYS_AHEAD, Exam, exam_on
from vaultgraph.auditing.frontier import find_frontier
from vaultgraph.auditing.grouping import group_faults
from vaultgraph.auditing.recall import (
    count_due_by_day,
    find_weaknesses,
    recall_by_note,
    recall_of_cards,
)
from vaultgraph.auditing.result import Audit, Frontier, Recall, StudyStep
from vaultgraph.auditing.scope import Scope, ScopeRequest, resolve_scope
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.study_order import Study, study_order
from vaultgraph.linting import lint, set_rules
from vaultgraph.model import Diagnostic, Severity
from vaultgraph.rules import load_rules

__all__ = ["audit"]

_BLOCKING = (
    "broken-image",
    "corrupt-image",
    "card-without-id",
    "duplicate-card-id",
    "duplicate-question",
    "orphan-card-id",
    "dead-card-marker",
    "merged-cards",
    "swallowed-card",
    "empty-answer",
    "unknown-note-type",
    "garbled-code",
    "cut-deletion",
    "unread-card",
    "unread-card-id",
    "wrong-card-end",
    "card-settings",
    "crlf-card-note",
    "unreadable-note",
)
_NOT_IN_CARDS = {"broken-image", "corrupt-image", "unreadable-note"}
_DUPLICATES = ("duplicate-question", "duplicate-answer")
_BLOCKING_IN_ANKI = ("unknown-to-anki",)
_WARNINGS_IN_ANKI = ("gone-from-vault", "text-drift")


def audit(  # noqa: PLR0913  each is an option of the user
    graph: VaultGraph,
    *,
    deck: str | Sequence[str] = (),
    tag: str | Sequence[str] = (),
    folder: str | Sequence[str] = (),
    note: str | Sequence[str] = (),
    exam: str = "",
) -> Audit:
    """Audit the vault of *graph*, or some of its parts, before studying from it.

    The parts are any decks, tags, folders and notes, together; notes are given by path and include
    all that they build on. *exam* is the day of an exam, such as `2026-12-18`. Raises UsageError
    for an unknown deck, tag or folder, and for a day that does not exist or is in the past.
    """
    ahead = exam_on(exam, graph.anki and graph.anki.day) if exam else None
    found = _lint(graph)
    blocking = [d for d in found if _blocks(graph, d)]
    hidden = _notes_with_faults(graph, blocking)
    study = study_order(graph, hidden)
    request = ScopeRequest(*map(_as_tuple, (deck, tag, folder, note)))
    scope = resolve_scope(graph, study, hidden, request)
    blockers = _of_scope(graph, scope, blocking)
    warning_rules = {*_DUPLICATES, *_WARNINGS_IN_ANKI}
    suspect = [d for d in found if d.rule in warning_rules and not _blocks(graph, d)]
    warnings = _of_scope(graph, scope, suspect)
    order = _ordered(study, scope)
    by_card = recall_of_cards(graph, ahead)
    recalls = recall_by_note(by_card, graph.cards)
    most_connected, cut_notes = coverage.find_central_notes(graph, scope)
    never_linked, unwritten = coverage.find_named(graph, scope)
    duplicates = (d for d in (*blockers, *warnings) if d.rule in _DUPLICATES)
    return Audit(
        graph=graph,
        paths=scope.paths,
        scope_kind=scope.kind,
        scope_name=scope.name,
        notes_with_cards=len({note.path for note, _ in scope.cards}),
        cards=len(scope.cards),
        ids=len({card.id for _, card in scope.cards if card.id}),
        blockers=tuple(blockers),
        warnings=tuple(warnings),
        blocker_groups=group_faults(graph, blockers),
        warning_groups=group_faults(graph, warnings),
        decks=tuple(count_decks(graph, scope, duplicates, by_card)),
        order=tuple(_steps(graph, study, order, blockers, recalls)),
        ignored_edges=_within(study.ignored_edges, scope),
        against_dates=_within(study.against_dates, scope),
        uncovered=coverage.find_uncovered(graph, study, scope),
        missing=coverage.find_missing(graph, scope),
        never_linked=never_linked,
        unwritten=unwritten,
        most_connected=most_connected,
        cut_notes=cut_notes,
        has_anki=graph.anki is not None,
        recall=sum(recall_by_note(by_card, scope.cards).values(), Recall()),
        due_by_day=tuple(_due_by_day(graph, scope, ahead)),
        weak=tuple(find_weaknesses(study, order, recalls)),
        frontier=find_frontier(graph, study, order, recalls) if graph.anki else Frontier(),
        own_cards=scope.cards,
        exam=ahead,
    )


def _due_by_day(graph: VaultGraph, scope: Scope, exam: Exam | None) -> Sequence[int]:
    if not exam or not graph.anki:
        return ()
    return count_due_by_day(graph, scope.cards, min(exam.days, MAX_DAYS_AHEAD))


def _as_tuple(names: str | Sequence[str]) -> Sequence[str]:
    if isinstance(names, str):
        return (names,) if names else ()
    return tuple(dict.fromkeys(names))


def _within(pairs: Iterable[tuple[str, str]], scope: Scope) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in pairs if scope.paths.issuperset(pair))


def _lint(graph: VaultGraph) -> list[Diagnostic]:
    """Run the enabled rules of the audit, with the user's settings."""
    in_anki = (*_BLOCKING_IN_ANKI, *_WARNINGS_IN_ANKI) if graph.anki else ()
    names = {*_BLOCKING, *_DUPLICATES, *in_anki}
    rules = set_rules(load_rules(), graph.settings)
    return lint(graph, [rule for name, rule in rules.items() if name in names and rule.is_on])


def _of_scope(graph: VaultGraph, scope: Scope, found: Sequence[Diagnostic]) -> Sequence[Diagnostic]:
    if scope.kind == "vault":
        return found
    return [d for d in found if not scope.paths.isdisjoint(_notes_of(graph, d))]


def _notes_of(graph: VaultGraph, diagnostic: Diagnostic) -> set[str]:
    """The note of *diagnostic*, or the notes with cards that show its file."""
    path = diagnostic.location.path
    if path in graph.vault.notes:
        return {path}
    arriving = graph.backlinks.get(path, ())
    return {e.source for e in arriving if graph.card_at(e.source, e.link.start)}


def _notes_with_faults(graph: VaultGraph, blocking: Iterable[Diagnostic]) -> set[str]:
    """The notes with a fault of cards; the plugin may see none of their cards."""
    paths = {d.location.path for d in blocking if d.rule not in _NOT_IN_CARDS}
    return paths & graph.vault.notes.keys()


def _blocks(graph: VaultGraph, diagnostic: Diagnostic) -> bool:
    """Whether *diagnostic* is an error in a card, or in an image that a card shows.

    A card that is not in Anki blocks for any reason.
    """
    rule = diagnostic.rule
    if rule not in {*_BLOCKING, *_BLOCKING_IN_ANKI}:
        return False
    if rule == "broken-image":
        return graph.card_at(diagnostic.location.path, diagnostic.span.start) is not None
    if rule == "corrupt-image":  # at level info the image is displayed in spite of its fault
        return diagnostic.severity > Severity.INFO and bool(_notes_of(graph, diagnostic))
    if rule == "crlf-card-note" and diagnostic.location.path in graph.vault.notes:
        cards = graph.vault.notes[diagnostic.location.path].cards
        return diagnostic.severity is Severity.ERROR or any(card.lacks_id for card in cards)
    if rule == "card-without-id":  # text that only looks like a card is reported once, for no note
        return diagnostic.location.path in graph.vault.notes
    return diagnostic.severity is Severity.ERROR


def _ordered(study: Study, scope: Scope) -> list[str]:
    """The notes of the scope in study order; those without a place in it come last."""
    inside = [path for path in study.order if path in scope.paths]
    return [*inside, *sorted(scope.named.difference(inside))]


def _steps(
    graph: VaultGraph,
    study: Study,
    order: Sequence[str],
    blockers: Sequence[Diagnostic],
    recalls: Mapping[str, Recall],
) -> Iterator[StudyStep]:
    number = {path: index for index, path in enumerate(order, 1)}
    faults = Counter(path for found in blockers for path in _notes_of(graph, found))
    for path in order:
        note = graph.vault.notes[path]
        before = study.before.get(path, ())
        yield StudyStep(
            path,
            graph.label(note),
            len(note.parsed.cards),
            faults[path],
            tuple(number[earlier] for earlier in before if earlier in number),
            recalls.get(path, Recall()),
        )
