"""Which links with a label are relations: ways in which two notes belong together."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from operator import itemgetter
from typing import NamedTuple

from vaultgraph.graph.kinds import Kinds, key
from vaultgraph.graph.outgoing import Edge, Outgoing
from vaultgraph.model import Record

__all__ = ["Relation", "relations", "section_and_part"]


class Relation(NamedTuple):
    """One of `links` with a label: that at `place`.

    `kind` is the label as written; `direction` is 1, -1 or 0, see `kinds`.
    """

    kind: str
    direction: int
    links: Outgoing
    place: int

    @property
    def source(self) -> str:
        """The path of the note that states it."""
        return self.links.source.path

    @property
    def target(self) -> str | None:
        """The path that its link leads to; None if it is broken."""
        return self.links.targets[self.place]

    @property
    def edge(self) -> Edge:
        """Its link."""
        return self.links.edge(self.place)


def section_and_part(record: Record, index: int) -> tuple[int, str]:
    """Below how many headings the link with this *index* is, and which part of a note it names."""
    target, start = record.links[index][:2]
    section = bisect_right(record.headings, start, key=itemgetter(2))
    return section, "".join(target.partition("#")[1:])


def relations(sources: Iterable[Outgoing], kinds: Kinds) -> Iterator[Relation]:
    """Yield the relations of *sources*, in order; drawings have none.

    A label that is neither known to *kinds* nor proved by its syntax counts if it stands in two
    notes.
    """
    spelling: dict[str, str] = {}
    labelled = [
        (Relation(spelling.setdefault(label, label), kinds.direction(label), links, place), sure)
        for links in sources
        if links.source.has("relations") and not links.source.is_drawing
        for label, place, sure in links.source.record.relations
    ]
    meant = _meant(kinds, (relation for relation, _ in labelled))
    for relation, sure in labelled:
        if sure or relation.kind in meant:
            yield relation


def _meant(kinds: Kinds, labelled: Iterable[Relation]) -> set[str]:
    """The labels that name a relation wherever they stand: usual ones, and those of two notes."""
    standing: defaultdict[str, set[str]] = defaultdict(set)
    for relation in labelled:
        standing[relation.kind].add(relation.source)
    spread: defaultdict[str, set[str]] = defaultdict(set)
    for label, paths in standing.items():
        spread[key(label)] |= paths
    return {label for label in standing if kinds.is_known(label) or len(spread[key(label)]) > 1}
