"""The rule `orphan-note`."""

from collections.abc import Iterator
from itertools import islice

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.folder_notes import is_found_by_name, is_of_folder
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_MAX_ORPHAN_SHARE = 4 / 5
# A message that was sent to the vault, or a note of a Zettelkasten that is sorted by time.
_TIMESTAMP = lazy_re(r"[12]\d{3}-?[01]\d-?[0-3]\d[ T_-]*[0-2]\d[:.]?[0-5]\d(?:\d\d)?\b")
_BOARD = "kanban-plugin"


@rule(
    Severity.INFO,
    plural("{count:,} note without links", "{count:,} notes without links"),
    on="vault",
    skips_templates=True,
)
def orphan_note(graph: VaultGraph) -> Iterator[Finding]:
    """A note has no links to or from other notes.

    Such a note is found only by searching.  Attachments do not count, nor do links to the note
    itself.

    When it is wrong to worry: a README and the start page of a vault are found by their names, a
    folder note by its folder, the note of a day or a minute by its date; a drawing, a board and a
    template need no links, and an empty note is reported as such.  Where at least four fifths of
    the notes have no links, the vault is not organised by links, and none of them is reported; nor
    is any where a note could not be read, since it may link to them.

    Bad::

        -- Heat.md --
        Energy on its way.
        -- Work.md --
        [[Energy]]
        -- Energy.md --
        What is conserved.

    Good::

        -- Heat.md --
        Energy on its way, see [[Energy]].
        -- Work.md --
        [[Energy]]
        -- Energy.md --
        What is conserved.

    Fine::

        -- README.md --
        What this is.
        -- Journal/2026-11-24.md --
        Rain.
        -- Templates/Person.md --
        Who it is.
        -- Work.md --
        [[Energy]]
        -- Energy.md --
        What is conserved.

    Fine::

        -- Heat.md --
        Energy on its way.
        -- Work.md --
        Force times distance.
    """
    if graph.vault.has_unread_texts:
        return
    orphans = graph.orphans
    enough = int(len(orphans) / _MAX_ORPHAN_SHARE) + 1
    if sum(1 for _ in islice(graph.linkable_notes(), enough)) < enough:
        return
    group_message = say(
        "{count:,} of {total:,} notes have no links in or out", total=graph.vault.size
    )
    for note in orphans:
        if not _needs_no_links(graph, note):
            message = say("no note links here, and this note links to no existing note")
            hint = say("link to it from a related note")
            yield Finding(Span(note.path), message, hint, group_message)


def _needs_no_links(graph: VaultGraph, note: Note) -> bool:
    """Whether *note* is found without a link, or reported by another rule."""
    is_empty = note.has("is_empty") and not note.properties
    if is_empty or is_found_by_name(note) or is_of_folder(note):
        return True
    if graph.vault.is_day(note.path) or _TIMESTAMP.match(note.name):
        return True
    return _BOARD in note.properties or note.path in graph.vault.source_code
