"""The rule `duplicate-relation`."""

from bisect import bisect_right
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.kinds import key
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="relations text")
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
    seen = set()
    sections: dict[str, list[int]] = {}
    for relation in graph.relations:
        source, link = relation.source, relation.edge.link
        if source not in sections:
            sections[source] = [start for _, _, start in graph.vault.notes[source].record.headings]
        section = bisect_right(sections[source], link.start)
        stated = (source, section, key(relation.kind), relation.target, link.subpath)
        if relation.target is not None and stated in seen:
            message = f"{relation.kind} leads to {relation.target} already"
            yield Finding(relation.edge.place, message, "keep one of the two links")
        seen.add(stated)
