"""The rule `missing-property`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Note, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.INFO, on=False, skips_templates=True)
def missing_property(
    graph: VaultGraph, note: Note, *, properties: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """A note lacks a property that all notes should have.

    For vaults in which every note has, say, a date. Which properties, the settings say.

    Bad::

        -- .vaultgraph.toml --
        [rules.missing-property]
        properties = ["date"]
        -- Heat.md --
        Energy on its way.

    Good::

        -- .vaultgraph.toml --
        [rules.missing-property]
        properties = ["date"]
        -- Heat.md --
        ---
        date: 2026-11-24
        ---
        Energy on its way.

    Options:
        properties: the names of the properties.
    """
    for name in properties:
        if name not in note.properties:
            crowd = f"{{count}} notes lack the property {name}"
            yield Finding(Place(note.path), f"the property {name} is missing", "add it", crowd)
