"""The rule `missing-note-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule


@rule(
    Severity.INFO,
    plural("{count:,} note without an id", "{count:,} notes without an id"),
    on="note",
    by_default=False,
    skips_templates=True,
)
def missing_note_id(graph: VaultGraph, note: Note, *, key: str = "id") -> Iterator[Finding]:
    """A note has no ID among its properties.

    For vaults in which other programs identify a note by a property.

    When it is wrong to worry: a template is yet to be filled in, and a note without text is yet to
    be written.  Neither is reported.

    Bad::

        -- Heat.md --
        Energy on its way.

    Good::

        -- Heat.md --
        ---
        id: 7
        ---
        Energy on its way.

    Fine::

        -- Templates/Person.md --
        Who it is.
        -- Heat.md --
        # Heat

    Options:
        key: the name of the property.
    """
    if note.properties.get(key) in (None, "") and not note.parsed.is_empty:
        message = say("the property {name} is missing", name=key)
        group_message = say("{count:,} notes lack the property {name}", name=key)
        yield Finding(Span(note.path), message, say("add it"), group_message)
