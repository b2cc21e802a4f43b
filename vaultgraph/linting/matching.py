"""Globs of the settings, which are compared with paths and targets as Obsidian compares names."""

from collections.abc import Collection

from vaultgraph.graph.resolve import fold
from vaultgraph.reading import matches

__all__ = ["matches_any"]


def matches_any(name: str, globs: Collection[str]) -> bool:
    """Whether one of *globs* matches *name*, a path or a target, whatever its capitals and accents.

    >>> matches_any("Aulas/Introdução.md", ["aulas/**"])
    True
    """
    return bool(globs) and any(matches(fold(name), fold(glob)) for glob in globs)
