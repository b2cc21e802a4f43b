"""What the vault's copies of the plugins for flashcards are set to."""

import os
from collections.abc import Mapping
from typing import Any

__all__ = ["is_installed", "read_data"]

_PLUGINS = ".obsidian/plugins"


def is_installed(root: str, plugin: str) -> bool:
    """Whether the vault at *root* has a folder of *plugin*."""
    return os.path.isdir(os.path.join(root, _PLUGINS, plugin))


def read_data(root: str, plugin: str) -> Mapping[str, Any]:
    """The settings in the `data.json` of *plugin*; empty if it has none that can be read."""
    try:
        with open(os.path.join(root, _PLUGINS, plugin, "data.json"), encoding="utf-8-sig") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError):
        return {}
    import json

    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    inner = data.get("settings", data) if isinstance(data, dict) else {}
    return inner if isinstance(inner, dict) else {}
