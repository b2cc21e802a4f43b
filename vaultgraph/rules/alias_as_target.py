"""The rule `alias-as-target`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.causes import Cause
from vaultgraph.graph.retargeting import pointed_at
from vaultgraph.model import Finding, Fix, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def alias_as_target(graph: VaultGraph, source: Note) -> Iterator[Finding]:
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
    for edge in graph.broken_links(source, Cause.ALIAS):
        alias, name = edge.link.path, graph.causes.alias_of(edge.link)
        hint = f"write [[{name}{edge.link.subpath}|{alias}]]"
        message = f"{alias} is an alias of {name}, not its name"
        yield Finding(edge.place, message, hint, fix=_fix(graph, edge, name))


def _fix(graph: VaultGraph, edge: Edge, name: str) -> Fix | None:
    """The link with the note's *name*, and the alias for its text, if it stands in no table."""
    target = graph.resolver.resolve(name, edge.source)
    fix = pointed_at(graph, edge, target) if target and edge.link.syntax == "wikilink" else None
    written = graph.written(edge)
    if not fix or "#" in written:
        return None
    if "|" in written:
        return fix
    row = graph.line(edge)
    return None if "|" in row else Fix(f"{fix.text[:-2]}|{edge.link.path}]]")
