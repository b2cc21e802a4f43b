"""The rule `empty-note`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, skips_templates=True)
def empty_note(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A note has no text.

    Often a link was clicked by mistake, and Obsidian made a note of it. Properties alone are no
    text.

    Bad::

        -- Heat.md --
        See [[Entropy]].
        -- Entropy.md --

    Good::

        -- Heat.md --
        See [[Entropy]].
        -- Entropy.md --
        Disorder, counted.
    """
    unread = note.path in graph.vault.unreadable
    if note.record.is_empty and not unread and note.path not in graph.vault.excluded:
        crowd = "{count} notes have no text"
        yield Finding(Place(note.path), "this note has no text", "write it, or delete it", crowd)
