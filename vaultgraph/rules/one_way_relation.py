"""The rule `one-way-relation`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, on=False, asks="links")
def one_way_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A relation is not answered.

    For vaults in which relations are kept on both sides: the other note does not link back.

    Bad::

        -- Heat.md --
        Related: [[Work]]
        -- Work.md --
        Force times distance.

    Good::

        -- Heat.md --
        Related: [[Work]]
        -- Work.md --
        Related: [[Heat]]
    """
    linked = {(edge.source, edge.target) for edge in graph.edges}
    for relation in graph.relations:
        edge = relation.edge
        if edge.target in graph.vault.notes and (edge.target, edge.source) not in linked:
            crowd = "{count} relations are not answered"
            message = f"{edge.target} does not link back"
            yield Finding(edge.place, message, "link this note there", crowd)
