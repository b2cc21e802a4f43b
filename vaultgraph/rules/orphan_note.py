"""The rule `orphan-note`."""

from collections.abc import Iterator
from itertools import islice

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.folder_notes import is_found_by_name, is_of_folder
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Finding, Note, Severity, Span
from vaultgraph.rules import rule

_MOST_OF_A_VAULT = 4 / 5
# A message that was sent to the vault, or a note of a Zettelkasten that is sorted by time.
_TIMESTAMP = lazy_re(r"[12]\d{3}-?[01]\d-?[0-3]\d[ T_-]*[0-2]\d[:.]?[0-5]\d(?:\d\d)?\b")
_BOARD = "kanban-plugin"


@rule(Severity.INFO, on="vault", skips_templates=True)
def orphan_note(graph: VaultGraph) -> Iterator[Finding]:
    """No other note links here, and no link leads out.

    Such a note is found only by searching.  Attachments do not count, nor do links to the note
    itself.

    When it is wrong to worry: a README and the start of a vault are found by their names, the note
    of a folder by its folder, the note of a day or a minute by its date; a drawing, a board and a
    template may stand alone, and an empty note is reported as such.  Where at least four fifths of
    the notes have no links, the vault is not kept by links, and none of them is reported; nor is
    any where a note could not be read, which may link it.

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
    enough = int(len(orphans) / _MOST_OF_A_VAULT) + 1
    if sum(1 for _ in islice(graph.linkable_notes(), enough)) < enough:
        return
    group_message = f"{{count}} of {graph.vault.size:,} notes stand alone: no links in or out"
    for note in orphans:
        if not _may_stand_alone(graph, note):
            message = "no note links here, and it links no note that exists"
            yield Finding(
                Span(note.path), message, "link it from a note that leads here", group_message
            )


def _may_stand_alone(graph: VaultGraph, note: Note) -> bool:
    """Whether *note* is found without a link, or reported by another rule."""
    is_empty = note.has("is_empty") and not note.properties
    if is_empty or is_found_by_name(note) or is_of_folder(note):
        return True
    if graph.vault.is_day(note.path) or _TIMESTAMP.match(note.name):
        return True
    return _BOARD in note.properties or note.path in graph.vault.source_code
