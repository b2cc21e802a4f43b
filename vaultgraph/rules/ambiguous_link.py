"""The rule `ambiguous-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def ambiguous_link(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link fits several files, and only the length of their paths decides.

    Obsidian takes a file whose whole path the link gives, then one beside the note, then the one
    with the shortest path.  Such a link changes its meaning when a folder is renamed.

    Bad::

        -- Heat.md --
        [[Energy]]
        -- Physics/Energy.md --
        What is conserved.
        -- Society/Energy.md --
        What is sold.

    Good::

        -- Heat.md --
        [[Physics/Energy]]
        -- Physics/Energy.md --
        What is conserved.
        -- Society/Energy.md --
        What is sold.
    """
    resolver = graph.resolver
    for edge in graph.outgoing[source.path].odd:
        path = edge.link.path
        if edge.target is None or not path or edge.link.syntax == "canvas":
            continue
        if resolver.is_ambiguous(path, edge.source):
            others = [other for other in resolver.candidates(path) if other != edge.target]
            written = edge.target.removesuffix(".md")
            yield Finding(
                edge.place,
                f"{path} may mean {' or '.join([edge.target, *others[:3]])}",
                f"Obsidian opens {edge.target}; write [[{written}]] to say so",
            )
