"""The rule `duplicate-relation`."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter

from vaultgraph.graph import Relation, VaultGraph
from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.graph.relations import section_and_part
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.reading import group_duplicates
from vaultgraph.rules import rule

_ENDS = attrgetter("source", "target")


@rule(
    Severity.WARNING,
    plural("{count:,} relation stated twice", "{count:,} relations stated twice"),
    on="vault",
)
def duplicate_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A note states a relation twice.

    Within one section, the same label links the same note, or the same part of it, again.

    When it is wrong to worry: another label states another relation, a plain link in the text is
    not a relation, each section has its own references, and a note that does not exist yet may be
    linked twice.

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
    same_ends = chain.from_iterable(group_duplicates(graph.relations, _ENDS))
    for relations in group_duplicates([*same_ends], _statement):
        seen = set()
        for relation in relations:
            place = section_and_part(relation.links.source.parsed, relation.link_index)
            if place in seen:
                message = say(
                    "{label} already links to {path}", label=relation.kind, path=relation.target
                )
                yield Finding(relation.edge.span, message, say("keep one of the two links"))
            seen.add(place)


def _statement(relation: Relation) -> tuple[str, str, str] | None:
    """What *relation* states; None if its target does not exist yet."""
    target = relation.target
    return (relation.source, normalize_label(relation.kind), target) if target is not None else None
