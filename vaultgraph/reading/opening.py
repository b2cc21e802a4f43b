"""A folder becomes a `Vault`: its files are found, read and parsed."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from types import MappingProxyType

from vaultgraph.errors import VaultError
from vaultgraph.files import File, VaultFolder, file_stat
from vaultgraph.messages import say
from vaultgraph.model import Note
from vaultgraph.reading.cards import Flashcards, read_flashcards
from vaultgraph.reading.note import Text, parse_notes
from vaultgraph.reading.note_store import NoteStore
from vaultgraph.reading.text import read_text
from vaultgraph.reading.unread import UnreadVault
from vaultgraph.reading.vault import Vault
from vaultgraph.reading.workers import Workers

__all__ = ["find_vault", "read_vault", "reread_vault", "vault_marks"]


def find_vault(folder: str) -> str:
    """The vault that holds *folder*: the nearest parent with `.obsidian/`, else *folder*."""
    return next(map(os.path.dirname, filter(os.path.isdir, vault_marks(folder))), folder)


def vault_marks(folder: str) -> Iterator[str]:
    """Yield the folders that would make a vault of *folder* or one above, the nearest first."""
    here, below = os.path.abspath(folder), ""
    while here != below:
        yield os.path.join(here, ".obsidian")
        here, below = os.path.dirname(here), here


def read_vault(
    root: str,
    card_styles: Sequence[str] = (),
    *,
    workers: Workers | None = None,
    follows_links: bool = False,
) -> Vault:
    """Read the vault at *root*; nothing is ever written there.

    *card_styles* replace the styles in which the vault's settings look for flashcards.  The
    *workers* share the work if it is much.  Symbolic links that lead out of the vault are not
    read unless it *follows_links*.

    Raises VaultError if there is no such folder or no note in it, UsageError if there is no such
    style.  A file that cannot be read is told by a rule, and never stops the run.
    """
    _demand_folder(root)
    folder = VaultFolder(root, follows_links=follows_links)
    cards = read_flashcards(root, card_styles)
    return _read_files(folder, folder.walk(), cards, workers=workers)


def reread_vault(
    vault: Vault, changed: Collection[str], files: Collection[File] | None = None
) -> Vault:
    """Read *vault* again; only what lies at the paths *changed*, or below, is no longer known.

    Its *files* are looked for if they are not given, its settings are taken to be what they were.
    Raises VaultError if it is gone.
    """
    _demand_folder(vault.root)
    if vault.notes.keys() >= set(changed) and vault.unreadable.keys().isdisjoint(changed):
        with suppress(OSError):
            return _reread_notes(vault, changed, files)
    gone = tuple(f"{path}/" for path in changed)
    known = {
        source.path: source
        for source in vault.sources
        if source.path not in changed and not source.path.startswith(gone)
        if source.path not in vault.unreadable
    }
    later = _read_files(vault.folder, files or vault.folder.walk(), vault.flashcards, known)
    if later.files == vault.files and not any(
        path in changed or path.startswith(gone) for path in vault.files
    ):
        later.attachments, later.contents = vault.attachments, vault.contents
    return later


def _reread_notes(vault: Vault, paths: Collection[str], files: Collection[File] | None) -> Vault:
    """Read only the notes at *paths* again; all else is as it was, *files* tell their stamps."""
    sources = {source.path: source for source in vault.sources}
    found = {path: seen for path, seen, _ in files or () if path in paths}
    stamps = found or {path: file_stat(os.path.join(vault.root, path)) for path in paths}
    texts = [Text(path, *read_text(vault.folder, path)) for path in paths]
    sources |= {note.path: note for note in parse_notes(texts, vault.flashcards)}
    later = Vault(
        vault.folder, {**vault.stamps, **stamps}, sources, vault.unreadable, vault.flashcards
    )
    later.attachments, later.contents = vault.attachments, vault.contents
    return later


def _read_files(
    folder: VaultFolder,
    files: Iterable[File],
    cards: Flashcards,
    known: Mapping[str, Note] = MappingProxyType({}),
    workers: Workers | None = None,
) -> Vault:
    """Read *files* of the vault in *folder*, but not the notes and canvases that are *known*."""
    unread = UnreadVault(folder, files, cards)
    if not any(path.endswith(".md") for path in unread.paths) and not os.path.isdir(
        os.path.join(folder.root, ".obsidian")
    ):
        _explain_emptiness(folder.root, unread.unreadable)
    if workers and workers.are_worth(unread):
        return workers.read(unread)
    packer = NoteStore(len(unread.paths))
    sources = {**known}
    for batch in unread.batches(known):
        for note in unread.read(batch):
            sources[note.path] = packer.store(note) if packer.is_spilling else note
    return unread.vault(sources)


def _demand_folder(root: str) -> None:
    if os.path.isdir(root):
        return
    if os.path.exists(root):
        raise VaultError(
            say("{root} is a file, not a vault", root=root),
            hint=say("pass the folder that holds your notes"),
        )
    raise VaultError(
        say("no vault at {root}", root=root), hint=say("pass the folder that holds your notes")
    )


def _explain_emptiness(root: str, unreadable: Mapping[str, str]) -> None:
    if "." in unreadable:
        raise VaultError(
            say("{root} cannot be read: {reason}", root=root, reason=unreadable["."]),
            hint=say("check its permissions"),
        )
    raise VaultError(
        say("no notes in {root}", root=root), hint=say("a vault is a folder with .md files in it")
    )
