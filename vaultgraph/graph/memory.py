"""What a run found out of a vault, kept so that the next one reads only what has changed."""

import os
import time
from collections.abc import Sequence

from vaultgraph.cache.stamps import code_stamps, is_settled, settings_stamps
from vaultgraph.cache.values import recall, remember
from vaultgraph.files import NO_STAMP, walk
from vaultgraph.graph.graph import VaultGraph
from vaultgraph.graph.near import NearNames
from vaultgraph.graph.outgoing import Outgoing
from vaultgraph.model import Note, Record
from vaultgraph.reading import (
    Packer,
    Vault,
    consulted_files,
    pack,
    read_flashcards,
    reread_vault,
)
from vaultgraph.settings import Settings

__all__ = ["Memory"]

_KIND = "vault"
_FEW = 1 / 100
"""The part of the files that may have changed before it pays to write all anew."""


class Memory:
    """What is known of the vault at *root*, where *card_styles* are looked for.

    To be made before the settings are read.  `earlier` is the graph of which `told` was told, as
    whoever kept it put it; it `is_good` if so little has changed that it need not be kept anew.
    """

    earlier: VaultGraph | None = None
    told: bytes = b""
    is_good = False

    def __init__(self, root: str, card_styles: Sequence[str]) -> None:
        self._root = root
        self._styles = card_styles
        self._started = time.time_ns()
        self._settings = settings_stamps(map(os.path.abspath, consulted_files(root)))
        where = (os.path.abspath(root), *card_styles)
        self._terms = (where, self._settings, code_stamps())

    def recall(self, settings: Settings) -> VaultGraph | None:
        """The graph of the vault as it is now, if it is known in part.

        Raises VaultError if the vault is gone.
        """
        state = recall(self._root, _KIND, self._terms)
        if state is None or not os.path.isdir(self._root):
            return None
        stamps, notes, unreadable, bases, links, near, self.told = state
        packer = Packer(len(notes))
        sources = {
            path: packer.note(path, packer.put(note), gist) for path, (note, gist) in notes.items()
        }
        flashcards = read_flashcards(self._root, self._styles)
        vault = Vault(self._root, stamps, sources, unreadable, flashcards)
        vault.mentions_in_bases = bases
        earlier = self.earlier = VaultGraph(vault, settings)
        earlier.near_names = NearNames(vault.names, near)
        earlier.outgoing = {path: Outgoing(sources[path], *links[path]) for path in links}
        files = [*walk(self._root)]
        now = {path: stamp for path, stamp, _ in files}
        changed = {path for path in now.keys() | stamps.keys() if now.get(path) != stamps.get(path)}
        later = earlier.updated(reread_vault(vault, changed, files))
        is_renamed = later.resolver is not earlier.resolver
        self.is_good = not is_renamed and len(changed) <= len(now) * _FEW
        return later

    def keep(self, graph: VaultGraph, told: bytes) -> None:
        """Keep what is known of the vault of *graph*, and what was *told* of it."""
        settings = self._settings.values()
        if not all(is_settled(seen, self._started) for seen in settings):
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
        near = graph.near_names.found
        state = (stamps, notes, vault.unreadable, vault.mentions_in_bases, links, near, told)
        remember(self._root, _KIND, self._terms, state)
