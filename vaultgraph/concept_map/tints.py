"""The colours that Obsidian's own graph view gives to groups of notes."""

import json
import os
from collections.abc import Iterator

__all__ = ["read_tints"]

_FILE = os.path.join(".obsidian", "graph.json")
_MOST = 50


def read_tints(root: str) -> list[tuple[str, str]]:
    """The queries of the vault at *root* with the colour of what they find, as `#rrggbb`.

    They come from `colorGroups` of `.obsidian/graph.json`; what means nothing is left out.
    """
    try:
        with open(os.path.join(root, _FILE), encoding="utf-8-sig") as file:
            settings = json.load(file)
    except (OSError, ValueError, RecursionError):
        return []
    groups = settings.get("colorGroups") if isinstance(settings, dict) else None
    return list(_tints(groups[:_MOST])) if isinstance(groups, list) else []


def _tints(groups: list[object]) -> Iterator[tuple[str, str]]:
    for group in groups:
        match group:
            case {"query": str(query), "color": {"rgb": int(colour)}} if query.strip():
                yield query, f"#{colour & 0xFFFFFF:06x}"
