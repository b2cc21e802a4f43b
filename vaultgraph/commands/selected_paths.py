"""Notes and folders given on the command line, as paths in the vault."""

import os
from collections.abc import Iterable, Iterator, Sequence

from vaultgraph.commands.locating import relative_path
from vaultgraph.errors import UsageError
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.naming import find_file
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import say
from vaultgraph.model import Diagnostic

__all__ = ["paths_from_args", "within"]


def paths_from_args(graph: VaultGraph, words: Iterable[str]) -> tuple[str, ...]:
    """Return the vault paths of the notes and folders *words*; "" is the whole vault.

    Each word is relative to the current folder or to the vault, or just a note's name.
    Raises UsageError if a word matches nothing or several files.
    """
    return tuple(_path(graph, word) for word in words)


def within(paths: Sequence[str], diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the *diagnostics* in one of *paths*; all if *paths* is empty."""
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
    for path in _candidates(graph.vault.root, word):
        if path == "":
            return ""
        if known := _known(graph, path):
            return known
    return find_file(graph, word)


def _known(graph: VaultGraph, path: str) -> str:
    """Return the file or folder at *path* as spelled in the vault; empty if there is none.

    Without one of the same spelling, capitals and accents do not matter, as in links: keyboards and
    some file systems (HFS+) compose accents differently.
    """
    for spell in (str, fold):
        wanted = f"{spell(path)}/"
        for known in graph.vault.paths:
            if f"{spell(known)}/".startswith(wanted):
                return "/".join(known.split("/")[: path.count("/") + 1])
    return ""


def _candidates(root: str, word: str) -> Iterator[str]:
    """Yield the vault paths that *word* may stand for; "" is the vault itself.

    A link may be a file of the vault, as it is called there, or lead to one.
    """
    if os.path.exists(word):
        for real in (os.path.abspath, os.path.realpath):
            path = relative_path(real(word), real(root))
            if not path.startswith(("..", "/")):
                yield "" if path == "." else path
    yield word.replace(os.sep, "/").strip("/")
