"""The audit itself: rules that block studying are run, and the rest is asked of the graph."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from vaultgraph.auditing import coverage
from vaultgraph.auditing.decks import decks
from vaultgraph.auditing.recall import by_note, weaknesses
from vaultgraph.auditing.result import Audit, Recall, Step
from vaultgraph.auditing.scope import Scope, scope
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.study import Study, study_order
from vaultgraph.linting import choose_rules, lint
from vaultgraph.model import Diagnostic, Severity

__all__ = ["audit"]

_BLOCKING = (
    "broken-image",
    "corrupt-image",
    "card-without-id",
    "duplicate-card-id",
    "dead-card-marker",
    "merged-cards",
    "swallowed-card",
    "empty-answer",
    "unknown-note-type",
    "unread-card",
    "unread-card-id",
    "wrong-card-end",
    "crlf-card-note",
    "unreadable-note",
)
_DUPLICATES = ("duplicate-question", "duplicate-answer")
_BLOCKING_IN_ANKI = ("unknown-to-anki",)
_DOUBTS_IN_ANKI = ("gone-from-vault", "text-drift")


def audit(graph: VaultGraph, *, deck: str = "", tag: str = "", note: str = "") -> Audit:
    """Audit the vault of *graph*, or one *deck*, *tag* or *note*, before studying from it.

    *note* is a path.  Raises UsageError if there is no such deck or tag.
    """
    study = study_order(graph)
    asked = scope(graph, study, deck, tag, note)
    blockers = [d for d in _run(graph, _BLOCKING, _BLOCKING_IN_ANKI, asked) if _blocks(graph, d)]
    doubts = _run(graph, _DUPLICATES, _DOUBTS_IN_ANKI, asked)
    order = _ordered(study, asked)
    recalls = by_note(graph, graph.cards)
    hubs, bridges = coverage.central(graph, asked)
    return Audit(
        vault=graph.vault.name,
        asked=asked.asked,
        about=asked.about,
        notes=len(asked.paths),
        notes_with_cards=len({note.path for note, _ in asked.cards}),
        cards=len(asked.cards),
        ids=len({card.id for _, card in asked.cards if card.id}),
        blockers=tuple(blockers),
        doubts=tuple(doubts),
        decks=tuple(decks(graph, asked, (d for d in doubts if d.rule in _DUPLICATES))),
        order=tuple(_steps(graph, study, order, blockers, recalls)),
        left_out=tuple(pair for pair in study.left_out if asked.paths.issuperset(pair)),
        uncovered=coverage.uncovered(graph, study, asked),
        missing=coverage.missing(graph, asked),
        hubs=hubs,
        bridges=bridges,
        has_anki=graph.anki is not None,
        recall=sum(by_note(graph, asked.cards).values(), Recall()),
        weak=tuple(weaknesses(study, order, recalls)),
    )


def _run(
    graph: VaultGraph, usual: Sequence[str], in_anki: Sequence[str], asked: Scope
) -> list[Diagnostic]:
    """What the rules *usual*, and those *in_anki* with a collection, say of what is *asked*."""
    names = (*usual, *in_anki) if graph.anki else usual
    found = lint(graph, choose_rules(names, anki=graph.anki is not None))
    if asked.asked == "vault":
        return found
    return [d for d in found if not asked.paths.isdisjoint(_notes_of(graph, d))]


def _notes_of(graph: VaultGraph, diagnostic: Diagnostic) -> set[str]:
    """The note that *diagnostic* is about, or those whose cards show the file that it is about."""
    path = diagnostic.location.path
    if path in graph.vault.notes:
        return {path}
    arriving = graph.backlinks.get(path, ())
    return {e.source for e in arriving if graph.card_at(e.source, e.link.start)}


def _blocks(graph: VaultGraph, diagnostic: Diagnostic) -> bool:
    """Whether *diagnostic* is about a card, or about an image that a card shows."""
    if diagnostic.rule == "corrupt-image":  # at info it shows, for all that is wrong with it
        return diagnostic.severity > Severity.INFO and bool(_notes_of(graph, diagnostic))
    if diagnostic.rule == "broken-image":
        return "in the card" in diagnostic.message
    return True


def _ordered(study: Study, asked: Scope) -> list[str]:
    """The notes that are *asked* about in the order of study, those of no order last."""
    inside = [path for path in study.order if path in asked.paths]
    lone = asked.paths.difference(inside) if asked.asked == "note" else ()
    return [*inside, *lone]


def _steps(
    graph: VaultGraph,
    study: Study,
    order: Sequence[str],
    blockers: Sequence[Diagnostic],
    recalls: Mapping[str, Recall],
) -> Iterator[Step]:
    number = {path: index for index, path in enumerate(order, 1)}
    faults = Counter(path for found in blockers for path in _notes_of(graph, found))
    for path in order:
        note = graph.vault.notes[path]
        before = study.before.get(path, ())
        yield Step(
            path,
            graph.label(note),
            len(note.record.cards),
            faults[path],
            tuple(number[earlier] for earlier in before if earlier in number),
            recalls.get(path, Recall()),
        )
