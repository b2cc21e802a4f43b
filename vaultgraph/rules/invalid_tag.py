"""The rule `invalid-tag`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Note, PropertyFault, Severity, Span
from vaultgraph.rules import rule

_SEPARATOR = lazy_re(r"[\s,;]+")
_GROUP = say("{count:,} tags in properties are not valid in Obsidian")


@rule(
    Severity.WARNING,
    plural("{count:,} invalid tag", "{count:,} invalid tags"),
    on="property fault",
    of="invalid-tag",
    skips_templates=True,
)
def invalid_tag(graph: VaultGraph, note: Note, fault: PropertyFault) -> Iterator[Finding]:
    """A tag in the properties contains what no tag can.

    A tag has letters, digits, `_`, `-`, `/` and symbols such as emoji, and is not a number.
    Obsidian marks any other entry of `tags` as invalid, and in the text the same tag would end at
    that character.

    Bad::

        -- Heat.md --
        ---
        tags: [heat engines, 1824]
        ---
        Energy on its way.

    Good::

        -- Heat.md --
        ---
        tags: [heat-engines, y1824]
        ---
        Energy on its way.

    When it is wrong to worry: programs that make a web site of the vault have rules of their own,
    and often allow spaces, so in such a vault this is only information.  What a template is yet to
    fill in is not reported, and a tag may begin with `#` if it is in quotes.

    Fine::

        -- Heat.md --
        ---
        tags: ["#heat", física/térmica, 2024-05, 🔥]
        ---
        Energy on its way.
        -- Templates/Person.md --
        ---
        tags: [people, "{{name}} {{year}}"]
        ---
        Who it is.
    """
    name = next(name for name in note.properties if name.lower() == "tags")
    is_list = isinstance(note.properties[name], list)
    severity = Severity.INFO if graph.vault.is_web_site else None
    message, hint = _explain(fault.detail, "" if is_list else name)
    yield Finding(Span(note.path, fault.start, fault.end), message, hint, _GROUP, severity)


def _explain(tag: str, name: str) -> tuple[Message, Message]:
    """What is wrong with *tag*, and what to do; *name* is the property if it has no other value."""
    from vaultgraph.reading.property_faults import forbidden_character

    character = next((each for each in ",;" if each in tag), forbidden_character(tag))
    if not character:
        example = f"y{tag}"
        return say("a tag cannot be a number"), say("add a letter, as in {tag}", tag=example)
    message = say("a tag cannot contain {character}", character=character)
    if character.isspace():
        message = say("a tag cannot contain a space")
    elif character not in {",", ";"}:
        return message, say("use letters, digits, _, - and / only")
    words = [word.removeprefix("#") for word in _SEPARATOR.split(tag) if word]
    if not words or any(map(forbidden_character, words)):
        return message, say("use letters, digits, _, - and / only")
    if not name:
        hint = say("make each tag an entry of its own, or write {tag}", tag="-".join(words))
        return message, hint
    as_list = f"{name}: [{', '.join(words)}]"
    return message, say(
        "write {text}, or {tag} if it is one tag", text=as_list, tag="-".join(words)
    )
