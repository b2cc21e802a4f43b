"""The concept map as an Obsidian canvas, with the notes themselves as cards.

Small maps have the layers of the map.  In others the notes of each folder are a group, laid out for
the size of the cards.  The format is JSON Canvas 1.0, https://jsoncanvas.org/spec/1.0/.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.concept_map.packing import pack_rectangles
from vaultgraph.export import Sink, exporter
from vaultgraph.graph import VaultGraph
from vaultgraph.printing import JSON

if TYPE_CHECKING:
    from vaultgraph.concept_map.payload import Payload

__all__ = ["render", "write"]

Element = dict[str, Any]

_COLOURS = 6
_BOX_SCALE = 2.0
_CARD = (260, 80)
_GAP, _FRAME_GAP, _TITLE = 30, 120, 60
_ASPECT = 1.5


class Box(NamedTuple):
    """The place of a card or a group on the canvas, in pixels."""

    x: int
    y: int
    width: int
    height: int


_SIDES = {"TB": ("bottom", "top"), "LR": ("right", "left")}


@exporter(".canvas", "the map, which opens in Obsidian", has_labels=True, is_narrowed=True)
def write(graph: VaultGraph, sink: Sink) -> None:
    """Write what `render` returns."""
    sink.write(render(graph, sink.selection, lang=sink.language.code), form=JSON)


def render(graph: VaultGraph, selection: Selection = WHOLE, *, lang: str = "en") -> str:
    """Return the map of a *selection* of *graph* as the JSON text of a canvas.

    *lang* is the language of its labels, as on the map.  The output is deterministic.  Raises
    UsageError if a name in *selection* is unknown, or if nothing is left.
    """
    from vaultgraph.concept_map.composing import compose
    from vaultgraph.concept_map.payload import payload
    from vaultgraph.concept_map.strings import strings
    from vaultgraph.concept_map.topics import vault_communities

    words, scene = strings(lang), compose(graph, selection)
    load = payload(scene, words, known=vault_communities(graph, scene))
    groups, boxes = _as_layers(load, words["unlinked_area"])
    if load.page["mode"] != "layered":
        groups, boxes = _as_folders(load, scene.title)
    cards = [_card(note, box) for note, box in zip(load.notes, boxes, strict=True)]
    edges = [_edge(link, cards, load.page) for link in load.links if not link.get("implied")]
    canvas = {"nodes": [*groups, *cards], "edges": edges}
    return json.dumps(canvas, ensure_ascii=False, indent="\t") + "\n"


def _as_layers(load: "Payload", unlinked: str) -> tuple[list[Element], list[Box]]:
    """Return the group of the notes without links, and a box for each note, as on the map."""
    notes: Sequence[Mapping[str, Any]] = load.notes
    boxes = [_scaled(*_corner(note), note["w"], note["h"]) for note in notes if "w" in note]
    area: Any = load.page["unlinked_area"]
    return [_frame(_scaled(*area), unlinked)] if area else [], boxes


def _corner(note: Mapping[str, Any]) -> tuple[float, float]:
    return note["x"] - note["w"] / 2, note["y"] - note["h"] / 2


def _scaled(left: float, top: float, width: float, height: float) -> Box:
    """Return a box of the map enlarged: cards need room for the text of their notes."""
    return Box(*(round(_BOX_SCALE * value) for value in (left, top, width, height)))


def _as_folders(load: "Payload", root: str) -> tuple[list[Element], list[Box]]:
    """Return a group for each folder, and a box in it for each note."""
    members: defaultdict[str, list[int]] = defaultdict(list)
    for number, note in enumerate(load.notes):
        members[str(note.get("folder") or note.get("kind") or "")].append(number)
    blocks = {folder: _block(len(numbers)) for folder, numbers in sorted(members.items())}
    sizes = [(width + 2 * _GAP, height + _TITLE + _GAP) for _, width, height in blocks.values()]
    corners = pack_rectangles(sizes, _ASPECT, _FRAME_GAP)
    groups, boxes = [], {}
    for (folder, (columns, *_)), size, corner in zip(blocks.items(), sizes, corners, strict=True):
        left, top = map(round, corner)
        groups.append(_frame(Box(left, top, *size), folder or root))
        for place, number in enumerate(members[folder]):
            row, column = divmod(place, columns)
            x = left + _GAP + column * (_CARD[0] + _GAP)
            boxes[number] = Box(x, top + _TITLE + row * (_CARD[1] + _GAP), *_CARD)
    return groups, [boxes[number] for number in range(len(load.notes))]


def _block(count: int) -> tuple[int, int, int]:
    """Return the columns, width and height of *count* cards in a block wider than high."""
    wide, high = _CARD[0] + _GAP, _CARD[1] + _GAP
    columns = min(count, max(1, round((count * _ASPECT * high / wide) ** 0.5)))
    return columns, columns * wide - _GAP, -(-count // columns) * high - _GAP


def _card(note: Mapping[str, Any], box: Box) -> Element:
    path = note.get("path", "")
    shown = {"type": "file", "file": path} if path else {"type": "text", "text": _link(note)}
    colour = {"color": str(note["topic"] + 1)} if 0 <= note["topic"] < _COLOURS else {}
    name = _stable_id("note", path or _target(note))
    return {"id": name, **shown, **box._asdict(), **colour}


def _link(note: Mapping[str, Any]) -> str:
    """Return a link that creates the missing note when clicked."""
    return f"[[{_target(note)}]]"


def _target(note: Mapping[str, Any]) -> str:
    return str(note.get("target") or note["label"])


def _frame(box: Box, label: str) -> Element:
    name = _stable_id("group", *map(str, box))
    return {"id": name, "type": "group", **box._asdict(), "label": label}


def _edge(link: Mapping[str, Any], cards: Sequence[Element], page: Mapping[str, Any]) -> Element:
    start, end = cards[link["from"]], cards[link["to"]]
    from_side, to_side = _sides(start, end, page)
    kind = link.get("kind", "")
    name = _stable_id("edge", start["id"], end["id"], kind, str(link.get("direction", 0)))
    back = page["back"] if link.get("direction", 0) < 0 else ""
    label = {"label": back + kind} if kind else {}
    ends = {"fromNode": start["id"], "fromSide": from_side, "toNode": end["id"], "toSide": to_side}
    return {"id": name, **ends, **label}


def _sides(start: Element, end: Element, page: Mapping[str, Any]) -> tuple[str, str]:
    """Return the sides of the cards where an edge starts and ends.

    They follow the flow of the layers; without layers, the direction to the other card.
    """
    across, down = end["x"] - start["x"], end["y"] - start["y"]
    flow = page["flow"] or ("TB" if abs(down) > abs(across) else "LR")
    leave, arrive = _SIDES[flow]
    return (leave, arrive) if (down if flow == "TB" else across) >= 0 else (arrive, leave)


def _stable_id(*parts: str) -> str:
    """Return an ID like Obsidian's, a hash of *parts*, so that IDs are stable between exports."""
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
