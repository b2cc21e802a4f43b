"""What Obsidian and its plugins have been told, in the folder `.obsidian` of a vault."""

import json
import os
from collections.abc import Mapping
from typing import Any

__all__ = ["app_setting", "app_settings"]


def app_settings(root: str, file: str) -> Mapping[str, Any]:
    """All settings in *file* below `.obsidian/`; empty if it cannot be read."""
    try:
        with open(os.path.join(root, ".obsidian", file), encoding="utf-8-sig") as opened:
            settings = json.load(opened)
    except (OSError, ValueError, RecursionError):
        return {}
    return settings if isinstance(settings, dict) else {}


def app_setting(root: str, file: str, name: str) -> Any:
    """The setting *name* in *file* below `.obsidian/`; None if it cannot be read or is not set."""
    return app_settings(root, file).get(name)
