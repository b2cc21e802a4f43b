"""The rule `empty-note`."""

import re
from collections.abc import Iterator
from typing import Any

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.folder_notes import is_found_by_name, is_of_folder
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_DATE = lazy_re(r"\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T, ]+[\d:.+Z-]+)?\s*")
_UNINFORMATIVE = lazy_re(
    r"title|name|t[ií]tulo|titre|titel|titolo|标题|標題|заголовок"
    r"|tags?|alias(?:es)?|css-?class(?:es)?|u?u?id|publish"
    r"|date|created?(?:[-_ ]?(?:at|on|date|time))?|(?:last[-_ ]?)?(?:modified|updated)",
    re.IGNORECASE,
)


@rule(
    Severity.WARNING,
    plural("{count:,} empty note", "{count:,} empty notes"),
    on="note",
    of="is_empty",
    skips_templates=True,
)
def empty_note(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A note has no text.

    Often Obsidian created it when an unresolved link was clicked by mistake.  A note that has a
    title, a date or tags was begun: that is only information.

    When it is wrong to worry: a note with informative properties is a record, the note of a folder
    may exist only to be linked, a README may have no more than its title, and a template is yet to
    be filled in.  None of them is reported.

    Bad::

        -- Heat.md --
        See [[Entropy]].
        -- Entropy.md --

    Good::

        -- Heat.md --
        See [[Entropy]].
        -- Entropy.md --
        Disorder, counted.

    Fine::

        -- Steam engine.md --
        ---
        inventor: Newcomen
        year: 1712
        ---
        -- Physics/Physics.md --
        -- Physics/Heat.md --
        See [[Physics]] and [[Steam engine]].
        -- Templates/Person.md --
    """
    if not note.parsed.is_empty or note.problems or _is_intended(graph, note):
        return
    if graph.vault.text(note.path).strip():
        if is_found_by_name(note):
            return
        message = say("this note has no text yet, only a title, a date or tags")
        group_message = say("{count:,} notes have a title, a date or tags, but no text yet")
        yield Finding(Span(note.path), message, say("write it"), group_message, Severity.INFO)
        return
    message, group_message = say("this note has no text"), say("{count:,} notes have no text")
    if graph.vault.is_day(note.path):
        yield Finding(Span(note.path), message, say("write it"), group_message, Severity.INFO)
    else:
        hint = say("write it, or delete it if a click on a link created it by mistake")
        yield Finding(Span(note.path), message, hint, group_message)


def _is_intended(graph: VaultGraph, note: Note) -> bool:
    """Whether *note*, which has no text, is a record or the note of a folder, or excluded."""
    path = note.path
    if path in graph.vault.excluded:
        return True
    return (
        is_of_folder(note)
        or graph.resolver.is_folder(path.removesuffix(".md"), path)
        or any(_is_informative(note, *each) for each in note.properties.items())
    )


def _is_informative(note: Note, name: str, value: Any) -> bool:
    """Whether the property *name* says more than the name of *note* or when it was created."""
    if value in (None, "", [], {}) or _UNINFORMATIVE.fullmatch(name.strip()):
        return False
    return not isinstance(value, str) or not (_DATE.fullmatch(value) or value == note.name)
