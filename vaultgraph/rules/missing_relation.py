"""The rule `missing-relation`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} note without relations", "{count:,} notes without relations"),
    on="vault",
    by_default=False,
    skips_templates=True,
)
def missing_relation(graph: VaultGraph) -> Iterator[Finding]:
    """A note has no relations.

    For vaults in which every note is connected to the others by a relation, to it or from it.

    When it is wrong to worry: in most vaults plain links are enough, so the rule is off unless you
    turn it on.  Templates, and notes that the settings of Obsidian exclude, are not reported.

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
        is_checked = note.path not in graph.vault.excluded
        if is_checked and note.path not in related and note.path not in graph.vault.unreadable:
            message = say("this note has no relations")
            hint = say("add a line such as Related: [[…]]")
            group_message = say("{count:,} notes have no relations")
            yield Finding(Span(note.path), message, hint, group_message)
