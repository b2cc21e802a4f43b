"""The rule `deprecated-property`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Finding, Note, Severity
from vaultgraph.rules import rule

_EMPTY_VALUES: tuple[object, ...] = (None, "", [], [None], [""])
_PLAIN = lazy_re(r"[^\W_](?:[^\n:#,\[\]{}\"'`&*!|>%@\\]*[^\s:#,\[\]{}\"'`&*!|>%@\\])?")
_NEW_NAMES = {"tag": "tags", "alias": "aliases", "cssclass": "cssclasses"}


@rule(
    Severity.INFO,
    plural(
        "{count:,} property that Obsidian no longer reads",
        "{count:,} properties that Obsidian no longer reads",
    ),
    on="note",
    of="properties",
)
def deprecated_property(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A property has a name or a form that Obsidian does not read.

    Since version 1.9 only `tags`, `aliases` and `cssclasses` count, as a list or as a single text:
    `a, b` is neither.

    When it is wrong to worry: a value with a comma within brackets is a list, and nobody misses an
    alias that is the name of the note.

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
        ---
        Energy on its way.
    """
    for name, value in note.parsed.properties.items():
        lower = name.lower()
        if (
            lower in _NEW_NAMES
            and value not in _EMPTY_VALUES
            and value not in (note.name, [note.name])
        ):
            group_message = say("{count:,} notes have the property {name}", name=lower)
            message = say("Obsidian no longer reads the property {name}", name=name)
            hint = _hint_on_new_name(note, _NEW_NAMES[lower], value)
            yield Finding(graph.property_span(note, name), message, hint, group_message)
        elif isinstance(value, str) and "," in value and lower in {"tags", "aliases"}:
            group_message = say(
                "{count:,} notes have comma-separated {name}, which Obsidian ignores", name=lower
            )
            message = say(
                "Obsidian ignores these {name}: a comma-separated text is not a list", name=lower
            )
            hint = say("write {text}", text=_as_list(name, value))
            yield Finding(graph.property_span(note, name), message, hint, group_message)


def _hint_on_new_name(note: Note, name: str, value: object) -> Message:
    """What to do with a *value* that belongs in the property *name* of *note*."""
    if any(name == other.lower() for other in note.properties):
        return say("move its values to {name}", name=name)
    if isinstance(value, str) and "," in value:
        as_list = _as_list(name, value)
        return say("rename it to {name}, and make it a list: {text}", name=name, text=as_list)
    return say("rename it to {name}", name=name)


def _as_list(name: str, value: str) -> str:
    """The property *name* with *value* as a list; an alias may contain a comma itself."""
    texts = [text.strip() for text in value.strip("[] ").split(",")]
    if name.lower() == "tags":
        texts = [text.lstrip("#") for text in texts]
    as_list = f"{name}: [{', '.join(map(_quoted, filter(None, texts)))}]"
    if name.lower() != "aliases":
        return as_list
    as_one = f"{name}: [{_quoted(value, always=True)}]"
    return say("{text}, or {other} if that is one alias", text=as_list, other=as_one)


def _quoted(text: str, *, always: bool = False) -> str:
    """The *text* as an entry of a YAML list: between quotes where it would mean something else."""
    if not always and _PLAIN.fullmatch(text):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text or "\\" in text else f'"{text}"'
