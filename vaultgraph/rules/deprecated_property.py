"""The rule `deprecated-property`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_NOTHING: tuple[object, ...] = (None, "", [], [None], [""])
_PLAIN = lazy_re(r"[^\W_](?:[^\n:#,\[\]{}\"'`&*!|>%@\\]*[^\s:#,\[\]{}\"'`&*!|>%@\\])?")
_NAMES = {"tag": "tags", "alias": "aliases", "cssclass": "cssclasses"}


@rule(Severity.INFO, on="note", of="properties")
def deprecated_property(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A property has a name or a form that Obsidian does not read.

    Since version 1.9 only `tags`, `aliases` and `cssclasses` count, as a list or as a single text:
    `a, b` is neither.  A link is one only between quotes.

    When it is wrong to worry: a value with a comma within brackets is a list, a list of numbers in
    a list is no link, and nobody misses an alias that is the name of the note.

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

    Fine::

        -- Heat.md --
        ---
        tags: [physics, work]
        aliases: Warmth
        up: "[[Physics]]"
        matrix: [[1, 2]]
        ---
        Energy on its way.
    """
    for name, value in note.parsed.properties.items():
        lower = name.lower()
        if lower in _NAMES and value not in _NOTHING and value not in (note.name, [note.name]):
            group_message = f"{{count}} notes have the property {lower}"
            message = f"Obsidian no longer reads the property {name}"
            hint = _instead(note, _NAMES[lower], value)
            yield Finding(graph.property_place(note, name), message, hint, group_message)
        elif isinstance(value, str):
            if "," in value and lower in {"tags", "aliases"}:
                group_message = f"{{count}} notes have {lower} with commas that are no list"
                message = f"Obsidian reads no {lower} here: commas make no list"
                hint = f"write {_as_list(name, value)}"
                yield Finding(graph.property_place(note, name), message, hint, group_message)
        elif isinstance(value, list) and (target := _bare_link(value)):
            place = graph.property_place(note, name, f"[[{target}]]")
            message = "without quotes, this is a list in a list and no link"
            yield Finding(place, message, f'write "[[{target}]]"')


def _instead(note: Note, name: str, value: object) -> str:
    """What to do with a *value* that is to be in the property *name* of *note*."""
    if any(name == other.lower() for other in note.properties):
        return f"move its values to {name}"
    if isinstance(value, str) and "," in value:
        return f"call it {name}, and make it a list: {_as_list(name, value)}"
    return f"call it {name}"


def _as_list(name: str, value: str) -> str:
    """The property *name* with the texts of *value* as a list; an alias may hold a comma itself."""
    texts = [text.strip() for text in value.strip("[] ").split(",")]
    if name.lower() == "tags":
        texts = [text.lstrip("#") for text in texts]
    as_list = f"{name}: [{', '.join(map(_quoted, filter(None, texts)))}]"
    if name.lower() != "aliases":
        return as_list
    return f"{as_list}, or {name}: [{_quoted(value, always=True)}] if that is one alias"


def _quoted(text: str, *, always: bool = False) -> str:
    """The *text* as an entry of a YAML list: between quotes where it would mean something else."""
    if not always and _PLAIN.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'


def _bare_link(value: object) -> str:
    """The target of a link that was written without quotes: YAML reads a list in a list."""
    match value:
        case [[str(target)]]:
            return target
    return ""
