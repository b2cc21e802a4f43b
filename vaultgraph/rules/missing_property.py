"""The rule `missing-property`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} missing property", "{count:,} missing properties"),
    on="note",
    by_default=False,
    skips_templates=True,
)
def missing_property(
    graph: VaultGraph, note: Note, *, properties: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """A note lacks a property that all notes should have.

    For vaults in which every note has, say, a date.  The settings name the properties.

    When it is wrong to worry: a template is yet to be filled in, and is not reported; exclude other
    notes that do not need the property with `exclude`.

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

    Fine::

        -- .vaultgraph.toml --
        [rules.missing-property]
        properties = ["date"]
        exclude = ["Sources/**"]
        -- Templates/Person.md --
        Who it is.
        -- Sources/Carnot.md --
        On the motive power of fire.

    Options:
        properties: the names of the properties.
    """
    for name in properties:
        if name not in note.properties:
            message = say("the property {name} is missing", name=name)
            group_message = say("{count:,} notes lack the property {name}", name=name)
            yield Finding(Span(note.path), message, say("add it"), group_message)
