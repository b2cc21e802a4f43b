"""The rule `ambiguous-link`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from posixpath import dirname, normpath

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.model import Finding, Severity
from vaultgraph.reading import with_path
from vaultgraph.rules import rule

_MAX_CANDIDATES = 4
_MAX_NOTES = 3


@rule(Severity.WARNING, on="vault")
def ambiguous_link(graph: VaultGraph) -> Iterator[Finding]:
    """A link fits several files, and only the length of their paths decides.

    Obsidian takes a file whose whole path the link gives, then one in the folder of the note, then
    the one with the shortest path.  Such a link changes its meaning when a folder is renamed.  A
    name is reported once, where it is first linked.

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

    When it is wrong to worry: a file in the folder of the note comes first, wherever the others
    are, and so does one that the whole path names.  A Markdown link means the file that its path
    leads to from the note, as in every other program.

    Fine::

        -- Physics/Heat.md --
        [[Energy]]
        -- Physics/Energy.md --
        What is conserved.
        -- Society/Energy.md --
        What is sold.

    Fine::

        -- code/readme.md --
        Under the [licence](LICENSE).
        -- code/LICENSE --
        Do as you like.
        -- a/LICENSE.md --
        Ask first.
        -- b/LICENSE.md --
        Never.
    """
    by_name: defaultdict[str, list[Edge]] = defaultdict(list)
    for links in graph.notable_links:
        for edge in links.notable:
            if edge.target is not None and _is_ambiguous(graph, edge):
                by_name[fold(edge.link.path)].append(edge)
    for edges in by_name.values():
        yield _finding(graph, edges)


def _is_ambiguous(graph: VaultGraph, edge: Edge) -> bool:
    """Whether the link of *edge* fits several files that can be told apart by a path."""
    link = edge.link
    if not link.path or link.syntax == "canvas":
        return False
    if not graph.resolver.is_ambiguous(link.path, edge.source):
        return False
    if link.syntax in {"markdown", "reference"} and _leads_there_from_note(graph, edge):
        return False
    candidates = graph.resolver.candidates(link.path)
    return len(set(map(fold, candidates))) > 1 and not _are_copies(graph, candidates)


def _are_copies(graph: VaultGraph, paths: Sequence[str]) -> bool:
    """Whether the notes at *paths* have the same text; `duplicate-note` reports that."""
    return len({graph.copied_notes.get(path, path) for path in paths}) == 1


def _leads_there_from_note(graph: VaultGraph, edge: Edge) -> bool:
    path = normpath(f"{dirname(edge.source)}/{edge.link.path}").lstrip("/")
    return bool(graph.resolver.exact(path) or graph.resolver.exact(f"{path}.md"))


def _finding(graph: VaultGraph, edges: Sequence[Edge]) -> Finding:
    """What to say about *edges*, whose links name the same files; it is said at the first one."""
    first = edges[0]
    target = first.target or ""
    others = [path for path in graph.resolver.candidates(first.link.path) if path != target]
    files = [target, *others][:_MAX_CANDIDATES]
    message = f"{first.link.path} may mean {' or '.join(files)}{_also_in(edges)}"
    choices = " or ".join(_written(graph, first, path) for path in files)
    return Finding(first.place, message, f"write {choices}; {_choice(target, others)}")


def _also_in(edges: Sequence[Edge]) -> str:
    """The other notes with such a link, in words."""
    paths = [
        path for path in dict.fromkeys(edge.source for edge in edges) if path != edges[0].source
    ]
    if not paths:
        return ""
    others = len(paths) - _MAX_NOTES
    more = f" and {others:,} more note{'s' * (others > 1)}" if others > 0 else ""
    return f", also in {', '.join(paths[:_MAX_NOTES])}{more}"


def _choice(target: str, others: Sequence[str]) -> str:
    """Which file Obsidian opens, *target* or one of the *others* whose path is as short."""
    if any(len(other) == len(target) for other in others):
        return "their paths are equally long, so Obsidian may open either"
    return f"Obsidian opens {target}"


def _written(graph: VaultGraph, edge: Edge, path: str) -> str:
    """The link of *edge* with the whole *path*."""
    if edge.link.syntax == "markdown" or edge.link.path.endswith(".md"):
        return with_path(graph.written(edge), path) or path
    return with_path(graph.written(edge), path.removesuffix(".md")) or path
