"""The rule `duplicate-relation`."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from vaultgraph.graph import Relation, VaultGraph
from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.graph.relations import section_and_part
from vaultgraph.model import Finding, Severity
from vaultgraph.reading import group_duplicates
from vaultgraph.rules import rule

_ENDS = attrgetter("source", "target")


@rule(Severity.WARNING, on="vault")
def duplicate_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A note states a relation twice.

    In one section, the same label links the same note again, or the same part of it.

    When it is wrong to worry: another label says something else of the two notes, a plain link in
    the text is no relation, each section has references of its own, and a note that does not exist
    yet may be linked twice.

    Bad::

        -- Heat.md --
        Related: [[Work]], [[Work]]
        -- Work.md --

    Good::

        -- Heat.md --
        Related: [[Work]]
        -- Work.md --

    Fine::

        -- Heat.md --
        Related: [[Work]], [[Entropy]]
        Source: [[Work]]
        Related: [[Entropy]]

        See also [[Work]].
        -- Work.md --
    """
    alike = chain.from_iterable(group_duplicates(graph.relations, _ENDS))
    for again in group_duplicates([*alike], _stated):
        seen = set()
        for relation in again:
            place = section_and_part(relation.links.source.parsed, relation.place)
            if place in seen:
                message = f"{relation.kind} leads to {relation.target} already"
                yield Finding(relation.edge.place, message, "keep one of the two links")
            seen.add(place)


def _stated(relation: Relation) -> tuple[str, str, str] | None:
    """What *relation* says; None if its note is not there yet."""
    target = relation.target
    return (relation.source, normalize_label(relation.kind), target) if target is not None else None
