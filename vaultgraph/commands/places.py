"""The notes and folders that a user names, as paths of the vault."""

import os
from collections.abc import Iterable, Sequence

from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.near import NearNames
from vaultgraph.model import Diagnostic

__all__ = ["lying_in", "places"]


def places(graph: VaultGraph, words: Iterable[str]) -> tuple[str, ...]:
    """The paths within the vault of the notes and folders *words*; empty for all of it.

    They may be written from the current folder or from the vault's; a note's name alone will do.
    Raises UsageError for one that is not there.
    """
    return tuple(path for word in words for path in _paths(graph, word))


def lying_in(paths: Sequence[str], diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Those of *diagnostics* that lie in one of *paths*; without any, all."""
    if not paths or "" in paths:
        return diagnostics
    folders = tuple(f"{path}/" for path in paths)
    return [found for found in diagnostics if f"{found.location.path}/".startswith(folders)]


def _paths(graph: VaultGraph, word: str) -> Sequence[str]:
    way = _way_from_here(graph.vault.root, word)
    for path in (way, word.replace(os.sep, "/").strip("/")):
        if path == "":
            return [""]
        if path and any(f"{known}/".startswith(f"{path}/") for known in graph.vault.paths):
            return [path]
    named = graph.resolver.called(word.removesuffix(".md"))
    if not named:
        raise UsageError(
            f"no note or folder of the vault is called {word}", hint=_hint(graph, word)
        )
    return named


def _way_from_here(root: str, word: str) -> str | None:
    """The path within the vault of what lies at *word* on this machine; None if it lies outside."""
    if not os.path.exists(word):
        return None
    way = os.path.relpath(os.path.realpath(word), os.path.realpath(root)).replace(os.sep, "/")
    if way == ".":
        return ""
    return None if way.startswith("..") else way


def _hint(graph: VaultGraph, word: str) -> str:
    folders = (path.rpartition("/")[0].rpartition("/")[2] for path in graph.vault.paths)
    names = dict.fromkeys([*(note.name for note in graph.notes), *filter(None, folders)])
    near = NearNames(names).find(word.rstrip("/").rpartition("/")[2].removesuffix(".md"))
    return f"did you mean {near[0]}?" if near else "name it from here, or from the vault's folder"
