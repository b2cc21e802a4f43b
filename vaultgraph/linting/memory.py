"""What a run found out of a vault, kept so that the next one judges only what has changed."""

import os
import pickle
import time
from collections.abc import Sequence
from zlib import crc32

from vaultgraph.cache.stamps import code_stamps, is_settled, settings_stamps
from vaultgraph.cache.store import fetch, keep
from vaultgraph.files import NO_STAMP, walk
from vaultgraph.graph import Outgoing, VaultGraph
from vaultgraph.linting.running import Linter
from vaultgraph.model import Note, Record
from vaultgraph.reading import CONSULTED, PackedNote, Vault, pack, read_flashcards, reread_vault
from vaultgraph.settings import Settings, settings_files

__all__ = ["Memory"]

_MOST = 3
_DAY = 86_400
_FEW = 1 / 100
"""The part of the files that may have changed before it pays to write all anew."""


class Memory:
    """What is known of the vault at *root*, where *card_styles* are looked for.

    To be made before the settings are read.
    """

    def __init__(self, root: str, card_styles: Sequence[str]) -> None:
        self._root = root
        self._styles = card_styles
        self._started = time.time_ns()
        self._is_good = False
        settings = [*settings_files(root), *(os.path.join(root, path) for path in CONSULTED)]
        self._settings = settings_stamps(map(os.path.abspath, settings))
        self._file = f"{crc32(os.fsencode(os.path.abspath(root))):08x}.vault"

    def recall(self, settings: Settings, linter: Linter) -> VaultGraph | None:
        """The graph of the vault as it is now, if what *linter* would judge is known in part.

        The linter then knows what it told before.  Raises VaultError if the vault is gone.
        """
        content = fetch(self._file)
        if content is None:
            return None
        terms, *state = pickle.loads(content)  # noqa: S301 -- our own, and nobody else may write it
        if terms != self._terms(linter) or not os.path.isdir(self._root):
            return None
        stamps, notes, unreadable, bases, links, told = state
        sources = {path: PackedNote(path, *note) for path, note in notes.items()}
        flashcards = read_flashcards(self._root, self._styles)
        vault = Vault(self._root, stamps, sources, unreadable, flashcards)
        vault.mentions_in_bases = bases
        earlier = VaultGraph(vault, settings)
        earlier.outgoing = {path: Outgoing(sources[path], *links[path]) for path in links}
        linter.resume(earlier, told)
        files = [*walk(self._root)]
        now = {path: stamp for path, stamp, _ in files}
        changed = {path for path in now.keys() | stamps.keys() if now.get(path) != stamps.get(path)}
        later = earlier.updated(reread_vault(vault, changed, files))
        is_renamed = later.resolver is not earlier.resolver
        self._is_good = not is_renamed and len(changed) <= len(now) * _FEW
        return later

    def keep(self, graph: VaultGraph, linter: Linter) -> None:
        """Keep what is known of the vault of *graph*, and what *linter* told of it."""
        settings = self._settings.values()
        if self._is_good or not all(is_settled(seen, self._started) for seen in settings):
            return
        vault = graph.vault
        stamps = {
            path: seen if is_settled(seen, self._started) else NO_STAMP
            for path, seen in vault.stamps.items()
        }
        notes = {}
        for source in vault.sources:
            try:
                notes[source.path] = (pack(source), tuple(source.gist))
            except ValueError:
                notes[source.path] = (pack(Note(source.path, Record())), tuple(source.gist))
                stamps[source.path] = NO_STAMP
        links = {path: links.state for path, links in graph.outgoing.items()}
        state = (stamps, notes, vault.unreadable, vault.mentions_in_bases, links, linter.told)
        keep(self._file, pickle.dumps((self._terms(linter), *state), protocol=5), _MOST)

    def _terms(self, linter: Linter) -> object:
        """On what it depends that anything that is known may be used again."""
        rules = [(rule.name, rule.severity, rule.is_set, rule.exclude) for rule in linter.rules]
        options = [repr(rule.options) for rule in linter.rules]
        today = int(time.time()) // _DAY
        where = (os.path.abspath(self._root), *self._styles)
        return where, self._settings, code_stamps(), rules, options, today
