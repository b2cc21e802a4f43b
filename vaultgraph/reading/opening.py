"""Find, read and parse the files of a folder into a `Vault`."""

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
from vaultgraph.reading.text import read_text
from vaultgraph.reading.unread import UnreadVault
from vaultgraph.reading.vault import Vault
from vaultgraph.reading.workers import Workers
from vaultgraph.settings import SETTINGS_NAME

__all__ = ["find_marked_vault", "find_vault", "read_vault", "reread_vault", "vault_marks"]


def find_vault(folder: str) -> str:
    """Return the vault of *folder*, as `find_marked_vault` does; if there is none, *folder*."""
    return find_marked_vault(folder) or folder


def find_marked_vault(folder: str) -> str:
    """Return the nearest folder around *folder* with `.obsidian/`, else that with our settings.

    The former is often left out of a repository.  Empty if there is neither.
    """
    existing = filter(os.path.exists, vault_marks(folder))
    return next(map(os.path.dirname, existing), "")


def vault_marks(folder: str) -> Iterator[str]:
    """Yield what marks *folder* or one around it as a vault, the nearest first.

    These are the paths of each `.obsidian`, then those of each file of settings.
    """
    for mark in (".obsidian", SETTINGS_NAME):
        here, below = os.path.abspath(folder), ""
        while here != below:
            yield os.path.join(here, mark)
            here, below = os.path.dirname(here), here


def read_vault(
    root: str,
    card_styles: Sequence[str] = (),
    *,
    workers: Workers | None = None,
    follows_links: bool = False,
) -> Vault:
    """Read the vault at *root*; nothing is ever written there.

    *card_styles* override the flashcard styles in the vault's settings.  Large vaults are read in
    parallel by *workers*.  Symbolic links that lead out of the vault are followed only if
    *follows_links* is true.

    Raises VaultError if the folder does not exist or has no notes, UsageError for an unknown style.
    An unreadable file does not raise; a rule reports it.
    """
    _check_folder(root)
    folder = VaultFolder(root, follows_links=follows_links)
    cards = read_flashcards(root, card_styles)
    return _read_files(folder, folder.walk(), cards, workers=workers)


def reread_vault(
    vault: Vault, changed: Collection[str], files: Collection[File] | None = None
) -> Vault:
    """Read *vault* again, parsing only what is at or below the paths *changed*.

    Its *files* are listed again if not given; its settings are assumed to be unchanged.  Raises
    VaultError if the folder is gone.
    """
    _check_folder(vault.root)
    if vault.notes.keys() >= set(changed) and vault.unreadable.keys().isdisjoint(changed):
        # Only known notes changed: skip the walk, unless one of them is gone by now.
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
    """Read only the notes at *paths* again; *files* provide their stats if given."""
    sources = {**vault.notes, **vault.canvases}
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
    """Read *files* of the vault in *folder*, except the notes and canvases that are *known*."""
    unread = UnreadVault(folder, files, cards)
    if not any(path.endswith(".md") for path in unread.paths) and not os.path.isdir(
        os.path.join(folder.root, ".obsidian")
    ):
        _raise_empty(folder.root, unread.unreadable)
    if workers and workers.are_faster(unread):
        return workers.read(unread)
    return unread.read_all(known)


def _check_folder(root: str) -> None:
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


def _raise_empty(root: str, unreadable: Mapping[str, str]) -> None:
    if "." in unreadable:
        raise VaultError(
            say("{path} cannot be read: {reason}", path=root, reason=unreadable["."]),
            hint=say("check its permissions"),
        )
    raise VaultError(
        say("no notes in {root}", root=root), hint=say("a vault is a folder with .md files in it")
    )
