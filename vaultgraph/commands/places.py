"""The notes and folders that a user names, as paths of the vault."""

import os
from collections.abc import Iterable, Sequence

from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.naming import find_file
from vaultgraph.model import Diagnostic

__all__ = ["lying_in", "places"]


def places(graph: VaultGraph, words: Iterable[str]) -> tuple[str, ...]:
    """The paths within the vault of the notes and folders *words*; empty for all of it.

    They may be written from the current folder or from the vault's; a note's name alone will do.
    Raises UsageError for one that is not there, or that names several.
    """
    return tuple(_path(graph, word) for word in words)


def lying_in(paths: Sequence[str], diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Those of *diagnostics* that lie in one of *paths*; without any, all."""
    if not paths or "" in paths:
        return diagnostics
    folders = tuple(f"{path}/" for path in paths)
    return [found for found in diagnostics if f"{found.location.path}/".startswith(folders)]


def _path(graph: VaultGraph, word: str) -> str:
    if not word:
        raise UsageError(
            "an empty name is no note and no folder", hint="leave out --only to see all"
        )
    way = _way_from_here(graph.vault.root, word)
    for path in (way, word.replace(os.sep, "/").strip("/")):
        if path == "":
            return ""
        if path and any(f"{known}/".startswith(f"{path}/") for known in graph.vault.paths):
            return path
    return find_file(graph, word)


def _way_from_here(root: str, word: str) -> str | None:
    """The path within the vault of what lies at *word* on this machine; None if it lies outside."""
    if not os.path.exists(word):
        return None
    way = os.path.relpath(os.path.realpath(word), os.path.realpath(root)).replace(os.sep, "/")
    if way == ".":
        return ""
    return None if way.startswith("..") else way
