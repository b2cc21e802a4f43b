"""The rule `duplicate-relation`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.kinds import key
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="relations")
def duplicate_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A note states a relation twice.

    The same label links the same note again.

    When it is wrong to worry: another label says something else of the two notes, a plain link in
    the text is no relation, and a note that does not exist yet may be linked twice.

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
    seen = set()
    for relation in graph.relations:
        stated = (relation.source, key(relation.kind), relation.target)
        if relation.target is not None and stated in seen:
            message = f"{relation.kind} leads to {relation.target} already"
            yield Finding(relation.edge.place, message, "keep one of the two links")
        seen.add(stated)
