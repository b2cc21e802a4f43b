"""The rule `broken-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.causes import Cause
from vaultgraph.graph.retargeting import mended
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.ERROR)
def broken_link(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link points at a note or file that does not exist.

    Obsidian creates an empty note as soon as someone clicks such a link.  Usually the note was
    renamed or moved, or its name was mistyped.

    Bad::

        -- Heat.md --
        See [[Entropie]].
        -- Entropy.md --
        Disorder, counted. Back to [[Heat]].

    Good::

        -- Heat.md --
        See [[Entropy]].
        -- Entropy.md --
        Disorder, counted.
    """
    for edge in graph.broken_links(source, Cause.FILE):
        hint = graph.causes.hint(edge.link)
        message = f"nothing in the vault is called {edge.link.path}"
        yield Finding(edge.place, message, hint, fix=mended(graph, edge))
