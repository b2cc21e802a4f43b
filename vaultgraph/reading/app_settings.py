"""Settings of Obsidian and its plugins, from the `.obsidian` folder of a vault."""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from vaultgraph.files import read_settings_file

__all__ = ["LinkFormat", "app_setting", "app_settings", "link_format"]


class LinkFormat(Enum):
    """The setting *New link format*; UNSET where the vault leaves it to the app."""

    UNSET = ""
    SHORTEST = "shortest"
    RELATIVE = "relative"
    ABSOLUTE = "absolute"


def link_format(root: str) -> LinkFormat:
    """Return the path format that the vault at *root* configures for new links."""
    value = app_setting(root, "app.json", "newLinkFormat")
    known = isinstance(value, str) and value in {each.value for each in LinkFormat}
    return LinkFormat(value) if known else LinkFormat.UNSET


def app_settings(root: str, file: str) -> Mapping[str, Any]:
    """Return all settings in *file* below `.obsidian/`; empty if it cannot be read."""
    try:
        settings = json.loads(read_settings_file(root, f".obsidian/{file}").decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}


def app_setting(root: str, file: str, name: str) -> Any:
    """Return the setting *name* of *file* below `.obsidian/`; None if unreadable or not set."""
    return app_settings(root, file).get(name)
