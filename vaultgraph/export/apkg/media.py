"""The images and sounds of the cards, under names that Anki accepts.

Anki keeps all media in one flat folder, so names must be unique.
"""

import os
from collections.abc import Iterator
from hashlib import sha1
from unicodedata import normalize

from vaultgraph.files import VaultFolder
from vaultgraph.lazy import lazy_re

__all__ = ["Media"]

_REFUSED = lazy_re(r'[\[\]<>:"/?*^\\|%#\x00-\x1f\x7f\ud800-\udfff]')
_MAX_MEDIA_BYTES = 1 << 30
_LONGEST_NAME = 100  # in bytes; Anki truncates names at 120


class Media:
    """Media files of the vault in *folder*, with unique names; equal files share one."""

    def __init__(self, folder: VaultFolder) -> None:
        self._folder = folder
        self._names: dict[str, str] = {}
        self._files: dict[str, tuple[str, bytes]] = {}

    def name(self, path: str) -> str:
        """Return the name in Anki of the file at *path*; empty if it cannot be read."""
        if path not in self._names:
            self._names[path] = self._add(path)
        return self._names[path]

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield the name and content of each file that has been named."""
        yield from self._files.values()

    def _add(self, path: str) -> str:
        try:
            content = self._folder.read(path, _MAX_MEDIA_BYTES)
        except OSError:
            return ""
        name = _REFUSED.sub("_", normalize("NFC", path.rpartition("/")[2]))
        taken = self._files.get(name.casefold(), (name, content))[1]
        if taken != content or len(name.encode()) > _LONGEST_NAME:
            name = _marked(name, content)
        return self._files.setdefault(name.casefold(), (name, content))[0]


def _marked(name: str, content: bytes) -> str:
    """Return *name* made unique by a checksum of *content*."""
    stem, extension = os.path.splitext(name)
    mark = sha1(content, usedforsecurity=False).hexdigest()[:12]
    short = stem.encode()[: _LONGEST_NAME - len(mark) - 20].decode(errors="ignore")
    return f"{short}-{mark}{extension[:16]}"
