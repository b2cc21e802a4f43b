"""The rule `unescaped-pipe`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Fix, MarkupFault, Note, Severity, Span, path_of
from vaultgraph.rules import rule

_GROUP = say("{count:,} links in tables are cut by a | without a backslash")


@rule(
    Severity.WARNING,
    plural(
        "{count:,} link that a table cuts at its |",
        "{count:,} links that tables cut at their |",
    ),
    on="markup fault",
    of="bar-in-row",
)
def unescaped_pipe(graph: VaultGraph, note: Note, fault: MarkupFault) -> Iterator[Finding]:
    r"""A link in a table contains a `|` without a backslash.

    There a `|` begins the next cell, so the reading view shows half a link, and the last cell of
    the row is lost.  The fix writes `\|`, which Obsidian takes for the `|` of the link.

    Bad::

        -- Heat.md --
        | law | of |
        |---|---|
        | [[Work|the first]] | energy |
        -- Work.md --
        See [[Heat]].

    Good::

        -- Heat.md --
        | law | of |
        |---|---|
        | [[Work\|the first]] | energy |
        -- Work.md --
        See [[Heat]].

    When it is wrong to worry: without a line of dashes below its first row, it is not a table.  If
    neither the note exists nor the number of cells shows that a link is meant, there may be none.

    Fine::

        -- Heat.md --
        Both [[Work|work]] | heat

        | cell | cell | cell |
        |---|---|---|
        | [[ cold | warm ]] | `[[Work|work]]` |
        -- Work.md --
        See [[Heat]].
    """
    if fault.is_sure or graph.resolver.resolve(path_of(fault.target), note.path) is not None:
        message = say("this | begins the next cell of the table, so the link is cut")
        hint = say("write {text}", text=fault.detail)
        span = Span(note.path, fault.start, fault.end)
        yield Finding(span, message, hint, _GROUP, fix=Fix(fault.detail))
