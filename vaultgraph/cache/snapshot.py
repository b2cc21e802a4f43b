"""Persisted parse results and findings, so that the next run re-reads only changed files."""

import os
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import compress
from operator import ne
from typing import Any, TypeVar

from vaultgraph.cache.listing import take_listing
from vaultgraph.cache.note_contents import NoteContents, join_contents
from vaultgraph.files import NO_STAT, FileStat, VaultFolder
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.outgoing import OutgoingLinks
from vaultgraph.graph.similar_names import SimilarNames
from vaultgraph.messages import message_from_row, message_row
from vaultgraph.model import Note, ParsedNote
from vaultgraph.reading import (
    UnreadVault,
    Vault,
    config_files,
    read_flashcards,
    reread_vault,
    restore_notes,
    serialize,
)
from vaultgraph.settings import Settings
from vaultgraph.storage.stats import absolute, is_settled, stat_code, stat_settings
from vaultgraph.storage.values import load_values, save_values

__all__ = ["RestoredVault", "Snapshot"]

Item = TypeVar("Item")

_KIND = "vault"
_BATCH = 4096
_MAX_STALE = 1 / 100
"""The share of files that may change before the snapshot is written again."""


class RestoredVault:
    """A vault restored from a snapshot: its *graph* now, and the *earlier* one.

    It `is_fresh` if so little has changed that the snapshot need not be written again.
    """

    def __init__(
        self, graph: VaultGraph, earlier: VaultGraph, findings: Iterator[Any], *, is_fresh: bool
    ) -> None:
        self.graph: VaultGraph = graph
        self.earlier: VaultGraph = earlier
        self.is_fresh: bool = is_fresh
        self._findings = findings

    @cached_property
    def rule_results(self) -> Any:
        """The state of the linter for the earlier graph, as it was passed to `Snapshot.save`.

        None if it is damaged.
        """
        try:
            return next(self._findings, None)
        except ValueError:
            return None


class Snapshot:
    """The snapshot of the vault at *root*, with flashcards of *card_styles*.

    Create it before the settings are read: it is only valid for the same settings and the same
    code.
    """

    def __init__(
        self, root: str, card_styles: Sequence[str], *, follows_links: bool = False
    ) -> None:
        self._root = root
        self._folder = VaultFolder(root, follows_links=follows_links)
        self._styles = card_styles
        self._started = time.time_ns()
        self._settings = stat_settings(map(absolute, config_files(root)))
        where = (os.path.abspath(root), follows_links, *card_styles)
        self._key = (where, self._settings, stat_code())

    def load(self, settings: Settings) -> RestoredVault | None:
        """Load the snapshot and update it with the files that have changed.

        Returns None if there is no valid snapshot. Raises VaultError if the vault is gone.
        """
        values = load_values(self._root, _KIND, self._key)
        if values is None or not os.path.isdir(self._root):
            return None
        try:
            earlier = self._restore(values, settings)
        except (ValueError, StopIteration):  # damaged
            return None
        before = earlier.vault.stamps
        listing = take_listing(self._root, follows_links=self._folder.follows_links)
        files = [*self._folder.walk(listing)]
        now = {path: stamp for path, stamp, _ in files}
        # Of 13,000 files this takes 2 ms; a comparison in a loop takes 10.
        changed = {*compress(before, map(ne, map(now.get, before), before.values()))}
        changed |= now.keys() - before.keys()
        later = earlier.updated(reread_vault(earlier.vault, changed, files))
        is_renamed = later.resolver is not earlier.resolver
        is_fresh = not is_renamed and len(changed) <= len(now) * _MAX_STALE
        return RestoredVault(later, earlier, values, is_fresh=is_fresh)

    def _restore(self, values: Iterator[Any], settings: Settings) -> VaultGraph:
        """Return the graph as it was saved; the contents of notes are not read yet."""
        counts, faults, similar = next(values)
        sources, outgoing = dict[str, Note](), list[OutgoingLinks]()
        stamps: dict[str, FileStat] = {}
        flashcards = read_flashcards(self._root, self._styles)
        unread = UnreadVault(self._folder, (), flashcards)
        while len(sources) < counts[0]:
            paths, columns, summaries, links = next(values)
            contents = NoteContents(
                next(values), columns, paths, lambda path: unread.read([path])[0]
            )
            notes = restore_notes(paths, contents, range(len(paths)), summaries, number=counts[0])
            sources |= zip(paths, notes, strict=True)
            outgoing += map(OutgoingLinks, map(sources.get, paths), *zip(*links, strict=True))
        while len(stamps) < counts[1]:
            stamps |= next(values)
        unreadable = {path: message_from_row(fault) for path, fault in faults.items()}
        graph = VaultGraph(Vault(self._folder, stamps, sources, unreadable, flashcards), settings)
        graph.similar_names = SimilarNames(graph.vault.names, similar)
        graph.set_links(outgoing)
        return graph

    def save(self, graph: VaultGraph, findings: object) -> None:
        """Store the vault of *graph* and *findings*, unless a limit was reached while reading it.

        Nothing is stored either if a settings file was written so recently that a later change
        might not be noticed.
        """
        if graph.vault.is_partial:
            return
        settings = self._settings.values()
        if not all(is_settled(seen, self._started) for seen in settings):
            return
        save_values(self._root, _KIND, self._key, self._values(graph, findings))

    def _values(self, graph: VaultGraph, findings: object) -> Iterator[object]:
        """Yield the values that `load` reads, one batch of notes at a time."""
        vault, sources, outgoing = graph.vault, [*graph.vault.sources], graph.outgoing
        counts = (len(sources), len(vault.stamps))
        faults = {path: message_row(fault) for path, fault in vault.unreadable.items()}
        yield counts, faults, graph.similar_names.found
        unserializable: set[str] = set()
        for notes in _batches(sources):
            columns, blob = join_contents([_serialized(note, unserializable) for note in notes])
            rows = ((note.path, tuple(note.summary), outgoing[note.path].state) for note in notes)
            paths, summaries, links = zip(*rows, strict=True)
            yield paths, columns, summaries, links
            yield blob
        # A file that may still change unnoticed gets no stamp, so that the next run reads it again.
        for batch in _batches([*vault.stamps.items()]):
            yield {
                path: seen
                if is_settled(seen, self._started) and path not in unserializable
                else NO_STAT
                for path, seen in batch
            }
        yield findings


def _batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    return (items[first : first + _BATCH] for first in range(0, len(items), _BATCH))


def _serialized(note: Note, unserializable: set[str]) -> bytes:
    """Serialize *note*; if that fails, add it to *unserializable*, so that it is read again."""
    try:
        return serialize(note)
    except ValueError:
        unserializable.add(note.path)
        return serialize(Note(note.path, ParsedNote()))
