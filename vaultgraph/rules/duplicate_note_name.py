"""The rule `duplicate-note-name`."""

from collections.abc import Iterator, Sequence

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule

_MOST_FOLDERS = 3


@rule(Severity.WARNING, asks="links", skips_templates=True)
def duplicate_note_name(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes have the same name in different folders.

    A link by name alone reaches only one of them, and which one depends on where it is written.
    Where no link has nothing but the name, as for many a README, this is only information.

    Bad::

        -- Physics/Energy.md --
        What is conserved.
        -- Physics/Heat.md --
        [[Energy]]
        -- Society/Energy.md --
        What is sold.

    Good::

        -- Physics/Energy.md --
        [[Energy policy]]
        -- Society/Energy policy.md --
        [[Energy]]
    """
    named = {fold(name.removesuffix(".md")) for name in _bare_names(graph)}
    for namesakes in graph.namesakes:
        judged = [path for path in namesakes if path not in graph.vault.excluded]
        paths = sorted({fold(path): path for path in judged}.values(), key=_by_length)
        if len(paths) < 2:
            continue
        name = graph.vault.notes[paths[0]].name
        message = f"{len(paths)} notes are called {name}: {_folders(paths)}"
        if fold(name) in named:
            hint = "rename all but one, or link them by their paths"
            yield Finding(Place(paths[0]), message, hint)
        else:
            hint = "no link has this name alone, so none is confused"
            crowd = "{count} names belong to several notes, but no link confuses them"
            yield Finding(Place(paths[0]), message, hint, crowd, Severity.INFO)


def _bare_names(graph: VaultGraph) -> Iterator[str]:
    """Yield the names in links that give no folder and fit several files."""
    edges = (edge for links in graph.outgoing.values() for edge in links.odd)
    return (edge.link.path for edge in edges if edge.target and _is_bare(graph, edge))


def _is_bare(graph: VaultGraph, edge: Edge) -> bool:
    """Whether the link of *edge* has a name alone; one in Markdown names the file beside it."""
    path, syntax = edge.link.path, edge.link.syntax
    if not path or "/" in path:
        return False
    return syntax in {"wikilink", "property"} or graph.resolver.is_ambiguous(path, edge.source)


def _by_length(path: str) -> tuple[int, str]:
    return len(path), path


def _folders(paths: Sequence[str]) -> str:
    """The folders of *paths* in words, of many only the first."""
    names = [path.rpartition("/")[0] or "the top of the vault" for path in paths]
    if len(names) > _MOST_FOLDERS:
        names[_MOST_FOLDERS:] = [f"{len(names) - _MOST_FOLDERS} more"]
    return f"in {', '.join(names[:-1])} and {names[-1]}"
