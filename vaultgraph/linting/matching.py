"""Globs of the settings, which are compared with paths and targets as Obsidian compares names."""

from collections.abc import Collection

from vaultgraph.graph.resolve import fold
from vaultgraph.reading import matches

__all__ = ["matches_any"]


def matches_any(name: str, globs: Collection[str]) -> bool:
    """Whether one of *globs* matches *name*, a path or a target, whatever its capitals and accents.

    A glob that matches a folder matches what is in it.

    >>> matches_any("Aulas/Introdução.md", ["aulas/**"]), matches_any("Aulas/x.md", ["aulas/"])
    (True, True)
    """
    return bool(globs) and any(_matches(fold(name), fold(glob)) for glob in globs)


def _matches(name: str, glob: str) -> bool:
    return matches(name, glob) or matches(name, glob.rstrip("/") + "/**")
