"""The rule `deprecated-property`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule

_NAMES = {"tag": "tags", "alias": "aliases", "cssclass": "cssclasses"}


@rule(Severity.INFO)
def deprecated_property(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A property has a name that Obsidian no longer reads.

    Since version 1.9 only `tags`, `aliases` and `cssclasses` count, and only as lists.

    Bad::

        -- Heat.md --
        ---
        tag: physics
        ---
        Energy on its way.

    Good::

        -- Heat.md --
        ---
        tags: [physics]
        ---
        Energy on its way.
    """
    for old, new in _NAMES.items():
        if old in note.properties:
            crowd = f"{{count}} notes have the property {old}"
            message = f"Obsidian no longer reads the property {old}"
            yield Finding(Place(note.path), message, f"call it {new}", crowd)
