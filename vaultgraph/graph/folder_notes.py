"""Recognize notes that readers find without a link: folder notes, and notes with a common name."""

from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re
from vaultgraph.model import Note

__all__ = ["is_found_by_name", "is_of_folder"]

_SITE = frozenset({"_coverpage", "_navbar", "_sidebar"})
"""The parts of a docsify page; unlike folder notes, they may be at the top level."""
_NAMES = frozenset({"_index", "index", "readme"})
_FOUND_BY_NAME = frozenset({
    "changelog", "contributing", "home", "index", "leeme", "leiame", "license", "liesmich",
    "lisezmoi", "readme", "start", "welcome",
})  # fmt: skip
_OVERVIEW = lazy_re(r"[\s_-]*\(?(?:moc|index|map|hub|overview)\)?[\s_-]*")


def is_found_by_name(note: Note) -> bool:
    """Whether *note* is a README, the start page of a vault, or the like."""
    return note.name.lower() in _FOUND_BY_NAME


def is_of_folder(note: Note) -> bool:
    """Whether *note* is called like its folder, with or without "MOC", or is its index."""
    name = fold(note.name)
    if name in _SITE:
        return True
    folder = fold(note.folder.rpartition("/")[2])
    if not folder:
        return False
    before, found, after = name.partition(folder)
    has_name = bool(found) and not (before and after)
    is_alone = not before and not after
    return name in _NAMES or (
        has_name and (is_alone or _OVERVIEW.fullmatch(before or after) is not None)
    )
