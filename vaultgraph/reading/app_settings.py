"""What Obsidian and its plugins have been told, in the folder `.obsidian` of a vault."""

import json
import os
from typing import Any

__all__ = ["app_setting"]


def app_setting(root: str, file: str, name: str) -> Any:
    """The setting *name* in *file* below `.obsidian/`; None if it cannot be read or is not set."""
    try:
        with open(os.path.join(root, ".obsidian", file), encoding="utf-8-sig") as opened:
            settings = json.load(opened)
    except (OSError, ValueError, RecursionError):
        return None
    return settings.get(name) if isinstance(settings, dict) else None
