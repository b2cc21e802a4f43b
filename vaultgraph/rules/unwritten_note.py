"""The rule `unwritten-note`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import suggest_hint
from vaultgraph.graph.reasons import Reason
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_GROUP = say("{count:,} links lead to {notes} not written yet; most wanted: {most}")
_DAYS = say("{count:,} links lead to {days} without a note")


@rule(
    Severity.INFO,
    plural("{count:,} link to a note not written yet", "{count:,} links to notes not written yet"),
    on="broken link",
    of="unwritten unwritten-day",
    skips_templates=True,
)
def unwritten_note(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A link names a note that has not been written yet.

    In Obsidian you can link first and write later: clicking such a link creates the note.  The
    report lists the most wanted notes.  Days in the format of the vault's daily or periodic notes,
    or in ISO form, are counted separately.

    Bad::

        -- Heat.md --
        Read [[Lagrange multipliers]] next.

    Good::

        -- Heat.md --
        Read [[Lagrange multipliers]] next.
        -- Lagrange multipliers.md --
        Extremes under constraints.

    When it is wrong to worry: always, unless the name was mistyped or the note deleted.  If
    anything in the vault suggests that, broken-link reports it.

    Fine::

        -- Heat.md --
        See [[Thermodinamics]].
        -- Thermodynamics.md --
        Back to [[Heat]].
    """
    path = edge.link.path
    if reason is Reason.UNWRITTEN_DAY:
        message = say("there is no note for {day} yet", day=path)
        yield Finding(edge.span, message, "", _DAYS, subject=path)
        return
    message = say("{note} is not written yet", note=path)
    yield Finding(edge.span, message, suggest_hint(graph, edge), _GROUP, subject=path)
