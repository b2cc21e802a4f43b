"""Obsidian's *Excluded files*: the setting `userIgnoreFilters` of `.obsidian/app.json`.

Such files exist, and links to them work, but search and graph leave them out.  An entry is the
beginning of a path or, between slashes, a regular expression of JavaScript.  What packages of
JavaScript bring along in `node_modules` is excluded as well: Obsidian reads it, but its owner did
not write it.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vaultgraph.reading.app_settings import app_setting

if TYPE_CHECKING:
    from vaultgraph.reading.path_expressions import PathExpressions

__all__ = ["Exclusions", "is_vendored"]


class Exclusions:
    """Tells which files of the vault at *root* its owner has excluded, and *also* which others.

    A path for which the expressions take too many steps is not excluded.
    """

    def __init__(self, root: str, also: Iterable[str] = ()) -> None:
        self._also = frozenset(also)
        prefixes, patterns = [], []
        for entry in _entries(root):
            if len(entry) > 2 and entry[0] == entry[-1] == "/":
                patterns.append(entry[1:-1])
            elif entry:
                prefixes.append(entry)
        self._prefixes = _shortest(prefixes)
        self._expressions = _expressions(patterns) if patterns else None

    def __contains__(self, path: object) -> bool:
        """Whether the file at *path* is excluded."""
        if not isinstance(path, str):
            return False
        if path in self._also or is_vendored(path) or (self._prefixes and self._begins(path)):
            return True
        return self._expressions is not None and bool(self._expressions.fits(path))

    @property
    def was_cut_off(self) -> bool:
        """Whether a path that was asked for took too many steps."""
        return self._expressions is not None and self._expressions.was_cut_off

    def cut_off(self, paths: Iterable[str]) -> bool:
        """Whether one of *paths* takes too many steps."""
        expressions = self._expressions
        return expressions is not None and any(expressions.fits(path) is None for path in paths)

    def _begins(self, path: str) -> bool:
        """Whether *path* begins with a prefix: if one does, it is the last that sorts before it."""
        last = bisect_right(self._prefixes, path) - 1
        return last >= 0 and path.startswith(self._prefixes[last])


def _shortest(prefixes: Iterable[str]) -> Sequence[str]:
    """Those of *prefixes*, in order, that do not begin with another one of them."""
    kept: list[str] = []
    for prefix in sorted(prefixes):
        if not kept or not prefix.startswith(kept[-1]):
            kept.append(prefix)
    return kept


def _expressions(patterns: Iterable[str]) -> "PathExpressions":
    from vaultgraph.reading.path_expressions import PathExpressions

    return PathExpressions(patterns)


def is_vendored(path: str) -> bool:
    """Whether the file at *path* belongs to a package that was installed in the vault."""
    return "node_modules/" in path and "node_modules" in path.split("/")[:-1]


def _entries(root: str) -> Iterator[str]:
    filters = app_setting(root, "app.json", "userIgnoreFilters")
    if isinstance(filters, list):
        yield from (entry for entry in filters if isinstance(entry, str))
