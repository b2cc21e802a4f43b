"""What Obsidian and its plugins have been told, in the folder `.obsidian` of a vault."""

import json
import os
from enum import Enum
from typing import Any

__all__ = ["LinkFormat", "app_setting", "link_format"]


class LinkFormat(Enum):
    """The setting *New link format*; UNSET where the vault leaves it to the app."""

    UNSET = ""
    SHORTEST = "shortest"
    RELATIVE = "relative"
    ABSOLUTE = "absolute"


def link_format(root: str) -> LinkFormat:
    """How the vault at *root* wants the path of a new link to be written."""
    value = app_setting(root, "app.json", "newLinkFormat")
    known = isinstance(value, str) and value in {each.value for each in LinkFormat}
    return LinkFormat(value) if known else LinkFormat.UNSET


def app_setting(root: str, file: str, name: str) -> Any:
    """The setting *name* in *file* below `.obsidian/`; None if it cannot be read or is not set."""
    try:
        with open(os.path.join(root, ".obsidian", file), encoding="utf-8-sig") as opened:
            settings = json.load(opened)
    except (OSError, ValueError, RecursionError):
        return None
    return settings.get(name) if isinstance(settings, dict) else None
