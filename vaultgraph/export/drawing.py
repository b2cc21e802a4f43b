"""The drawing for Graphviz and Mermaid: the notes of a small vault and the links between them.

Images, tags, cards, unlinked notes and notes excluded by Obsidian's settings are left out.  Of a
part of the vault in which nothing is linked, the notes themselves are drawn.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.export.selecting import Part, part_of
from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import Message, say, say_count

__all__ = ["Arrow", "Drawing", "draw"]


class Arrow(NamedTuple):
    """A link from note number `source` to `target`; `kind` is the relation's label, or empty.

    `source` is the note that contains the link, whatever the direction of the relation.
    """

    source: int
    target: int
    kind: str = ""


class Drawing(NamedTuple):
    """The `names` of existing and `missing` notes; `arrows` number both in this order from 0."""

    title: str
    names: tuple[str, ...]
    missing: tuple[str, ...]
    arrows: tuple[Arrow, ...]

    @property
    def size(self) -> Message:
        """The number of notes and links, as text."""
        notes, links = len(self.names) + len(self.missing), len(self.arrows)
        return say(
            "{notes} with {links}",
            notes=say_count("{count:,} note", "{count:,} notes", notes),
            links=say_count("{count:,} link", "{count:,} links", links),
        )


def draw(graph: VaultGraph, selection: Selection = WHOLE) -> Drawing:
    """Select what to draw of *graph*; notes are named as a link would name them.

    Raises UsageError if a name in *selection* is unknown, or if nothing is left.
    """
    part = part_of(graph, selection)
    missing = {_end(edge): edge.link.path for edge in graph.missing_files if not edge.link.embed}
    excluded = graph.vault.excluded
    notes = [path for path in graph.vault.notes if path not in excluded]
    kinds = _kinds(graph, {*notes, *missing})
    if part:
        notes = [path for path in notes if path in part.nodes]
        kinds = _within(part, kinds)
    linked = {end for pair in kinds for end in pair}
    paths = [path for path in notes if path in linked or (part and not linked)]
    unwritten = [end for end in missing if end in linked]
    index = {end: number for number, end in enumerate([*paths, *unwritten])}
    return Drawing(
        graph.vault.name,
        tuple(_names(graph, paths)),
        tuple(missing[end] for end in unwritten),
        tuple(
            Arrow(index[source], index[target], kind)
            for (source, target), found in kinds.items()
            for kind in found
            if kind or len(found) == 1  # a plain link adds nothing to a relation
        ),
    )


def _within(
    part: Part, kinds: Mapping[tuple[str, str], Collection[str]]
) -> Mapping[tuple[str, str], Collection[str]]:
    """Return those of *kinds* that belong to *part*."""
    found = {
        (source, target): [kind for kind in all_of if part.has_link(source, target, kind)]
        for (source, target), all_of in kinds.items()
    }
    return {pair: kept for pair, kept in found.items() if kept}


def _kinds(graph: VaultGraph, drawn: AbstractSet[str]) -> Mapping[tuple[str, str], Collection[str]]:
    """Return the relation types of the links between *drawn* notes, by their ends.

    The type of a plain link is empty.
    """
    labels = {relation.edge: relation.kind for relation in graph.relations}
    kinds: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for edge in graph.edges:
        end = _end(edge)
        if edge.source in drawn and end in drawn and edge.source != end:
            kinds[edge.source, end][labels.get(edge, "")] = None
    return kinds


def _end(edge: Edge) -> str:
    """Return the target path of *edge*, or `?` and the folded link path if it is missing."""
    return edge.target if edge.target is not None else "?" + fold(edge.link.path)


def _names(graph: VaultGraph, paths: Iterable[str]) -> Iterator[str]:
    """Yield the names of the notes at *paths*; the path of a note if others share its name."""
    shared = {path for group in graph.namesakes for path in group}
    for path in paths:
        yield path.removesuffix(".md") if path in shared else graph.vault.notes[path].name
