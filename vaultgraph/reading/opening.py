"""A folder becomes a `Vault`: its files are found, read and parsed."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from vaultgraph.errors import VaultError
from vaultgraph.files import OUTSIDE, OUTSIDE_FOLDER, File, Stamp, VaultFolder, stamp
from vaultgraph.model import Note
from vaultgraph.reading.cards import SETTINGS_FILE, Flashcards, read_flashcards
from vaultgraph.reading.note import Text, parse_note, parse_notes
from vaultgraph.reading.packing import MANY, Packer, pack
from vaultgraph.reading.shelf import Slip
from vaultgraph.reading.text import read_text
from vaultgraph.reading.vault import Vault
from vaultgraph.sharing import WORTH_SHARING, shared

__all__ = ["find_vault", "parse_source", "read_vault", "reread_vault", "vault_marks"]

_BATCH, _BATCH_SIZE = 50, 1 << 20


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
    processes: int = 1,
    follows_links: bool = False,
) -> Vault:
    """Read the vault at *root*; nothing is ever written there.

    *card_styles* replace the styles in which the vault's settings look for flashcards.  As many
    *processes* share the work if it is much.  Symbolic links that lead out of the vault are not
    read unless it *follows_links*.

    Raises VaultError if there is no such folder or no note in it, UsageError if there is no such
    style.  A file that cannot be read is told by a rule, and never stops the run.
    """
    _demand_folder(root)
    folder = VaultFolder(root, follows_links=follows_links)
    return _read_files(folder, folder.walk(), read_flashcards(root, card_styles), {}, processes)


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
    stamps = found or {path: stamp(os.path.join(vault.root, path)) for path in paths}
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
    known: Mapping[str, Note],
    processes: int = 1,
) -> Vault:
    """Read *files* of the vault in *folder*, but not the notes and canvases that are *known*."""
    root, files = folder.root, sorted(files)
    unreadable = {path: fault for path, _, fault in files if fault}
    paths = [
        path
        for path, seen, fault in files
        if not fault and seen not in {OUTSIDE, OUTSIDE_FOLDER} and _is_source(path)
    ]
    new = [path for path in paths if path not in known]
    stamps = {path: seen for path, seen, _ in files}
    batches = [*_batches(new, stamps)]
    found = {**known, **_read_sources(folder, batches, cards, unreadable, processes)}
    if not any(path.endswith(".md") for path in paths) and not os.path.isdir(
        os.path.join(root, ".obsidian")
    ):
        _explain_emptiness(root, unreadable)
    if faults := cards.obsidian_to_anki.faults:
        unreadable[SETTINGS_FILE] = "; ".join(faults)
    sources = {path: found[path] for path in paths}
    return Vault(folder, stamps, sources, unreadable, cards)


def _is_source(path: str) -> bool:
    return path.rpartition(".")[2].lower() in {"md", "canvas"}


def _read_sources(
    folder: VaultFolder,
    batches: Sequence[Sequence[str]],
    cards: Flashcards,
    unreadable: dict[str, str],
    processes: int,
) -> dict[str, Note]:
    """Read the notes and canvases whose paths are in *batches*.

    Which cannot be opened, and why, is said in *unreadable*.  Of many they are packed, and so
    they are if several processes read them.
    """
    number = sum(map(len, batches))
    if cards.obsidian_to_anki.shares_time or processes == 1 or number < WORTH_SHARING:
        read = partial(_read_batch, folder, cards=cards, unreadable=unreadable)
        if number <= MANY:
            return {note.path: note for batch in batches for note in read(batch)}
        packer = Packer(number)
        return {note.path: packer.packed(note) for batch in batches for note in read(batch)}
    notes: dict[str, Note] = {}
    packers = [Packer(number) for _ in range(min(processes, number // WORTH_SHARING + 1))]
    works = [partial(_read_packed, folder, cards, packer) for packer in packers]
    for worker, results in shared(batches, works):
        for path, slip, gist, fault in results:
            unreadable |= {path: fault} if fault else {}
            notes[path] = (
                packers[worker].note(path, slip, gist)
                if slip
                else _read_batch(folder, [path], cards, unreadable)[0]
            )
    return notes


def _batches(paths: Sequence[str], stamps: Mapping[str, Stamp]) -> Iterator[list[str]]:
    """Yield *paths* in parts that are read together; what is large is a part of its own."""
    batch: list[str] = []
    size = 0
    for path in paths:
        size += stamps[path][2]
        if batch and (len(batch) == _BATCH or size > _BATCH_SIZE):
            yield batch
            batch, size = [], stamps[path][2]
        batch.append(path)
    if batch:
        yield batch


def _read_packed(
    folder: VaultFolder, cards: Flashcards, packer: Packer, paths: Sequence[str]
) -> list[tuple[str, Slip, Sequence[Any], str]]:
    """Of each of *paths* the slip and the gist of what lies there, or why it cannot be opened."""
    faults: dict[str, str] = {}
    packed: list[tuple[str, Slip, Sequence[Any], str]] = []
    for note in _read_batch(folder, paths, cards, faults):
        try:
            slip = packer.put(pack(note))
            packed.append((note.path, slip, (*note.gist,), faults.get(note.path, "")))
        except ValueError:
            packed.append((note.path, b"", (), ""))
    return packed


def _read_batch(
    folder: VaultFolder, paths: Sequence[str], cards: Flashcards, unreadable: dict[str, str]
) -> list[Note]:
    """Read the notes and canvases at *paths*; what cannot be opened is empty, *unreadable* why."""
    texts = [_read(folder, path, unreadable) for path in paths]
    notes = iter(parse_notes((text for text in texts if _is_note(text.path)), cards))
    return [
        next(notes) if _is_note(text.path) else parse_source(text.path, text.text, cards)
        for text in texts
    ]


def _read(folder: VaultFolder, path: str, unreadable: dict[str, str]) -> Text:
    """The text of the note or canvas at *path*; if it cannot be opened, say why in *unreadable*."""
    try:
        return Text(path, *read_text(folder, path))
    except OSError as error:
        unreadable[path] = error.strerror or str(error)
        return Text(path, "")


def parse_source(path: str, text: str, cards: Flashcards) -> Note:
    """Parse *text* as the note or canvas at *path*; never fails."""
    if _is_note(path):
        return parse_note(path, text, cards=cards)
    from vaultgraph.reading.canvas import parse_canvas

    return parse_canvas(path, text)


def _is_note(path: str) -> bool:
    return path[-3:].lower() == ".md"


def _demand_folder(root: str) -> None:
    if os.path.isdir(root):
        return
    if os.path.exists(root):
        raise VaultError(
            f"{root} is a file, not a vault", hint="pass the folder that holds your notes"
        )
    raise VaultError(f"no vault at {root}", hint="pass the folder that holds your notes")


def _explain_emptiness(root: str, unreadable: Mapping[str, str]) -> None:
    if "." in unreadable:
        raise VaultError(f"{root} cannot be read: {unreadable['.']}", hint="check its permissions")
    raise VaultError(f"no notes in {root}", hint="a vault is a folder with .md files in it")
