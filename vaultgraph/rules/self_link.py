"""The rule `self-link`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} link of a note to itself", "{count:,} links of notes to themselves"),
    on="note or canvas",
    by_default=False,
)
def self_link(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A note links to itself.

    Such a link goes nowhere.  A link to a heading or a block of the same note does.

    Bad::

        -- Heat.md --
        See [[Heat]].

    Good::

        -- Heat.md --
        See [[#Laws]].
        # Laws

    When it is wrong to worry: a link to a heading or a block of its own note goes somewhere, and so
    does one to another note of the same name.

    Fine::

        -- Heat.md --
        See [[#Laws]], [[Heat#Laws]] and [[old/Heat]].
        # Laws
        -- old/Heat.md --
        What I wrote before.
    """
    for edge in graph.links_of(source).edges:
        if edge.target == edge.source and edge.link.path and not edge.link.subpath:
            hint = say("link to another note, or to a heading in this one")
            yield Finding(edge.span, say("this link leads to its own note"), hint)
