"""Obsidian's *Excluded files*: the setting `userIgnoreFilters` of `.obsidian/app.json`.

Excluded files exist, and links to them work, but search and graph omit them.  An entry is a path
prefix or, between slashes, a JavaScript regular expression.  Files in `node_modules` are excluded
as well: Obsidian reads them, but the vault's owner did not write them.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from vaultgraph.reading.app_settings import app_setting

if TYPE_CHECKING:
    from vaultgraph.reading.path_expressions import PathExpressions

__all__ = ["Exclusions", "is_vendored"]


class Exclusions:
    """The excluded files of the vault at *root*: those in its settings, and those in *also*.

    A path for which the expressions exceed the step limit is not excluded.
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
        """Return whether the file at *path* is excluded."""
        if not isinstance(path, str):
            return False
        if path in self._also or is_vendored(path) or (self._prefixes and self._begins(path)):
            return True
        return self._expressions is not None and bool(self._expressions.fits(path))

    @property
    def was_cut_off(self) -> bool:
        """Whether some path queried so far exceeded the step limit."""
        return self._expressions is not None and self._expressions.was_cut_off

    def cut_off(self, paths: Iterable[str]) -> bool:
        """Return whether one of *paths* exceeds the step limit."""
        expressions = self._expressions
        return expressions is not None and any(expressions.fits(path) is None for path in paths)

    def _begins(self, path: str) -> bool:
        """Return whether *path* begins with a prefix.

        No prefix begins with another, so only the last one that sorts before *path* can match.
        """
        last = bisect_right(self._prefixes, path) - 1
        return last >= 0 and path.startswith(self._prefixes[last])


def _shortest(prefixes: Iterable[str]) -> Sequence[str]:
    """Return the *prefixes*, sorted, without those that begin with another one."""
    kept: list[str] = []
    for prefix in sorted(prefixes):
        if not kept or not prefix.startswith(kept[-1]):
            kept.append(prefix)
    return kept


def _expressions(patterns: Iterable[str]) -> "PathExpressions":
    from vaultgraph.reading.path_expressions import PathExpressions

    return PathExpressions(patterns)


def is_vendored(path: str) -> bool:
    """Return whether the file at *path* belongs to a package installed in the vault."""
    return "node_modules/" in path and "node_modules" in path.split("/")[:-1]


def _entries(root: str) -> Iterator[str]:
    filters = app_setting(root, "app.json", "userIgnoreFilters")
    if isinstance(filters, list):
        yield from (entry for entry in filters if isinstance(entry, str))
