"""A vault whose files are listed, but whose notes are not yet read."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from vaultgraph.files import OUTSIDE, OUTSIDE_FOLDER, File, FileStat, VaultFolder
from vaultgraph.messages import join, reason_of
from vaultgraph.model import Note
from vaultgraph.reading.cards import SETTINGS_FILE, Flashcards
from vaultgraph.reading.note import Text, parse_note, parse_notes
from vaultgraph.reading.note_store import NoteStore
from vaultgraph.reading.text import read_text
from vaultgraph.reading.vault import Vault

__all__ = ["UnreadVault", "parse_source"]

_BATCH, _BATCH_SIZE = 50, 1 << 20


class UnreadVault:
    """The *files* of the vault in *folder*; *cards* are its flashcard plugins.

    `paths` are those of its notes and canvases.  `unreadable` has the reason by the path of each
    file that could not be opened; reading may add more.
    """

    def __init__(self, folder: VaultFolder, files: Iterable[File], cards: Flashcards) -> None:
        files = sorted(files)
        self.folder: VaultFolder = folder
        self.cards: Flashcards = cards
        self.stamps: dict[str, FileStat] = {path: seen for path, seen, _ in files}
        self.unreadable: dict[str, str] = {path: fault for path, _, fault in files if fault}
        self.paths: list[str] = [
            path
            for path, seen, fault in files
            if not fault and seen not in {OUTSIDE, OUTSIDE_FOLDER} and _is_source(path)
        ]

    def batches(self, known: Container[str] = ()) -> Iterator[list[str]]:
        """Yield the paths in batches to be read together, except those that are *known*.

        A large file is a batch of its own.
        """
        batch: list[str] = []
        size = 0
        for path in self.paths:
            if path in known:
                continue
            size += self.stamps[path][2]
            if batch and (len(batch) == _BATCH or size > _BATCH_SIZE):
                yield batch
                batch, size = [], self.stamps[path][2]
            batch.append(path)
        if batch:
            yield batch

    def read(self, paths: Sequence[str]) -> list[Note]:
        """Read the notes and canvases at *paths*; an unreadable one is empty."""
        texts = [*map(self._read, paths)]
        notes = iter(parse_notes((text for text in texts if _is_note(text.path)), self.cards))
        return [
            next(notes) if _is_note(path) else parse_source(path, text, self.cards)
            for path, text, _ in texts
        ]

    def read_all(self, known: Mapping[str, Note]) -> Vault:
        """Read all notes and canvases in this process, except those that are *known*."""
        store = NoteStore(len(self.paths))
        sources = {**known}
        for batch in self.batches(known):
            for note in self.read(batch):
                sources[note.path] = store.store(note) if store.is_spilling else note
        return self.vault(sources)

    def _read(self, path: str) -> Text:
        """Return the text of the note or canvas at *path*; empty if it is unreadable."""
        try:
            return Text(path, *read_text(self.folder, path))
        except OSError as error:
            self.unreadable[path] = reason_of(error)
            return Text(path, "")

    def vault(self, sources: Mapping[str, Note]) -> Vault:
        """Return the vault with *sources*, all its notes and canvases by path."""
        if faults := self.cards.obsidian_to_anki.faults:
            self.unreadable[SETTINGS_FILE] = join("; ", faults)
        in_order = {path: sources[path] for path in self.paths}
        return Vault(self.folder, self.stamps, in_order, self.unreadable, self.cards)


def parse_source(path: str, text: str, cards: Flashcards) -> Note:
    """Parse *text* as the note or canvas at *path*; never fails."""
    if _is_note(path):
        return parse_note(path, text, cards=cards)
    from vaultgraph.reading.canvas import parse_canvas

    return parse_canvas(path, text)


def _is_source(path: str) -> bool:
    return path.rpartition(".")[2].lower() in {"md", "canvas"}


def _is_note(path: str) -> bool:
    return path[-3:].lower() == ".md"
