"""The rule `broken-block`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.subpaths import has_block
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, skips_templates=True)
def broken_block(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link names a block that its note does not have.

    Obsidian opens the note at its top, and an embed stays empty.  A block id stands at the end of a
    line, behind a blank, or alone below a table or a list.

    Bad::

        -- Heat.md --
        [[Energy#^first-law]]
        -- Energy.md --
        Nothing is lost.

    Good::

        -- Heat.md --
        [[Energy#^first-law]]
        -- Energy.md --
        Nothing is lost. ^first-law
    """
    for edge, note in graph.subpath_edges(source):
        subpath = edge.link.subpath
        if subpath.startswith("#^") and not has_block(note, subpath[2:]):
            hint = f"put {subpath[1:]} at the end of the paragraph you mean"
            yield Finding(edge.place, f"{note.path} has no block {subpath[1:]}", hint)
