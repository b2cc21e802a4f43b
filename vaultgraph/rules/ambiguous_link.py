"""The rule `ambiguous-link`."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.reading import with_path
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
            candidates = resolver.candidates(path)
            others = [other for other in candidates if other != edge.target]
            if len(set(map(fold, candidates))) == 1:
                continue  # there is no way to tell them apart
            yield Finding(
                edge.place,
                f"{path} may mean {' or '.join([edge.target, *others[:3]])}",
                f"{_opened(edge.target, others)}; write {_clear(graph, edge)} to say so",
            )


def _opened(target: str, others: Sequence[str]) -> str:
    """Which file Obsidian opens, *target* or one of the *others* whose path is as short."""
    if any(len(other) == len(target) for other in others):
        return f"no rule decides; {target} comes first"
    return f"Obsidian opens {target}"


def _clear(graph: VaultGraph, edge: Edge) -> str:
    """The link of *edge* with the whole path of its target."""
    way = edge.target or ""
    if edge.link.syntax == "markdown" or edge.link.path.endswith(".md"):
        return with_path(graph.written(edge), way)
    return with_path(graph.written(edge), way.removesuffix(".md")) or way
