"""The rule `broken-heading`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.near import NearNames
from vaultgraph.graph.subpaths import has_heading
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def broken_heading(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link names a heading that its note does not have.

    Obsidian opens the note at its top.  Headings compare by their letters and digits, without
    case; those in quotes and lists cannot be linked.

    Bad::

        -- Heat.md --
        [[Energy#Law]]
        -- Energy.md --
        # Laws

    Good::

        -- Heat.md --
        [[Energy#laws]]
        -- Energy.md --
        # Laws
    """
    for edge, note in graph.subpath_edges(source):
        subpath = edge.link.subpath
        if not subpath.startswith(("#^", "#[^")) and not has_heading(note, subpath):
            wanted = subpath.lstrip("#")
            yield Finding(edge.place, f"{note.path} has no heading {wanted}", _hint(note, wanted))


def _hint(note: Note, wanted: str) -> str:
    if not note.headings:
        return "that note has no headings at all"
    near = NearNames(heading.text for heading in note.headings).find(wanted.rpartition("#")[2])
    return f"did you mean #{near[0]}?" if near else ""
