"""The files of a vault, read once."""

import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from vaultgraph.errors import VaultError
from vaultgraph.model import Attachment, Note
from vaultgraph.reading.cards import SETTINGS_FILE, CardFinder, Flashcards, read_flashcards
from vaultgraph.reading.content import Contents, read_contents
from vaultgraph.reading.files import walk
from vaultgraph.reading.note import parse_note
from vaultgraph.reading.text import read_text

if TYPE_CHECKING:
    from vaultgraph.reading.exclusions import Exclusions

__all__ = ["Vault", "find_vault", "read_vault", "reread_vault"]

_SHORTEST_TEXT = 40


class Vault:
    """A folder of notes, as Obsidian sees it; `root` is its path on this machine.

    `notes` and `canvases` are by path, `files` are the paths of all else, `unreadable` says
    why by the path of what could not be opened or used, `flashcards` are the plugins that make
    cards, as the vault has them set.
    """

    def __init__(
        self,
        root: str,
        sources: Mapping[str, Note],
        files: tuple[str, ...],
        unreadable: Mapping[str, str],
        flashcards: Flashcards,
    ) -> None:
        self.root = root
        self.notes = {p: note for p, note in sources.items() if _extension(p) == "md"}
        self.canvases = {p: canvas for p, canvas in sources.items() if _extension(p) != "md"}
        self.files = files
        self.unreadable = unreadable
        self.flashcards = flashcards
        self._read_text = lru_cache(maxsize=4)(self._read_text_now)

    @property
    def name(self) -> str:
        """What Obsidian calls the vault: the name of its folder."""
        return os.path.basename(os.path.realpath(self.root))

    @property
    def card_finder(self) -> CardFinder:
        """What the vault's copy of Obsidian_to_Anki sees."""
        return self.flashcards.obsidian_to_anki

    @property
    def paths(self) -> Iterator[str]:
        """The paths of all files."""
        return chain(self.notes, self.canvases, self.files)

    @cached_property
    def names(self) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
        """All that a link can be about: the paths of the files, and the aliases of the notes."""
        return tuple(self.paths), tuple(note.record.aliases for note in self.notes.values())

    @property
    def sources(self) -> Iterable[Note]:
        """Everything that can link: notes, then canvases."""
        yield from self.notes.values()
        yield from self.canvases.values()

    @cached_property
    def attachments(self) -> Mapping[str, Attachment]:
        """All other files with their sizes, by path."""
        sizes = {}
        for path in self.files:
            try:
                sizes[path] = Attachment(path, os.stat(os.path.join(self.root, path)).st_size)
            except OSError:
                sizes[path] = Attachment(path, 0)
        return sizes

    @cached_property
    def contents(self) -> Contents:
        """What is wrong with images, and which attachments are equal."""
        return read_contents(self.root, self.attachments.values())

    @cached_property
    def equal_notes(self) -> tuple[tuple[str, ...], ...]:
        """The paths of each group of notes with the same text, if it is longer than a few words."""
        by_checksum: defaultdict[int, list[str]] = defaultdict(list)
        for path, note in self.notes.items():
            by_checksum[note.record.checksum].append(path)
        by_text: defaultdict[str, list[str]] = defaultdict(list)
        for paths in by_checksum.values():
            for path in paths if len(paths) > 1 else ():
                by_text[self.text(path).strip()].append(path)
        groups = ((text, paths) for text, paths in by_text.items() if len(paths) > 1)
        return tuple(tuple(paths) for text, paths in groups if len(text) >= _SHORTEST_TEXT)

    @cached_property
    def excluded(self) -> "Exclusions":
        """The files that Obsidian's settings exclude, and our reports: `path in vault.excluded`."""
        from vaultgraph.reading.exclusions import Exclusions

        return Exclusions(self.root, (path for path, note in self.notes.items() if note.is_report))

    def is_synced(self, path: str) -> bool | None:
        """Whether the note at *path* is what it was after the last sync with Anki, line ends apart.

        None if that is not known: Obsidian_to_Anki never met it, or has left no settings.
        """
        known = self.card_finder.settings.hashes.get(path)
        if known is None:
            return None
        from hashlib import md5

        # Git may have changed the line ends in either direction.
        text = self.text(path)
        plain = text.replace("\r\n", "\n")
        forms = (text, plain, plain.replace("\n", "\r\n"))
        return known in {md5(form.encode(), usedforsecurity=False).hexdigest() for form in forms}

    def text(self, path: str) -> str:
        """The text of the note or canvas at *path*, read again; empty if it is gone."""
        return self._read_text(path)

    def _read_text_now(self, path: str) -> str:
        try:
            return read_text(os.path.join(self.root, path))[0]
        except OSError:
            return ""


def find_vault(folder: str) -> str:
    """The vault that holds *folder*: the nearest parent with `.obsidian/`, else *folder*."""
    here = os.path.abspath(folder)
    while not os.path.isdir(os.path.join(here, ".obsidian")):
        parent = os.path.dirname(here)
        if parent == here:
            return folder
        here = parent
    return here


def read_vault(root: str, card_styles: Sequence[str] = ()) -> Vault:
    """Read the vault at *root*; nothing is ever written there.

    *card_styles* replace the styles in which the vault's settings look for flashcards.

    Raises VaultError if there is no such folder or no note in it, UsageError if there is no such
    style.  A file that cannot be read is told by a rule, and never stops the run.
    """
    _demand_folder(root)
    return _read_files(root, read_flashcards(root, card_styles), {})


def reread_vault(vault: Vault, changed: Collection[str]) -> Vault:
    """Read *vault* again; only what lies at the paths *changed*, or below, is no longer known.

    Its settings are taken to be what they were.  Raises VaultError if it is gone.
    """
    _demand_folder(vault.root)
    sources = {source.path: source for source in vault.sources}
    if all(path in sources and os.path.isfile(os.path.join(vault.root, path)) for path in changed):
        unreadable = {
            path: fault for path, fault in vault.unreadable.items() if path not in changed
        }
        for path in changed:
            sources[path] = _read_source(vault.root, path, vault.flashcards, unreadable)
        later = Vault(vault.root, sources, vault.files, unreadable, vault.flashcards)
        later.attachments, later.contents = vault.attachments, vault.contents
        return later
    folders = tuple(f"{path}/" for path in changed)
    known = {
        path: source
        for path, source in sources.items()
        if path not in changed and not path.startswith(folders) and path not in vault.unreadable
    }
    return _read_files(vault.root, vault.flashcards, known)


def _read_files(root: str, cards: Flashcards, known: Mapping[str, Note]) -> Vault:
    """Read the vault at *root*, but not the notes and canvases that are *known* by their paths."""
    sources: dict[str, Note] = {}
    files: list[str] = []
    unreadable: dict[str, str] = {}
    for path, fault in sorted(walk(root)):
        if fault:
            unreadable[path] = fault
        elif _extension(path) not in {"md", "canvas"}:
            files.append(path)
        elif path in known:
            sources[path] = known[path]
        else:
            sources[path] = _read_source(root, path, cards, unreadable)
    if not any(path.endswith(".md") for path in sources) and not os.path.isdir(
        os.path.join(root, ".obsidian")
    ):
        _explain_emptiness(root, unreadable)
    if faults := cards.obsidian_to_anki.faults:
        unreadable[SETTINGS_FILE] = "; ".join(faults)
    return Vault(root, sources, tuple(files), unreadable, cards)


def _read_source(root: str, path: str, cards: Flashcards, unreadable: dict[str, str]) -> Note:
    """Read the note or canvas at *path*; if it cannot be opened, say why in *unreadable*."""
    try:
        text, problems = read_text(os.path.join(root, path))
    except OSError as error:
        unreadable[path] = error.strerror or str(error)
        text, problems = "", ()
    if _extension(path) == "md":
        return parse_note(path, text, problems, cards)
    from vaultgraph.reading.canvas import parse_canvas

    return parse_canvas(path, text)


def _extension(path: str) -> str:
    return path.rpartition(".")[2].lower()


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
