"""The rule `property-type`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_MESSAGES = {
    "text": say("the property {name} should be a single text"),
    "number": say("the property {name} should be a number"),
    "checkbox": say("the property {name} should be true or false"),
    "date": say("the property {name} should be a date such as 2026-11-24"),
    "datetime": say("the property {name} should be a time such as 2026-11-24T10:30"),
}
_LIST = say("the property {name} should be a list")
_GROUP = say("{count:,} values of the property {name} are not of its type")


@rule(
    Severity.INFO,
    plural("{count:,} property of another type", "{count:,} properties of another type"),
    on="note",
    of="properties",
    skips_templates=True,
)
def property_type(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A property does not have the type that the vault gives it.

    Obsidian keeps the types in `.obsidian/types.json`, and shows a warning next to such a value: it
    cannot be edited as a date or a number, and queries sort and compare it as something else.

    Bad::

        -- .obsidian/types.json --
        {"types": {"due": "date"}}
        -- Heat.md --
        ---
        due: next Tuesday
        ---
        Energy on its way.

    Good::

        -- .obsidian/types.json --
        {"types": {"due": "date"}}
        -- Heat.md --
        ---
        due: 2026-11-24
        ---
        Energy on its way.

    When it is wrong to worry: an empty value is of every type, a single text is a list of one, and
    a number in quotes is a number.  Types that a plugin adds are not checked.

    Fine::

        -- .obsidian/types.json --
        {"types": {"due": "date", "tags": "tags", "pages": "number", "stars": "rating"}}
        -- Heat.md --
        ---
        due:
        tags: physics
        pages: "12"
        stars: many
        ---
        Energy on its way.
    """
    types = graph.vault.property_types
    if not types:
        return
    from vaultgraph.reading.property_types import is_of_type

    for name, value in note.parsed.properties.items():
        expected = types.get(name.lower())
        if expected and not is_of_type(value, expected) and not _is_bare_link(value):
            place = graph.property_span(note, name, value if isinstance(value, str) else "")
            message = _MESSAGES.get(expected, _LIST).with_values({"name": name})
            hint = say("change it, or the type of the property in Obsidian")
            yield Finding(place, message, hint, _GROUP.with_values({"name": name}))


def _is_bare_link(value: object) -> bool:
    """Whether *value* is a list in a list: a link without quotes, for which there is a rule."""
    return isinstance(value, list) and len(value) == 1 and isinstance(value[0], list)
