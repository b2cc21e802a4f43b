"""Globs of the settings, which are compared with paths and targets as Obsidian compares names."""

from collections.abc import Collection, Iterable, Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.graph.resolve import fold
from vaultgraph.messages import Message, say
from vaultgraph.reading import matches
from vaultgraph.rules import Rule

__all__ = ["find_unmatched_paths", "matches_any"]


def matches_any(name: str, globs: Collection[str]) -> bool:
    """Whether one of *globs* matches *name*, a path or a target, whatever its capitals and accents.

    A glob that matches a folder matches what is in it.

    >>> matches_any("Aulas/Introdução.md", ["aulas/**"]), matches_any("Aulas/x.md", ["aulas/"])
    (True, True)
    """
    return bool(globs) and any(_matches(fold(name), fold(glob)) for glob in globs)


def find_unmatched_paths(graph: VaultGraph, rules: Iterable[Rule]) -> Iterator[Message]:
    """Yield a message for each glob of `paths` that matches no file of *graph*.

    A rule reports on nothing else, so that a mistyped one turns it off.
    """
    for rule in rules:
        for glob in rule.paths:
            if not any(matches_any(path, (glob,)) for path in graph.vault.paths):
                yield say("{name}.paths: no file matches {glob}", name=rule.name, glob=glob)


def _matches(name: str, glob: str) -> bool:
    return matches(name, glob) or matches(name, glob.rstrip("/") + "/**")
