"""Recognize the copies that sync tools leave when a file was changed in two places."""

import re
from collections.abc import Iterable, Iterator

from vaultgraph.graph.resolve import Resolver
from vaultgraph.lazy import lazy_re

__all__ = ["find_conflict_copies"]

_PHRASE = (
    r"conflict(?:ed|ing)?[ ](?:copy|version)|sfconflict|(?:case|encoding|sync)[ ]conflict"
    r"|c[oó]pia[ ]em[ ]conflito|c[oó]pia[ ]conflitante|copia[ ]en[ ]conflicto"
    r"|copia[ ]in[ ]conflitto|copie[ ]en[ ]conflit|in[ ]konflikt[ ]stehende[ ]kopie|konfliktkopie"
    r"|conflicterende[ ]kopie|冲突副本|衝突複本|競合コピー"
)
# In parentheses: Obsidian Sync, Dropbox, Nextcloud, Seafile.  Then Syncthing, ownCloud, Synology
# Drive, Resilio and pCloud.
_MARK = lazy_re(
    rf"""
    (?i: [ ]? \( [^()\n]*? (?:{_PHRASE}) [^()\n]* \)
       | \.sync-conflict-\d{{8}}-\d{{6}} (?:-[A-Z0-9]{{7}})?
       | _conflict-\d{{8}}-\d{{6}}
       | _[^_/\n]+_[A-Z]{{3}}-\d{{2}}-\d{{4,6}}-\d{{4}}_conflict\d*
       | \.conflict | [ ]?\[conflicted\] )
    (?= [ ]?(?:\(\d+\)|\d*) (?:\.[^./\n]*)? \Z )
    """,
    re.VERBOSE,
)
_DATE = lazy_re(r"\d{4}")


def find_conflict_copies(paths: Iterable[str], resolver: Resolver) -> Iterator[tuple[str, str]]:
    """Yield each of *paths* that is a copy, with the path of its original, as spelled on disk.

    A name with a date needs no further evidence, so the original may be missing; then its path is
    what the name says.  Other names count only next to their original.
    """
    for path in paths:
        folder, slash, name = path.rpartition("/")
        if mark := _MARK.search(name):
            extension = name[name.rfind(".") :] if "." in name[mark.end() :] else ""
            expected = folder + slash + name[: mark.start()] + extension
            original = resolver.exact(expected)
            if original != path and (original or _DATE.search(mark[0])):
                yield path, original or expected
