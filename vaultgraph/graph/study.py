"""In which order to study: along the relations, what leads on before what it leads to."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import networkx

from vaultgraph.graph.graph import VaultGraph
from vaultgraph.model import Note

__all__ = ["Study", "study_order"]

_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b(?:[ \t]*-?[ \t]*(\d{1,2}):(\d{2}))?")
_ISO_DATE = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b(?:[T ](\d{2}):(\d{2}))?")
_HEAD = 400
_WORD = re.compile(r"[^\W\d_]{2,}")
_NEVER = (9999, 0, 0, 0, 0)


class Study(NamedTuple):
    """Paths of notes in the order of study, and the relations (from, to) that contradict it."""

    order: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...]


def study_order(graph: VaultGraph) -> Study:
    """Order the notes that are related or have cards.

    A relation that leads forward puts its note before the target, one that leads backward behind
    it.  The links of a map of content, a note that is little else than links, lead forward.  Where
    the relations leave a choice, the older note comes first, by the date in its first lines.
    """
    order: networkx.DiGraph[str] = networkx.DiGraph()
    order.add_nodes_from(note.path for note in graph.notes if note.record.cards)
    order.add_edges_from(_steps(graph))
    age = {path: (_date(graph, path), -order.degree(path), path) for path in order}
    left_out = tuple(sorted(_contradictions(order, age)))
    order.remove_edges_from(left_out)
    path = networkx.lexicographical_topological_sort(order, key=age.__getitem__)
    return Study(tuple(path), left_out)


def _steps(graph: VaultGraph) -> Iterator[tuple[str, str]]:
    """Yield (before, after) for every pair of notes that the vault puts in order."""
    notes = graph.vault.notes
    leading = set()
    for relation in graph.relations:
        source, target = relation.edge.source, relation.edge.target
        if target is None or not relation.direction or {source, target} - notes.keys():
            continue
        leading.add(source)
        if source != target:
            yield (source, target) if relation.direction > 0 else (target, source)
    for note in graph.notes:
        if note.path not in leading and _is_map_of_content(graph, note):
            yield from ((note.path, target) for target in graph.linked_notes(note.path))


def _is_map_of_content(graph: VaultGraph, note: Note) -> bool:
    """Whether *note* asks nothing and says less beside its links than in them."""
    if note.record.cards or len(graph.linked_notes(note.path)) < 2:
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
    """Year, month, day, hour and minute in the first lines of a note; far off if there is none."""
    head = graph.vault.text(path)[:_HEAD]
    if found := _ISO_DATE.search(head):
        year, month, day, *time = found.groups()
    elif found := _DATE.search(head):
        day, month, year, *time = found.groups()
    else:
        return _NEVER
    return (int(year), int(month), int(day), *(int(part or 0) for part in time))


def _contradictions(
    order: "networkx.DiGraph[str]", age: Mapping[str, tuple[tuple[int, ...], int, str]]
) -> Iterator[tuple[str, str]]:
    """Yield edges without which *order* has no cycle: in each knot, those against its best order.

    In a knot the notes that lead to more than they follow come first, then the older ones.
    """
    for knot in networkx.strongly_connected_components(order):
        if len(knot) < 2:
            continue
        inner = order.subgraph(knot)
        ranked = sorted(
            knot, key=lambda path: (inner.in_degree(path) - inner.out_degree(path), age[path])
        )
        rank = {path: index for index, path in enumerate(ranked)}
        yield from ((a, b) for a, b in inner.edges if rank[a] > rank[b])
