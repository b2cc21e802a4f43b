"""The rule `unwritten-note`."""

from collections.abc import Iterator

from vaultgraph.graph import Edge, VaultGraph
from vaultgraph.graph.link_fixes import suggest_hint
from vaultgraph.graph.reasons import Reason
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_GROUP = "{count} links lead to {notes} not written yet; most wanted: {most}"
_DAYS = "{count} links lead to {days} without a note"


@rule(Severity.INFO, on="broken link", of="unwritten unwritten-day", skips_templates=True)
def unwritten_note(graph: VaultGraph, edge: Edge, reason: Reason) -> Iterator[Finding]:
    """A link names a note that has not been written yet.

    In Obsidian one links first and writes later: a click on such a link creates the note.  The
    report lists the notes that are wanted most.  Days in the format of the vault's daily or
    periodic notes, or in ISO form, are counted apart.

    Bad::

        -- Heat.md --
        Read [[Lagrange multipliers]] next.

    Good::

        -- Heat.md --
        Read [[Lagrange multipliers]] next.
        -- Lagrange multipliers.md --
        Extremes under constraints.

    When it is wrong to worry: always, unless the name was mistyped or the note deleted.  Where
    anything in the vault speaks for that, broken-link reports it.

    Fine::

        -- Heat.md --
        See [[Thermodinamics]].
        -- Thermodynamics.md --
        Back to [[Heat]].
    """
    path = edge.link.path
    if reason is Reason.UNWRITTEN_DAY:
        yield Finding(edge.place, f"there is no note for {path} yet", "", _DAYS, subject=path)
        return
    message, hint = f"{path} is not written yet", suggest_hint(graph, edge)
    yield Finding(edge.place, message, hint, _GROUP, subject=path)
