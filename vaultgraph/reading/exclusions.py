"""Obsidian's *Excluded files*: the setting `userIgnoreFilters` of `.obsidian/app.json`.

Such files exist, and links to them work, but search and graph leave them out.  An entry is the
beginning of a path or, between slashes, a regular expression.  What packages of JavaScript bring
along in `node_modules` is excluded as well: Obsidian reads it, but its owner did not write it.
"""

import re
from collections.abc import Iterable, Iterator

from vaultgraph.reading.app_settings import app_setting

__all__ = ["Exclusions", "is_foreign"]


class Exclusions:
    """Tells which files of the vault at *root* its owner has excluded, and *also* which others."""

    def __init__(self, root: str, also: Iterable[str] = ()) -> None:
        self._also = frozenset(also)
        self._prefixes: list[str] = []
        self._patterns: list[re.Pattern[str]] = []
        for entry in _entries(root):
            if len(entry) > 2 and entry[0] == entry[-1] == "/":
                self._add_pattern(entry[1:-1])
            elif entry:
                self._prefixes.append(entry)

    def __contains__(self, path: object) -> bool:
        """Whether the file at *path* is excluded."""
        if not isinstance(path, str):
            return False
        if path in self._also or is_foreign(path) or path.startswith(tuple(self._prefixes)):
            return True
        return any(pattern.search(path) for pattern in self._patterns)

    def _add_pattern(self, pattern: str) -> None:
        try:
            self._patterns.append(re.compile(pattern))
        except re.error:
            return  # written for another engine, or mistyped: no reason to stop


def is_foreign(path: str) -> bool:
    """Whether the file at *path* belongs to a package that was installed in the vault."""
    return "node_modules/" in path and "node_modules" in path.split("/")[:-1]


def _entries(root: str) -> Iterator[str]:
    filters = app_setting(root, "app.json", "userIgnoreFilters")
    if isinstance(filters, list):
        yield from (entry for entry in filters if isinstance(entry, str))
