"""Read the map that is about to be replaced: its topics and the positions of its notes."""

import json
from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any, NamedTuple

from vaultgraph.concept_map.columns import FORMAT_VERSION
from vaultgraph.concept_map.compact import expand_links, expand_notes
from vaultgraph.concept_map.kept import NOTHING_KEPT, Kept, kept_in
from vaultgraph.concept_map.scene import MapNote
from vaultgraph.concept_map.topics import NO_TOPIC
from vaultgraph.graph.resolve import fold
from vaultgraph.lazy import lazy_re

__all__ = ["PreviousMap", "PreviousNote", "note_key", "read_previous_map"]

_BLOCK = lazy_re(r'<script type="application/json" id="vg-(\w+)">([^<]*)</script>')
_MAX_COORDINATE = 1e6
_READ_ERRORS = (
    ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError,
    ValueError,
)  # fmt: skip
_MODES = frozenset({"layered", "atlas", "dots", "big"})
_FLOWS = frozenset({"TB", "LR", ""})
_SIDES = 4
_VERSIONS = {1, 2, FORMAT_VERSION}
_RENAMED = {"tray": "unlinked_area"}
"""The field of version 1 that later versions call otherwise: old maps keep their places, too."""


class PreviousNote(NamedTuple):
    """A note of the previous map; its box is 0 in size, at 0, if it was not in layers."""

    topic: int
    x: float
    y: float
    width: float
    height: float


class PreviousMap(NamedTuple):
    """The previous map: its mode and flow, its notes by `note_key`.

    `links` are the bends of each link by a pair of keys, empty unless the map is in layers.
    `placed` is the number of notes added since its topics were found, `names` are the names of the
    topics, `kept` is what its reader had saved.
    """

    mode: str
    flow: str
    placed: int
    names: list[str]
    notes: Mapping[str, PreviousNote]
    links: Mapping[tuple[str, str], tuple[tuple[float, float], ...]]
    unlinked_area: tuple[float, ...]
    kept: Kept


def note_key(note: MapNote) -> str:
    """Return the key that identifies a note across maps: its path, or its name if missing."""
    return note.path or "?" + fold(note.target or note.label)


def read_previous_map(html: str) -> PreviousMap | None:
    """Parse *html*, an untrusted file; None if it is not one of our maps, or damaged."""
    try:
        blocks = {name: json.loads(text) for name, text in _BLOCK.findall(html)}
        return _previous_map(blocks)
    except _READ_ERRORS:
        return None


def _previous_map(blocks: Mapping[str, Any]) -> PreviousMap:
    page = {_RENAMED.get(name, name): value for name, value in blocks["page"].items()}
    if page.get("version", 1) not in _VERSIONS:  # the first maps have none
        raise ValueError(page["version"])
    keys, places = [], []
    for note in expand_notes(blocks["notes"]):
        keys.append(note.get("path") or "?" + fold(str(note.get("target") or note["label"])))
        box = (_number(note.get(name, 0.0)) for name in ("x", "y", "w", "h"))
        places.append(PreviousNote(_whole(note["topic"]), *box))
    if not all(NO_TOPIC <= place.topic < len(places) for place in places):
        raise ValueError("a topic has no number of a note")
    # Only in layers links stay where they were; of an atlas with a million they take 200 MB.
    links = expand_links(blocks["links"]) if page["mode"] == "layered" else ()
    bends = {
        (keys[link["from"]], keys[link["to"]]): tuple(_points(link.get("via", ())))
        for link in links
    }
    known = dict(zip(keys, places, strict=True))
    placed, names = _whole(page.get("placed", 0)), [str(name) for name in page.get("topics", ())]
    area = tuple(_number(value) for value in page.get("unlinked_area") or ())
    drawn = (page["mode"], page["flow"], placed, names)
    has_known_mode = page["mode"] in _MODES and page["flow"] in _FLOWS
    if not has_known_mode or len(area) not in {0, _SIDES}:
        raise ValueError("not one of our maps")
    kept = kept_in(page["kept"]) if "kept" in page else NOTHING_KEPT
    return PreviousMap(*drawn, known, bends, area, kept)


def _points(via: Any) -> Iterator[tuple[float, float]]:
    for x, y in via:
        yield _number(x), _number(y)


def _whole(value: Any) -> int:
    return int(_number(value))


def _number(value: Any) -> float:
    if not isinstance(value, int | float) or not isfinite(value) or abs(value) > _MAX_COORDINATE:
        raise ValueError(value)
    return value
