"""The rule `empty-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.evidence import Reason
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, skips_templates=True)
def empty_link(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link has no target.

    `[[|text]]` shows a text and points at a note called `|text`; `[text]()` points nowhere.

    Bad::

        -- Heat.md --
        See [[|the laws]] and [the laws]().

    Good::

        -- Heat.md --
        See [[Energy|the laws]].
        -- Energy.md --
        Nothing is lost.
    """
    hint = "write the note's name, or remove the brackets"
    for edge in graph.broken_links(source, Reason.EMPTY):
        yield Finding(edge.place, "this link leads nowhere", hint)
    for link in source.no_links:
        if not link.destination.strip():
            place = Place(source.path, link.start, link.end)
            yield Finding(place, "this link leads nowhere", hint)
