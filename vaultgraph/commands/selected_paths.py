"""The notes and folders that a user names, as paths of the vault."""

import os
from collections.abc import Iterable, Sequence
from unicodedata import normalize

from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.naming import find_file
from vaultgraph.messages import say
from vaultgraph.model import Diagnostic

__all__ = ["paths_from_args", "within"]


def paths_from_args(graph: VaultGraph, words: Iterable[str]) -> tuple[str, ...]:
    """The paths within the vault of the notes and folders *words*; empty for all of it.

    They may be written from the current folder or from the vault's; a note's name alone will do.
    Raises UsageError for one that is not there, or that names several.
    """
    return tuple(_path(graph, word) for word in words)


def within(paths: Sequence[str], diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Those of *diagnostics* that lie in one of *paths*; without any, all."""
    if not paths or "" in paths:
        return diagnostics
    folders = tuple(f"{path}/" for path in paths)
    return [found for found in diagnostics if f"{found.location.path}/".startswith(folders)]


def _path(graph: VaultGraph, word: str) -> str:
    if not word:
        raise UsageError(
            say("an empty name is neither a note nor a folder"),
            hint=say("drop --only to see everything"),
        )
    way = _way_from_here(graph.vault.root, word)
    for path in (way, word.replace(os.sep, "/").strip("/")):
        if path == "":
            return ""
        if path and (known := _known(graph, path)):
            return known
    return find_file(graph, word)


def _known(graph: VaultGraph, path: str) -> str:
    """The file or folder at *path* as the vault spells it; empty if there is none.

    Accents may be put together otherwise: a keyboard and an old disk differ in it.
    """
    wanted = f"{normalize('NFC', path)}/"
    for known in graph.vault.paths:
        if f"{known if known.isascii() else normalize('NFC', known)}/".startswith(wanted):
            return "/".join(known.split("/")[: path.count("/") + 1])
    return ""


def _way_from_here(root: str, word: str) -> str | None:
    """The path within the vault of what lies at *word* on this machine; None if it lies outside."""
    if not os.path.exists(word):
        return None
    way = os.path.relpath(os.path.realpath(word), os.path.realpath(root)).replace(os.sep, "/")
    if way == ".":
        return ""
    return None if way.startswith("..") else way
