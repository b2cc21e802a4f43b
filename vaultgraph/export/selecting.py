"""The part of a graph that an export has, in the terms of the network: see `graph.network`."""

from collections.abc import Collection
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.concept_map.composing import compose
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.graph.resolve import fold

__all__ = ["Part", "part_of"]


class Part(NamedTuple):
    """The selected `nodes`: paths of notes, and `?` with the folded link path of missing ones.

    `relations` are the only types of relations, normalized; if it is empty, all links belong to it.
    """

    nodes: AbstractSet[str]
    relations: Collection[str] = ()

    def has_link(self, source: str, target: str, label: str) -> bool:
        """Whether the link with this *label*, empty for a plain one, belongs to the part."""
        is_kind = not self.relations or normalize_label(label) in self.relations
        return source in self.nodes and target in self.nodes and is_kind


def part_of(graph: VaultGraph, selection: Selection) -> Part | None:
    """Return the part of *graph* that *selection* describes; None for all of it.

    Raises UsageError if a name in it is unknown, or if nothing is left.
    """
    if selection == WHOLE:
        return None
    scene = compose(graph, selection)
    nodes = {note.path or "?" + fold(note.target) for note in scene.notes if _is_drawn(note.kind)}
    return Part(nodes, {normalize_label(kind) for kind in selection.relations})


def _is_drawn(kind: str) -> bool:
    return kind in {"", "unresolved"}
