"""The rule `missing-relation`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, on=False, asks="relations links", skips_templates=True)
def missing_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A note has no relation to another.

    For vaults in which every note has its place among the others by a relation, to it or from it.

    Bad::

        -- Heat.md --
        Energy on its way.

    Good::

        -- Heat.md --
        Related: [[Work]]
        -- Work.md --
        Force times distance.
    """
    related = {end for r in graph.relations for end in (r.source, r.target)}
    for note in graph.notes:
        if note.path not in related and note.path not in graph.vault.excluded:
            crowd = "{count} notes have no relation to another"
            hint = "add a line such as Related: [[…]]"
            yield Finding(Place(note.path), "no relation leads here, and none away", hint, crowd)
