"""The colour groups of Obsidian's own graph view."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from vaultgraph.files import read_settings_file
from vaultgraph.graph.relation_types import normalize_label
from vaultgraph.lazy import lazy_re

__all__ = ["matched_words", "read_color_groups"]

_FILE = ".obsidian/graph.json"
_MAX_GROUPS, _MAX_WORDS = 50, 200
_WORD = lazy_re(r'(?:\b(path|file|tag):)?(?:"([^"]*)"?|([^\s()"]+))', re.IGNORECASE)


def read_color_groups(root: str) -> list[tuple[str, str]]:
    """Return the queries and colours (`#rrggbb`) of the colour groups of the vault at *root*.

    They are read from `colorGroups` in `.obsidian/graph.json`; invalid entries are skipped.
    """
    try:
        settings = json.loads(read_settings_file(root, _FILE).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return []
    groups = settings.get("colorGroups") if isinstance(settings, dict) else None
    return list(_color_groups(groups[:_MAX_GROUPS])) if isinstance(groups, list) else []


def _color_groups(groups: list[object]) -> Iterator[tuple[str, str]]:
    for group in groups:
        match group:
            case {"query": str(query), "color": {"rgb": int(colour)}} if query.strip():
                yield query, f"#{colour & 0xFFFFFF:06x}"


def matched_words(
    color_groups: Iterable[tuple[str, str]], paths: Iterable[str], text: Callable[[str], str]
) -> Iterator[tuple[str, ...]]:
    """Yield, for each note, the plain words in *color_groups* that its text contains.

    *text* returns the text of a path.  The page needs this since it has only the names and cards
    of notes, not their text.
    """
    words = dict.fromkeys(word for query, _ in color_groups for word in _words(query))
    keys = {word: normalize_label(word) for word in islice(words, _MAX_WORDS)}
    for path in paths:
        folded = normalize_label(text(path)) if keys and path else ""
        yield tuple(word for word, wanted in keys.items() if wanted in folded)


def _words(query: str) -> Iterator[str]:
    for scope, phrase, word in _WORD.findall(query):
        if not scope and (plain := phrase or word.lstrip("-")):
            yield plain
