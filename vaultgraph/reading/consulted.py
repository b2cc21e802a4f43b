"""On which settings, ours, Obsidian's and its plugins', it depends what is read in a vault."""

import os
from collections.abc import Iterator

from vaultgraph.settings import settings_files

__all__ = ["CONSULTED", "consulted_files"]

_PLUGINS = (
    "flashcards-obsidian",
    "obsidian-spaced-repetition",
    "obsidian-to-anki-plugin",
    "quickadd",
    "templater-obsidian",
)

CONSULTED = frozenset(
    [
        ".obsidian",
        ".obsidian/app.json",
        ".obsidian/community-plugins.json",
        ".obsidian/templates.json",
        *(f".obsidian/plugins/{plugin}" for plugin in _PLUGINS),
        *(f".obsidian/plugins/{plugin}/data.json" for plugin in _PLUGINS),
        ".obsidian/plugins/flashcards-obsidian/manifest.json",
    ]
)
"""Files and folders of Obsidian and its plugins, as paths of the vault."""


def consulted_files(root: str) -> Iterator[str]:
    """Yield where all settings of the vault at *root* may stand, as paths on this machine."""
    yield from settings_files(root)
    yield from (os.path.join(root, path) for path in CONSULTED)
