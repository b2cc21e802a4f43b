"""The settings files, ours, Obsidian's and its plugins', that affect how a vault is read."""

import os
from collections.abc import Iterator

from vaultgraph.reading.cards.obsidian_to_anki.settings import scanned_folder
from vaultgraph.reading.cards.plugins import UNREAD
from vaultgraph.reading.git import IGNORE_FILE
from vaultgraph.reading.other_texts import SNIPPETS, snippets
from vaultgraph.reading.trash import find_trash_folders
from vaultgraph.settings import settings_files

__all__ = ["config_files", "is_config_file"]

_PLUGINS = (
    "calendar",
    "flashcards-obsidian",
    "obsidian-spaced-repetition",
    "obsidian-to-anki-plugin",
    "periodic-notes",
    "quickadd",
    "templater-obsidian",
)

_CONFIG_PATHS = frozenset(
    [
        IGNORE_FILE,
        ".obsidian",
        ".obsidian/app.json",
        ".obsidian/community-plugins.json",
        ".obsidian/daily-notes.json",
        SNIPPETS,
        ".obsidian/templates.json",
        ".obsidian/types.json",
        ".obsidian/zk-prefixer.json",
        *(f".obsidian/plugins/{plugin}" for plugin in (*_PLUGINS, *UNREAD)),
        *(f".obsidian/plugins/{plugin}/data.json" for plugin in _PLUGINS),
        ".obsidian/plugins/flashcards-obsidian/manifest.json",
    ]
)
"""Files and folders of Obsidian, its plugins and git, relative to the vault."""


def config_files(root: str) -> Iterator[str]:
    """Yield the local paths of all possible settings of the vault at *root*, and of its trash.

    Paths of folders whose entries matter end in `/`.
    """
    yield from settings_files(root)
    listed = (f"{folder}/" for folder in (SNIPPETS, *find_trash_folders(root)))
    paths = (*_CONFIG_PATHS, *snippets(root), *listed, *scanned_folder(root))
    yield from (os.path.join(root, path) for path in paths)


def is_config_file(path: str) -> bool:
    """Return whether a change of the file or folder at *path* may affect how the vault is read."""
    return path in _CONFIG_PATHS or path.startswith((f"{SNIPPETS}/", ".trash/"))
