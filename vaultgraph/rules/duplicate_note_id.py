"""The rule `duplicate-note-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say, say_count
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_PLACEHOLDER = lazy_re(r"(?=.*YY)[YMDdHhmsSATZ\W_]+|[xX]{3,}")


@rule(
    Severity.WARNING,
    plural("{count:,} note with the id of another", "{count:,} notes with the id of another"),
    on="vault",
    skips_templates=True,
)
def duplicate_note_id(graph: VaultGraph, *, key: str = "id") -> Iterator[Finding]:
    """Two notes have the same ID among their properties.

    Other programs take them for one note.  It happens when a note is copied.

    When it is wrong to worry: the ID of a template is filled in later, and a note that is an exact
    copy is reported by `duplicate-note`.

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

    Fine::

        -- Templates/Person.md --
        ---
        id: 0
        ---
        -- Templates/Book.md --
        ---
        id: 0
        ---

    Options:
        key: the name of the property.
    """
    first: dict[str, str] = {}
    unfilled: list[Note] = []
    for note in graph.notes_with("properties"):
        value = note.parsed.properties.get(key)
        if not isinstance(value, str | int) or value == "" or graph.vault.is_template(note.path):
            continue
        if _PLACEHOLDER.fullmatch(str(value)):
            unfilled.append(note)
            continue
        owner = first.setdefault(str(value), note.path)
        if owner != note.path and note.path not in graph.copied_notes:
            message = say("{path} also has the {key} {value}", path=owner, key=key, value=value)
            yield Finding(graph.property_span(note, key), message, say("change one of them"))
    if len(unfilled) > 1:
        value = unfilled[0].properties[key]
        message = say_count(
            "the {key} {value} of {count:,} note is a placeholder",
            "the {key} {value} of {count:,} notes is a placeholder",
            len(unfilled),
            key=key,
            value=value,
        )
        hint = say("give each note its own ID")
        yield Finding(graph.property_span(unfilled[0], key), message, hint)
