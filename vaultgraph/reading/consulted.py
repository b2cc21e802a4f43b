"""On which settings, ours, Obsidian's and its plugins', it depends what is read in a vault."""

import os
from collections.abc import Iterator

from vaultgraph.reading.trash import trash_folders
from vaultgraph.settings import settings_files

__all__ = ["CONSULTED", "consulted_files"]

_PLUGINS = (
    "calendar",
    "flashcards-obsidian",
    "obsidian-spaced-repetition",
    "obsidian-to-anki-plugin",
    "periodic-notes",
    "quickadd",
    "templater-obsidian",
)

CONSULTED = frozenset(
    [
        ".obsidian",
        ".obsidian/app.json",
        ".obsidian/community-plugins.json",
        ".obsidian/daily-notes.json",
        ".obsidian/templates.json",
        ".obsidian/zk-prefixer.json",
        *(f".obsidian/plugins/{plugin}" for plugin in _PLUGINS),
        *(f".obsidian/plugins/{plugin}/data.json" for plugin in _PLUGINS),
    ]
)
"""Files and folders of Obsidian and its plugins, as paths of the vault."""


def consulted_files(root: str) -> Iterator[str]:
    """Yield where all settings of the vault at *root* may be, and its trash, as local paths."""
    yield from settings_files(root)
    yield from (os.path.join(root, path) for path in (*CONSULTED, *trash_folders(root)))
