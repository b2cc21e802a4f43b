"""The rule `one-way-relation`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.relation_types import RelationTypes
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} relation in one direction only", "{count:,} relations in one direction only"),
    on="vault",
    by_default=False,
    skips_templates=True,
)
def one_way_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A mutual relation has no counterpart.

    For vaults in which relations are kept on both sides: the other note does not link back.  Only
    labels that mean the same from either side are checked, such as Related or Relações.

    When it is wrong to worry: any link back is a counterpart, whatever its label, and a relation
    with a direction, such as Next, needs none.  Links in templates are not checked.

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

    Fine::

        -- Heat.md --
        Related: [[Work]]
        Next: [[Energy]]
        -- Work.md --
        As in [[Heat]].
        -- Energy.md --
        What is conserved.
        -- Templates/Body.md --
        Related: [[Energy]]
    """
    types = RelationTypes(graph.settings)
    linked = {(edge.source, edge.target) for edge in graph.edges}
    for relation in graph.relations:
        target = relation.target
        if not types.is_mutual(relation.kind) or not graph.vault.is_note(target or ""):
            continue
        if (target, relation.source) not in linked and target not in graph.vault.unreadable:
            message = say("{path} does not link back", path=target)
            hint = say("link to this note there")
            group_message = say("{count:,} mutual relations have no counterpart")
            yield Finding(relation.edge.span, message, hint, group_message)
