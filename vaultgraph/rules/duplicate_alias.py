"""The rule `duplicate-alias`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="properties", skips_templates=True)
def duplicate_alias(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes share an alias, or one has the name of another for an alias.

    When a link is typed, both are offered under one name.

    Bad::

        -- Heat.md --
        ---
        aliases: [Warmth]
        ---
        -- Work.md --
        ---
        aliases: [Warmth]
        ---

    Good::

        -- Heat.md --
        ---
        aliases: [Warmth]
        ---
        -- Work.md --
        ---
        aliases: [Labour]
        ---
    """
    first: dict[str, str] = {}
    told = set()
    for note in graph.notes:
        for alias in dict.fromkeys(note.aliases):
            named = graph.resolver.called(alias)
            owner = named[0] if named else first.setdefault(fold(alias), note.path)
            if owner != note.path and (owner, note.path) not in told:
                told.add((note.path, owner))  # the other may have this one's name as well
                place = graph.property_place(note, "aliases", alias)
                hint = "give one of them another alias"
                yield Finding(place, f"{owner} is called {alias} too", hint)
