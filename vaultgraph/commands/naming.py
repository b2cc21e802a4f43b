"""Notes as command-line arguments: by name, as in a link, or as a file on disk."""

import os
from collections.abc import Sequence

from vaultgraph.commands.opening import Opened, open_vault
from vaultgraph.commands.output import is_inside
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.naming import find_file
from vaultgraph.languages import Language
from vaultgraph.messages import say
from vaultgraph.reading import find_marked_vault, find_vault, vault_marks

__all__ = ["note_at", "open_vault_of", "path_of"]


def open_vault_of(
    note: str,
    vault: str,
    card_styles: Sequence[str] | None = None,
    *,
    language: Language,
    follow_links: bool = False,
) -> Opened:
    """Open *vault*; if empty, the vault around the file *note* or the current folder.

    Remarks are in this *language*.

    Raises UsageError if *note* is a vault itself.
    """
    if note and not vault and os.path.isdir(os.path.join(note, ".obsidian")):
        hint = say("name one of its notes, and the vault with --vault {note}", note=note)
        raise UsageError(say("{note} is a vault, not a note", note=note), hint=hint)
    folder = os.path.dirname(note)
    if not vault and folder and os.path.isfile(note):
        vault = find_vault(folder)
    if not vault and not find_marked_vault(os.curdir):
        raise UsageError(
            say("no vault is around the current folder"),
            hint=say("name one with --vault; --vault . is this folder"),
        )
    opened = open_vault(vault, card_styles, language=language, follow_links=follow_links)
    if opened.dependencies and note:
        # How *note* was interpreted depends on these files: whether it is a file, whether it is
        # (by mistake) a vault, and which vault is the nearest above it.
        marks = vault_marks(folder) if folder else ()
        opened.dependencies.add_settings([note, os.path.join(note, ".obsidian"), *marks])
    return opened


def path_of(note: str, graph: VaultGraph) -> str:
    """Return the path of *note* in the vault; UsageError if it matches no file or several."""
    root = graph.vault.root
    if os.path.isfile(note) and is_inside(note, root):
        inside = os.path.relpath(os.path.realpath(note), os.path.realpath(root))
        return find_file(graph, "/" + inside.replace(os.sep, "/"))
    return find_file(graph, note)


def note_at(name: str, graph: VaultGraph) -> str:
    """Return the path of the note called *name*, which may be a file; UsageError if it is none."""
    path = path_of(name, graph)
    if path not in graph.vault.notes:
        raise UsageError(
            say("{path} is not a note", path=path),
            hint=say("name a note, to see what it builds on"),
        )
    return path
