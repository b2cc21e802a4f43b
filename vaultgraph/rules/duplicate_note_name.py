"""The rule `duplicate-note-name`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="names")
def duplicate_note_name(graph: VaultGraph) -> Iterator[Finding]:
    """Two notes have the same name in different folders.

    A link by name alone reaches only one of them, and which one depends on where it is written.

    Bad::

        -- Physics/Energy.md --
        [[Society/Energy]]
        -- Society/Energy.md --
        [[Physics/Energy]]

    Good::

        -- Physics/Energy.md --
        [[Energy policy]]
        -- Society/Energy policy.md --
        [[Energy]]
    """
    for paths in graph.namesakes:
        shortest = min(paths, key=lambda path: (len(path), path))
        for path in paths:
            if path != shortest:
                yield Finding(
                    Place(path),
                    f"{shortest} has the same name",
                    "rename one of them, or link them by their paths",
                )
