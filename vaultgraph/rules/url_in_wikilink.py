"""The rule `url-in-wikilink`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.causes import Cause
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def url_in_wikilink(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A web address stands in double brackets.

    Obsidian takes it for the name of a note that does not exist; a click creates that note.

    Bad::

        -- Heat.md --
        [[https://example.com|a page]]

    Good::

        -- Heat.md --
        [a page](https://example.com)
    """
    for edge in graph.broken_links(source, Cause.ADDRESS):
        hint = f"write [text]({edge.link.target})"
        yield Finding(edge.place, "a web address in double brackets is no web link", hint)
