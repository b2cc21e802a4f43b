"""The rule `orphan-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, asks="links templates", skips_templates=True)
def orphan_note(graph: VaultGraph) -> Iterator[Finding]:
    """No other note links here, and no link leads out.

    Such a note is found only by searching.  Attachments do not count, nor do links to the note
    itself.  Templates and drawings may stand alone.

    Bad::

        -- Heat.md --
        Energy on its way.

    Good::

        -- Heat.md --
        Energy on its way, see [[Energy]].
        -- Energy.md --
        What is conserved.
    """
    crowd = f"{{count}} of {len(graph.notes):,} notes stand alone: no links in or out"
    for note in graph.orphans:
        hint = "link it from a note that leads here"
        yield Finding(
            Place(note.path), "no note links here, and it links no note that exists", hint, crowd
        )
