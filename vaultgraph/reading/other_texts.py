"""Find file names in text files of the vault that are neither notes nor canvases.

These are LaTeX, HTML, code, bases, drawings, the CSS snippets in `.obsidian/snippets`, and
anything else that decodes as text.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from vaultgraph.files import VaultFolder, is_within
from vaultgraph.reading.exclusions import is_vendored
from vaultgraph.reading.mentions import find_mentions, find_stems

__all__ = ["SNIPPETS", "Mentions", "mentions_in_files", "snippets"]

SNIPPETS = ".obsidian/snippets"
_BINARY_EXTENSIONS = frozenset({
    "3gp", "7z", "apkg", "avif", "bmp", "colpkg", "db", "doc", "docx", "epub", "exe", "flac",
    "gif", "gz", "heic", "ico", "jpeg", "jpg", "m4a", "mkv", "mov", "mp3", "mp4", "odt", "oga",
    "ogg", "ogv", "opus", "otf", "pdf", "png", "ppt", "pptx", "psd", "pyc", "rar", "sqlite",
    "tif", "tiff", "ttf", "wav", "webm", "webp", "woff", "woff2", "xls", "xlsx", "zip",
})  # fmt: skip
_CHUNK_SIZE = 1 << 20
_OVERLAP = 1 << 10
_MAX_CHUNKS = 64
_HEAD_SIZE = 1 << 13
_OURS = b"vaultgraph"


class Mentions(NamedTuple):
    """File `names` mentioned in a text, and `stems`, names without an extension."""

    names: tuple[str, ...]
    stems: tuple[str, ...]


def mentions_in_files(folder: VaultFolder, paths: Iterable[str]) -> Mapping[str, Mentions]:
    """Return the mentions of files in the texts at *paths* in *folder*, and in CSS snippets.

    The keys are paths; texts without mentions are omitted.  Only the first 64 MB of a file are
    read.  Our own reports are skipped, because they name even unused files, and so are installed
    packages, which are not the owner's work.
    """
    found = {}
    for path in (*filter(_may_be_text, paths), *snippets(folder.root)):
        names: dict[str, None] = {}
        stems: dict[str, None] = {}
        for text in _chunks(folder, path):
            names |= dict.fromkeys(find_mentions(text))
            stems |= dict.fromkeys(find_stems(text))
        if names or stems:
            found[path] = Mentions(tuple(names), tuple(stems))
    return found


def _may_be_text(path: str) -> bool:
    return path.rpartition(".")[2].lower() not in _BINARY_EXTENSIONS and not is_vendored(path)


def snippets(root: str) -> Iterator[str]:
    """Yield the paths of the CSS snippets of the vault at *root*."""
    folder = os.path.join(root, SNIPPETS)
    if not is_within(folder, root):
        return
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return
    yield from (f"{SNIPPETS}/{name}" for name in names if name.lower().endswith(".css"))


def _chunks(folder: VaultFolder, path: str) -> Iterator[str]:
    """Yield the text of a file in overlapping chunks; nothing if it is not text, or gone.

    The overlap lets a name be found that crosses a chunk boundary.
    """
    try:
        file = folder.open(path)
    except OSError:
        return
    try:
        chunk, before = os.read(file, _CHUNK_SIZE), b""
        encoding = _encoding(chunk[:_HEAD_SIZE])
        for _ in range(_MAX_CHUNKS):
            if not chunk or not encoding:
                return
            yield (before + chunk).decode(encoding, "replace")
            before, chunk = chunk[-_OVERLAP:], os.read(file, _CHUNK_SIZE)
    except OSError:
        return
    finally:
        os.close(file)


def _encoding(head: bytes) -> str:
    """Return the encoding of the text that begins with *head*; empty if binary or our report."""
    if head.startswith(b"\xff\xfe"):
        return "utf-16-le"
    if head.startswith(b"\xfe\xff"):
        return "utf-16-be"
    return "" if b"\0" in head or _OURS in head else "utf-8"
