"""The rule `duplicate-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def duplicate_note(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes have the same text.

    One of them is a copy that was forgotten: whatever is changed in one is missing in the other.
    Notes with less than a line of text are not compared.

    Bad::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.
        -- Copies/Warmth.md --
        Energy on its way from a warm body to a cold one.

    Good::

        -- Heat.md --
        Energy on its way from a warm body to a cold one.
        -- Copies/Warmth.md --
        [[Heat]]
    """
    for paths in graph.vault.equal_notes:
        kept = min(paths, key=lambda path: (len(path), path))
        for path in paths:
            if path != kept:
                hint = "keep one of them, and link it"
                yield Finding(Place(path), f"{kept} has the same text", hint)
