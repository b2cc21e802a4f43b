"""Find notes without cards, missing notes, and the central notes."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from vaultgraph.auditing.scope import Scope
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.graph.structure import find_cut_notes, find_most_connected, find_neighbourhood
from vaultgraph.graph.study_order import Study
from vaultgraph.reading import is_image
from vaultgraph.suggesting import MissingLinks

__all__ = ["find_central_notes", "find_missing", "find_named", "find_uncovered"]

_MAX_CENTRAL = 5
_MAX_NOTES = 1_000
"""To read all words of 2,500 notes would make an audit of 50,000 cards a quarter longer."""

Counts = tuple[tuple[str, int], ...]


def find_uncovered(graph: VaultGraph, study: Study, scope: Scope) -> Counts:
    """Return the notes without cards that notes in *scope* lead to, and the number of these.

    A note leads to another by a relation, or by a link if it has cards. Maps of content need no
    cards.
    """
    leading: defaultdict[str, set[str]] = defaultdict(set)
    for relation in graph.relations:
        leading[relation.target or ""].add(relation.source)
    for path in {note.path for note, _ in scope.cards}:
        for target in graph.linked_notes(path):
            leading[target].add(path)
    notes = graph.vault.notes
    counts = Counter(
        {
            path: len(sources & scope.paths)
            for path, sources in leading.items()
            if path in notes and not notes[path].parsed.cards and path not in study.maps
        }
    )
    return _ranked((path, count) for path, count in counts.items() if count)


def find_missing(graph: VaultGraph, scope: Scope) -> Counts:
    """Return the missing notes, as first written, with the number of links to each."""
    spelling: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for edge in graph.missing_files:
        if is_image(edge.link.path):
            continue
        if edge.source in scope.paths or scope.kind == "vault":
            counts[spelling.setdefault(fold(edge.link.path), edge.link.path)] += 1
    return _ranked(counts.items())


def find_named(graph: VaultGraph, scope: Scope) -> tuple[Counts, Counts]:
    """Return what several notes in *scope* name without a link, and how many do.

    First the notes to which no note links, then missing notes.
    """
    if len(graph.vault.notes) > _MAX_NOTES:
        return (), ()
    missing_links = MissingLinks(graph)
    lists = (missing_links.never_linked, missing_links.unwritten)
    never_linked, unwritten = (
        _ranked((name, len(scope.paths.intersection(sources))) for name, sources in found)
        for found in lists
    )
    return _several(never_linked), _several(unwritten)


def _several(counts: Counts) -> Counts:
    return tuple(item for item in counts if item[1] > 1)


def find_central_notes(graph: VaultGraph, scope: Scope) -> tuple[Counts, Counts]:
    """Return the most connected notes and the cut notes in *scope*, at most five of each."""
    joined = find_neighbourhood(graph.vault.notes, graph.linked_notes)
    return _first(find_most_connected(joined), scope), _first(find_cut_notes(joined), scope)


def _first(counts: Counts, scope: Scope) -> Counts:
    return tuple(item for item in counts if item[0] in scope.paths)[:_MAX_CENTRAL]


def _ranked(counts: Iterable[tuple[str, int]]) -> Counts:
    return tuple(sorted(counts, key=lambda item: (-item[1], item[0])))
