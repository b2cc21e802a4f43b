"""The rule `alias-as-target`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.causes import Cause
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def alias_as_target(graph: VaultGraph) -> Iterator[Finding]:
    """A link names a note by its alias, which Obsidian does not follow.

    Aliases only help to find a note while typing: Obsidian then writes its real name, with the
    alias behind a pipe.  A bare alias points at a note that does not exist.

    Bad::

        -- Heat.md --
        [[Disorder]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---

    Good::

        -- Heat.md --
        [[Entropy|Disorder]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
    """
    for edge in graph.broken_by_cause.get(Cause.ALIAS, ()):
        alias, name = edge.link.path, graph.causes.alias_of(edge.link)
        hint = f"write [[{name}{edge.link.subpath}|{alias}]]"
        yield Finding(edge.place, f"{alias} is an alias of {name}, not its name", hint)
