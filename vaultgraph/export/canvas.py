"""The concept map as an Obsidian canvas: the same layout, with the notes themselves as cards.

The format is JSON Canvas 1.0, https://jsoncanvas.org/spec/1.0/.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from vaultgraph.concept_map import WHOLE, Selection
from vaultgraph.export import Sink, exporter
from vaultgraph.graph import VaultGraph
from vaultgraph.printing import JSON

if TYPE_CHECKING:
    from vaultgraph.concept_map.payload import Payload

__all__ = ["render", "write"]

Element = dict[str, Any]

_COLOURS = 6
_BOX_SCALE, _DOT_SCALE = 2.0, 18.0
_CARD = (240, 80)
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
    cards = [_card(note, load.page) for note in load.notes]
    edges = [_edge(link, cards, load.page) for link in load.links if not link.get("implied")]
    canvas = {"nodes": [*_groups(load, words["unlinked_area"]), *cards], "edges": edges}
    return json.dumps(canvas, ensure_ascii=False, indent="\t") + "\n"


def _card(note: Mapping[str, Any], page: Mapping[str, Any]) -> Element:
    scale = _scale(page)
    width, height = (round(scale * note[side]) for side in "wh") if "w" in note else _CARD
    path = note.get("path", "")
    shown = {"type": "file", "file": path} if path else {"type": "text", "text": _link(note)}
    place = {
        "x": round(scale * note["x"]) - width // 2,
        "y": round(scale * note["y"]) - height // 2,
    }
    colour = {"color": str(note["topic"] + 1)} if 0 <= note["topic"] < _COLOURS else {}
    name = _stable_id("note", path or _target(note))
    return {"id": name, **shown, **place, "width": width, "height": height, **colour}


def _link(note: Mapping[str, Any]) -> str:
    """Return a link that creates the missing note when clicked."""
    return f"[[{_target(note)}]]"


def _target(note: Mapping[str, Any]) -> str:
    return str(note.get("target") or note["label"])


def _groups(load: "Payload", lone: str) -> Iterator[Element]:
    """Yield the groups behind the cards: the regions of a large vault, the unlinked notes."""
    scale, page = _scale(load.page), load.page
    regions: Any = page.get("regions", ())
    for note, x, y, radius in regions:
        frame = _frame(scale, x - radius, y - radius, 2 * radius, 2 * radius)
        yield {**frame, "label": load.notes[note]["label"]}
    area: Any = page.get("unlinked_area")
    if area:
        yield {**_frame(scale, *area), "label": lone}


def _frame(scale: float, left: float, top: float, width: float, height: float) -> Element:
    names = ("x", "y", "width", "height")
    sides = dict(zip(names, (round(scale * v) for v in (left, top, width, height)), strict=True))
    return {"id": _stable_id("group", *map(str, sides.values())), "type": "group", **sides}


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


def _scale(page: Mapping[str, Any]) -> float:
    """Return the scale relative to the map: cards need room for the text of their notes."""
    return _BOX_SCALE if page["flow"] else _DOT_SCALE


def _stable_id(*parts: str) -> str:
    """Return an ID like Obsidian's, a hash of *parts*, so that IDs are stable between exports."""
    return sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()[:16]
