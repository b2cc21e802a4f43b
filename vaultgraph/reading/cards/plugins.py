"""Read the settings of the flashcard plugins installed in a vault."""

import os
from collections.abc import Mapping
from typing import Any

from vaultgraph.files import read_settings_file

__all__ = [
    "UNREAD",
    "data_file",
    "enabled_plugins",
    "installed_version",
    "is_installed",
    "is_left_out",
    "is_used",
    "read_json",
    "read_settings",
    "unread_plugins",
]

_PLUGINS = ".obsidian/plugins"
UNREAD = {"yanki": "Yanki", "ObsidianAnkiSync": "Obsidian Anki Sync"}
"""Flashcard plugins whose cards are not read: names by plugin folder."""
_ENABLED = ".obsidian/community-plugins.json"


def is_installed(root: str, plugin: str) -> bool:
    """Return whether *plugin* is installed in the vault at *root*."""
    return os.path.isdir(os.path.join(root, _PLUGINS, plugin))


def installed_version(root: str, plugin: str) -> str:
    """Return the version of *plugin* in its manifest in the vault at *root*; empty if unknown."""
    try:
        manifest = _read_json(root, f"{_PLUGINS}/{plugin}/manifest.json")
    except ValueError:
        return ""
    return str(manifest.get("version", "")) if isinstance(manifest, dict) else ""


def is_used(root: str, plugin: str) -> bool:
    """Return whether *plugin* is installed in the vault at *root* and not disabled."""
    return is_installed(root, plugin) and not is_left_out(root, plugin)


def is_left_out(root: str, plugin: str) -> bool:
    """Return whether the vault at *root* lists its enabled plugins, and *plugin* is not listed."""
    try:
        enabled = _read_json(root, _ENABLED)
    except ValueError:
        return False
    return isinstance(enabled, list) and plugin not in enabled


def enabled_plugins(root: str) -> tuple[str, ...]:
    """Return the plugins that the vault at *root* lists as enabled; empty without a list."""
    try:
        enabled = _read_json(root, _ENABLED)
    except ValueError:
        return ()
    return tuple(map(str, enabled)) if isinstance(enabled, list) else ()


def unread_plugins(root: str) -> tuple[str, ...]:
    """Return the names of installed flashcard plugins in the vault at *root* that are not read."""
    return tuple(name for plugin, name in UNREAD.items() if is_installed(root, plugin))


def read_json(root: str, plugin: str) -> object:
    """Return the content of the `data.json` of *plugin*; None if it cannot be opened.

    Raises ValueError if it is not valid JSON.
    """
    return _read_json(root, data_file(plugin))


def _read_json(root: str, path: str) -> object:
    try:
        # Some editors on Windows write a byte order mark, which `json` refuses.
        text = read_settings_file(root, path).decode("utf-8-sig")
    except OSError:
        return None
    import json

    try:
        return json.loads(text)
    # A hostile file may be nothing but 100,000 opening brackets.
    except RecursionError as error:
        raise ValueError(str(error)) from error


def read_settings(root: str, plugin: str) -> Mapping[str, Any]:
    """Return the settings in the `data.json` of *plugin*; empty if they cannot be read."""
    try:
        data = read_json(root, plugin)
    except ValueError:
        return {}
    inner = data.get("settings", data) if isinstance(data, dict) else {}
    return inner if isinstance(inner, dict) else {}


def data_file(plugin: str) -> str:
    """Return the path of the settings file of *plugin*, relative to the vault."""
    return f"{_PLUGINS}/{plugin}/data.json"
