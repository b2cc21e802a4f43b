"""The rule `ambiguous-link`."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from posixpath import dirname, normpath

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import Message, any_of, join, plural, say, say_count
from vaultgraph.model import Finding, Severity
from vaultgraph.reading import with_path
from vaultgraph.rules import rule

_MAX_CANDIDATES = 4
_MAX_NOTES = 3


@rule(
    Severity.WARNING,
    plural("{count:,} link that matches several files", "{count:,} links that match several files"),
    on="vault",
)
def ambiguous_link(graph: VaultGraph) -> Iterator[Finding]:
    """A link matches several files, and Obsidian opens the one with the shortest path.

    Obsidian prefers the file whose full path the link gives, then one in the folder of the note,
    then the one with the shortest path.  Such a link may lead to another file once a folder is
    renamed.  Each name is reported once, where it is first linked.

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
    are, and so does one that the full path names.  A Markdown link means the file that its path
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
    """Whether the link of *edge* matches several files that a path can distinguish."""
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
    """The finding about *edges*, whose links match the same files, at the first of them."""
    first = edges[0]
    target = first.target or ""
    others = [path for path in graph.resolver.candidates(first.link.path) if path != target]
    files = [target, *others][:_MAX_CANDIDATES]
    choices = any_of([_written(graph, first, path) for path in files])
    return Finding(first.span, _message(edges, files), _hint(choices, target, others))


def _message(edges: Sequence[Edge], files: Sequence[str]) -> Message:
    """Which *files* the links of *edges* match, and in which other notes such links are."""
    first, choices = edges[0], any_of(files)
    paths = [path for path in dict.fromkeys(edge.source for edge in edges) if path != first.source]
    if not paths:
        return say("{path} may mean {files}", path=first.link.path, files=choices)
    notes = join(", ", paths[:_MAX_NOTES])
    if len(paths) <= _MAX_NOTES:
        return say(
            "{path} may mean {files}, also in {notes}",
            path=first.link.path,
            files=choices,
            notes=notes,
        )
    return say_count(
        "{path} may mean {files}, also in {notes} and {count:,} more note",
        "{path} may mean {files}, also in {notes} and {count:,} more notes",
        len(paths) - _MAX_NOTES,
        path=first.link.path,
        files=choices,
        notes=notes,
    )


def _hint(choices: Message, target: str, others: Sequence[str]) -> Message:
    """How to write the link, and what Obsidian opens: *target* or one with as short a path."""
    if any(len(other) == len(target) for other in others):
        return say(
            "write {choices}; their paths are equally long, so Obsidian may open either",
            choices=choices,
        )
    return say("write {choices}; Obsidian opens {path}", choices=choices, path=target)


def _written(graph: VaultGraph, edge: Edge, path: str) -> str:
    """The link of *edge* with the full *path*."""
    if edge.link.syntax == "markdown" or edge.link.path.endswith(".md"):
        return with_path(graph.written(edge), path) or path
    return with_path(graph.written(edge), path.removesuffix(".md")) or path
