"""The rule `case-mismatch`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import keep_display_text, spelled
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Fix, Note, Severity
from vaultgraph.reading import with_path
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} link with other capitals", "{count:,} links with other capitals"),
    on="note or canvas",
    by_default=False,
)
def case_mismatch(graph: VaultGraph, source: Note) -> Iterator[Finding]:
    """A link's capitalisation differs from the file name.

    Obsidian does not mind, but other programs and web sites built from the vault do.

    Bad::

        -- Heat.md --
        [[entropy]]
        -- Entropy.md --

    Good::

        -- Heat.md --
        [[Entropy]]
        -- Entropy.md --

    When it is wrong to worry: headings, tags and display texts may be in any case, and where
    several files have the name, it is not known which one is meant.

    Fine::

        -- Heat.md --
        [[Entropy#the laws|ENTROPY]] [[work]]
        -- Entropy.md --
        # The laws
        -- a/Work.md --
        -- b/work.md --
    """
    for edge in graph.links_of(source).edges:
        if edge.target is None or not edge.link.path:
            continue
        written = edge.link.path
        actual = spelled(graph, written, edge.target)
        if written != actual:
            message = say("the file is called {name}, not {written}", name=actual, written=written)
            hint = say("write {text}", text=actual)
            yield Finding(edge.span, message, hint, fix=_fix(graph, edge, actual))


def _fix(graph: VaultGraph, edge: Edge, actual: str) -> Fix | None:
    """The link of *edge* with the *actual* name; its display text stays as it is."""
    text = with_path(graph.written(edge), actual)
    return Fix(keep_display_text(graph, edge, text)) if text else None
