"""What the vault's copies of the plugins for flashcards are set to."""

import os
from collections.abc import Mapping
from typing import Any

from vaultgraph.files import read_settings_file

__all__ = [
    "UNREAD",
    "data_file",
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
"""The folders of plugins for flashcards whose cards are not read, with their names."""
_ENABLED = ".obsidian/community-plugins.json"


def is_installed(root: str, plugin: str) -> bool:
    """Whether the vault at *root* has a folder of *plugin*."""
    return os.path.isdir(os.path.join(root, _PLUGINS, plugin))


def installed_version(root: str, plugin: str) -> str:
    """The version of *plugin* in the vault at *root*, by its manifest; empty if it says none."""
    try:
        manifest = _read_json(root, f"{_PLUGINS}/{plugin}/manifest.json")
    except ValueError:
        return ""
    return str(manifest.get("version", "")) if isinstance(manifest, dict) else ""


def is_used(root: str, plugin: str) -> bool:
    """Whether the vault at *root* has a folder of *plugin*, and does not say that it is off."""
    return is_installed(root, plugin) and not is_left_out(root, plugin)


def is_left_out(root: str, plugin: str) -> bool:
    """Whether the vault at *root* says which plugins are on, and *plugin* is none of them."""
    try:
        enabled = _read_json(root, _ENABLED)
    except ValueError:
        return False
    return isinstance(enabled, list) and plugin not in enabled


def unread_plugins(root: str) -> tuple[str, ...]:
    """The plugins for flashcards in the vault at *root* whose cards are not read here."""
    return tuple(name for plugin, name in UNREAD.items() if is_installed(root, plugin))


def read_json(root: str, plugin: str) -> object:
    """What is in the `data.json` of *plugin*, None if there is no such file.

    Raises ValueError if it is no JSON.
    """
    return _read_json(root, data_file(plugin))


def _read_json(root: str, path: str) -> object:
    try:
        text = read_settings_file(root, path).decode("utf-8-sig")
    except OSError:
        return None
    import json

    try:
        return json.loads(text)
    except RecursionError as error:
        raise ValueError(str(error)) from error


def read_settings(root: str, plugin: str) -> Mapping[str, Any]:
    """The settings in the `data.json` of *plugin*; empty if it has none that can be read."""
    try:
        data = read_json(root, plugin)
    except ValueError:
        return {}
    inner = data.get("settings", data) if isinstance(data, dict) else {}
    return inner if isinstance(inner, dict) else {}


def data_file(plugin: str) -> str:
    """The file in which *plugin* keeps what it is set to, as a path of the vault."""
    return f"{_PLUGINS}/{plugin}/data.json"
