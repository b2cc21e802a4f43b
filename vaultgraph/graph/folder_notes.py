"""Which notes are those of their folder: they are found with it, and may hold nothing."""

import re

from vaultgraph.graph.resolve import fold
from vaultgraph.model import Note

__all__ = ["is_of_folder"]

_SITE = frozenset({"_coverpage", "_navbar", "_sidebar"})
"""The parts of a page of docsify, which may be at the top as well."""
_NAMES = frozenset({"_index", "index", "readme"})
_OVERVIEW = re.compile(r"[\s_-]*\(?(?:moc|index|map|hub|overview)\)?[\s_-]*")


def is_of_folder(note: Note) -> bool:
    """Whether *note* has the name of its folder, alone or with MOC, or that of its index."""
    name = fold(note.name)
    if name in _SITE:
        return True
    folder = fold(note.folder.rpartition("/")[2])
    if not folder:
        return False
    before, found, behind = name.partition(folder)
    has_name = bool(found) and not (before and behind)
    is_alone = not before and not behind
    return name in _NAMES or (
        has_name and (is_alone or _OVERVIEW.fullmatch(before or behind) is not None)
    )
