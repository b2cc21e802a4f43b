"""What Graphviz and Mermaid draw: the notes of a small vault, and the links between them.

Images, tags and cards are no part of it; nor are notes without links, and those that Obsidian's
settings exclude.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vaultgraph.errors import UsageError
from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import say

__all__ = ["Arrow", "Drawing", "draw"]


class Arrow(NamedTuple):
    """A link from the note numbered `source` to `target`; `kind` is the relation's label, or empty.

    It points as it is written: from the note in which it stands.
    """

    source: int
    target: int
    kind: str = ""


class Drawing(NamedTuple):
    """The `names` of the notes, then of those that are `missing`; `arrows` count both from 0."""

    title: str
    names: tuple[str, ...]
    missing: tuple[str, ...]
    arrows: tuple[Arrow, ...]

    @property
    def size(self) -> str:
        """How much there is to see, in words."""
        return f"{len(self.names) + len(self.missing):,} notes with {len(self.arrows):,} links"


def draw(graph: VaultGraph) -> Drawing:
    """Choose what of *graph* to draw; names are what a link may call the notes.

    Raises UsageError if no note links another.
    """
    missing = {_end(edge): edge.link.path for edge in graph.missing_files if not edge.link.embed}
    excluded = graph.vault.excluded
    notes = [path for path in graph.vault.notes if path not in excluded]
    kinds = _kinds(graph, {*notes, *missing})
    linked = {end for pair in kinds for end in pair}
    if not linked:
        hint = say("--format csv lists the notes as they are")
        raise UsageError(say("no note of this vault links another: nothing to draw"), hint=hint)
    paths = [path for path in notes if path in linked]
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
            if kind or len(found) == 1  # a relation says all that a plain link says
        ),
    )


def _kinds(graph: VaultGraph, drawn: AbstractSet[str]) -> Mapping[tuple[str, str], Collection[str]]:
    """The kinds of links from one of the ends *drawn* to another; plain links have an empty one."""
    labels = {relation.edge: relation.kind for relation in graph.relations}
    kinds: defaultdict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for edge in graph.edges:
        end = _end(edge)
        if edge.source in drawn and end in drawn and edge.source != end:
            kinds[edge.source, end][labels.get(edge, "")] = None
    return kinds


def _end(edge: Edge) -> str:
    """Where *edge* leads: to a path, or to a missing file by its folded link path."""
    return edge.target if edge.target is not None else "?" + fold(edge.link.path)


def _names(graph: VaultGraph, paths: Iterable[str]) -> Iterator[str]:
    """Yield what a link calls the notes at *paths*: the name, or the path if others share it."""
    shared = {path for group in graph.namesakes for path in group}
    for path in paths:
        yield path.removesuffix(".md") if path in shared else graph.vault.notes[path].name
