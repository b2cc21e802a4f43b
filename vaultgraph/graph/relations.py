"""Which links with a label are relations: ways in which two notes belong together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from vaultgraph.graph.kinds import Kinds, key
from vaultgraph.graph.outgoing import Edge, Outgoing

__all__ = ["Relation", "relations"]


class Relation(NamedTuple):
    """A link with a label: `kind` as written; `direction` is 1, -1 or 0, see `kinds`."""

    kind: str
    direction: int
    edge: Edge


def relations(sources: Collection[Outgoing], kinds: Kinds) -> Iterator[Relation]:
    """Yield the relations of *sources*, in order; drawings have none.

    A label that is neither known to *kinds* nor proved by its syntax counts if it stands in two
    notes.
    """
    labelled = [
        links.labelled
        for links in sources
        if links.source.has("relations") and not links.source.is_drawing
    ]
    meant = _meant(kinds, (link for links in labelled for link in links))
    for links in labelled:
        for label, edge, sure in links:
            if sure or label in meant:
                yield Relation(label, kinds.direction(label), edge)


def _meant(kinds: Kinds, labelled: Iterable[tuple[str, Edge, bool]]) -> set[str]:
    """The labels that name a relation wherever they stand: usual ones, and those of two notes."""
    standing: defaultdict[str, set[str]] = defaultdict(set)
    for label, edge, _ in labelled:
        standing[label].add(edge.source)
    spread: defaultdict[str, set[str]] = defaultdict(set)
    for label, paths in standing.items():
        spread[key(label)] |= paths
    return {label for label in standing if kinds.is_known(label) or len(spread[key(label)]) > 1}
