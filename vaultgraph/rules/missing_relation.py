"""The rule `missing-relation`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(Severity.INFO, on="vault", by_default=False, skips_templates=True)
def missing_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A note has no relation to another.

    For vaults in which every note has its place among the others by a relation, to it or from it.

    When it is wrong to worry: in most vaults plain links are enough, so the rule is off unless you
    turn it on.  Templates, and what the settings of Obsidian exclude, are left out.

    Bad::

        -- Heat.md --
        Energy on its way.

    Good::

        -- Heat.md --
        Related: [[Work]]
        -- Work.md --
        Force times distance.

    Fine::

        -- .obsidian/app.json --
        {"userIgnoreFilters": ["Archive/"]}
        -- Archive/Heat.md --
        Energy on its way.
        -- Templates/Person.md --
        Who it is.
    """
    related = {end for r in graph.relations for end in (r.source, r.target)}
    for note in graph.notes:
        is_judged = note.path not in graph.vault.excluded
        if is_judged and note.path not in related and note.path not in graph.vault.unreadable:
            group_message = "{count} notes have no relation to another"
            hint = "add a line such as Related: [[…]]"
            yield Finding(
                Span(note.path), "no relation leads here, and none away", hint, group_message
            )
