"""The study order: a topological order along the relations."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from vaultgraph.graph.directed import Directed
from vaultgraph.graph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Note

__all__ = ["Study", "study_order"]

_DATE = lazy_re(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b(?:[ \t]*-?[ \t]*(\d{1,2}):(\d{2}))?")
_ISO_DATE = lazy_re(r"\b(\d{4})-(\d{2})-(\d{2})\b(?:[T ](\d{2}):(\d{2}))?")
_SEARCHED_CHARS = 400
_NUMBERED = lazy_re(r"(?P<series>\D*)\d+(?!\w)")
_DIGITS = lazy_re(r"(\d+)")
_WORD = lazy_re(r"[^\W\d_]{2,}")
_NO_DATE = (9999, 0, 0, 0, 0)
_DAY = 3
_RELATION = 2
_MAX_STEPS = 2_000_000

Rank = tuple[Any, ...]
"""The sort key of notes between which no relation decides."""


class Study(NamedTuple):
    """Paths of notes in study order, and what that order is based on.

    `before` are the direct prerequisites of each note. `ignored_edges` are the pairs (from, to)
    that contradict the rest. `maps` are the maps of content, whose links count as forward
    relations. `against_dates` are the related pairs in which the earlier note in the order is the
    younger one.
    """

    order: tuple[str, ...]
    before: Mapping[str, tuple[str, ...]]
    ignored_edges: tuple[tuple[str, str], ...]
    maps: frozenset[str]
    against_dates: tuple[tuple[str, str], ...]

    def prerequisites(self, path: str) -> tuple[str, ...]:
        """Return the direct and indirect prerequisites of the note at *path*, in study order."""
        needed, waiting = {path}, [path]
        while waiting:
            for earlier in self.before.get(waiting.pop(), ()):
                if earlier not in needed:
                    needed.add(earlier)
                    waiting.append(earlier)
        return tuple(other for other in self.order if other in needed and other != path)


def study_order(graph: VaultGraph, hidden: Iterable[str] = ()) -> Study:
    """Order the notes that have relations or cards, including the *hidden* ones.

    *hidden* are notes whose cards the plugin cannot see. A forward relation puts its note before
    the target, a backward relation after it. The links of a map of content, a note that consists of
    little but links, count as forward. Where relations leave a choice, the older note comes first,
    according to the date in its first lines; then numbered notes; then the note with more
    relations; then natural order of names, 2 before 10.

    Cycles are broken at the pairs with the least weight: a relation counts twice, the link of a map
    of content once.
    """
    weights, maps = _weigh_edges(graph)
    with_cards = (note.path for note in graph.notes if note.summary.ids)
    order = Directed((*with_cards, *hidden), weights)
    dates = {path: _date(graph, path) for path in order}
    age = _sort_keys(order, dates)
    ignored = tuple(sorted(_edges_to_ignore(order, age)))
    order.remove(ignored)
    path = tuple(order.sorted(age.__getitem__))
    rank = {note: number for number, note in enumerate(path)}
    before = {note: tuple(sorted(order.before[note], key=rank.__getitem__)) for note in path}
    against_dates = (
        (earlier, later)
        for earlier, later in order.edges
        if weights[earlier, later] >= _RELATION and dates[earlier] != _NO_DATE
        if dates[later][:_DAY] < dates[earlier][:_DAY]
    )
    return Study(path, before, ignored, maps, tuple(sorted(against_dates)))


def _sort_keys(order: Directed, dates: Mapping[str, tuple[int, ...]]) -> Mapping[str, Rank]:
    """Return the sort key of each note: date, numbering, number of relations and name."""
    numbered = {path: found for path in order if (found := _NUMBERED.match(_name(path)))}
    series = Counter(_series(path, found) for path, found in numbered.items())
    ages: dict[str, Rank] = {}
    for path in order:
        natural = _natural(path)
        found = numbered.get(path)
        if found and (not found["series"].strip() or series[_series(path, found)] > 1):
            ages[path] = dates[path], 0, natural, path
        else:
            ages[path] = dates[path], 1, (-order.degree(path), natural), path
    return ages


def _name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _series(path: str, numbered: re.Match[str]) -> tuple[str, str]:
    """The folder and the word before the number, which the notes of a series share."""
    return path.rpartition("/")[0], numbered["series"].strip().casefold()


def _natural(path: str) -> Rank:
    """The sort key of *path* in natural order: folder by folder, numbers by value."""
    return tuple(
        tuple(int(part) if n % 2 else part for n, part in enumerate(_DIGITS.split(name)))
        for name in path.removesuffix(".md").casefold().split("/")
    )


def _weigh_edges(graph: VaultGraph) -> tuple[Counter[tuple[str, str]], frozenset[str]]:
    """The weight of each pair (before, after) of notes; and the maps of content."""
    notes = graph.vault.notes
    leading = set()
    weights: Counter[tuple[str, str]] = Counter()
    for relation in graph.relations:
        source, target = relation.source, relation.target or ""
        if target not in notes or source not in notes or not relation.direction:
            continue
        leading.add(source)
        if source != target:
            weights[(source, target) if relation.direction > 0 else (target, source)] += _RELATION
    others = (note for note in graph.notes if note.path not in leading)
    maps = [note.path for note in others if _is_map_of_content(graph, note)]
    weights.update((path, target) for path in maps for target in graph.linked_notes(path))
    return weights, frozenset(maps)


def _is_map_of_content(graph: VaultGraph, note: Note) -> bool:
    """Whether *note* has no cards, and at most as many words outside links as in them."""
    if note.parsed.cards or len(graph.linked_notes(note.path)) < 2:
        return False
    text = graph.vault.text(note.path)
    linked = sum(len(_WORD.findall(link.target)) for link in note.links)
    marked = [(link.start, link.end) for link in note.links]
    marked += [(tag.start, tag.start + len(tag.name)) for tag in note.tags]
    marked += [(heading.start, heading.start + len(heading.text)) for heading in note.headings]
    return len(_WORD.findall(_without(text, marked))) <= linked


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, position = [], 0
    for start, end in sorted(spans):
        pieces.append(text[position:start])
        position = max(position, end)
    return " ".join([*pieces, text[position:]])


def _date(graph: VaultGraph, path: str) -> tuple[int, ...]:
    """The date and time in the first lines of a note; the far future if there is none."""
    head = graph.vault.text(path)[:_SEARCHED_CHARS]
    if found := _ISO_DATE.search(head):
        year, month, day, *time = found.groups()
    elif found := _DATE.search(head):
        day, month, year, *time = found.groups()
    else:
        return _NO_DATE
    return (int(year), int(month), int(day), *(int(part or 0) for part in time))


def _edges_to_ignore(order: Directed, age: Mapping[str, Rank]) -> Iterator[tuple[str, str]]:
    """Yield edges without which *order* has no cycle: those against the best order of a component.

    Finding the fewest such edges is NP-hard. This heuristic puts notes with more outgoing than
    incoming weight first, then the older ones.
    """
    for component in order.cyclic_components():
        among = set(component)
        inner = Directed(
            component,
            {(a, b): order.weights[a, b] for a in component for b in order.after[a] if b in among},
        )
        ranked = sorted(component, key=lambda path: (_balance(inner, path), age[path]))
        rank = {path: index for index, path in enumerate(ranked)}
        against = [(a, b) for a, b in inner.edges if rank[a] > rank[b]]
        yield from _minimal_feedback_edges(inner, against)


def _balance(inner: Directed, path: str) -> int:
    """The weight of the edges to *path* minus that of the edges from it."""
    leading = sum(inner.weights[before, path] for before in inner.before[path])
    return leading - sum(inner.weights[path, after] for after in inner.after[path])


def _minimal_feedback_edges(
    inner: Directed, against: Sequence[tuple[str, str]]
) -> Sequence[tuple[str, str]]:
    """Those of the edges *against* the order that really close a cycle.

    The others are added again, in descending order of weight. For a very large component that would
    take too long, and all of them are returned.
    """
    # For each of them, `leads` may go through the whole component.
    if len(against) * len(inner.weights) > _MAX_STEPS:
        return against
    inner.remove(against)
    closing = []
    for a, b in sorted(against, key=lambda edge: (-inner.weights[edge], edge)):
        if inner.leads(b, a):
            closing.append((a, b))
        else:
            inner.add((a, b))
    return closing
