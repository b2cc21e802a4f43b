"""The rule `duplicate-note-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING, asks="properties", skips_templates=True)
def duplicate_note_id(graph: VaultGraph, *, key: str = "id") -> Iterator[Finding]:
    """Two notes have the same ID among their properties.

    Other programs take them for one note. It happens when a note is copied.

    Bad::

        -- Heat.md --
        ---
        id: 7
        ---
        -- Work.md --
        ---
        id: 7
        ---

    Good::

        -- Heat.md --
        ---
        id: 7
        ---
        -- Work.md --
        ---
        id: 8
        ---

    Options:
        key: the name of the property.
    """
    first: dict[str, str] = {}
    for note in graph.notes:
        value = note.properties.get(key)
        if isinstance(value, str | int) and value != "":
            owner = first.setdefault(str(value), note.path)
            if owner != note.path:
                message = f"{owner} has the {key} {value} too"
                yield Finding(graph.property_place(note, key), message, "give one of them another")
