"""The rule `broken-link`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.causes import Cause
from vaultgraph.graph.retargeting import mended
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_ADDRESS = re.compile(r"\((?:[A-Za-z][A-Za-z0-9+.-]*:|#|\.{0,2}/|www\.)")


@rule(Severity.ERROR, skips_templates=True)
def broken_link(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link points at a note or file that does not exist.

    Obsidian creates an empty note as soon as someone clicks such a link.  Usually the note was
    renamed or moved, or its name was mistyped.  A link to a folder opens nothing either.  What
    templates link, whoever fills them in has to write.

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
        path, hint = edge.link.path, _hint(graph, edge)
        crowd = "" if hint else f"{{count}} links lead to {path}, which does not exist"
        message = f"nothing in the vault is called {path}"
        yield Finding(edge.place, message, hint, crowd, fix=mended(graph, edge))
    for edge in graph.broken_links(source, Cause.FOLDER):
        message = f"{edge.link.path} is a folder, and Obsidian opens only files"
        yield Finding(edge.place, message, "link a note in it", severity=Severity.WARNING)


def _hint(graph: VaultGraph, edge: Edge) -> str:
    """What was meant: a link in single brackets, a name with a `#`, or one that comes near."""
    link = edge.link
    if link.syntax == "wikilink" and "](" in link.path:
        return "write single brackets, [text](address): double ones are for notes"
    if link.syntax == "wikilink" and _ADDRESS.match(graph.vault.text(edge.source), link.end):
        return rf"write [\[{link.path}\]](address): double brackets are for notes"
    if link.subpath and graph.resolver.called(link.target.removesuffix(".md")):
        return f"rename {link.target}: in a link, # begins a heading"
    return graph.causes.hint(edge)
