"""The data of the page: notes, links, cards and images as plain values for JSON."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from vaultgraph.card_text import Tree, pieces
from vaultgraph.concept_map.boxes import Box, box
from vaultgraph.concept_map.columns import FORMAT_VERSION
from vaultgraph.concept_map.layered import Point
from vaultgraph.concept_map.placement import choose_mode, place_boxes
from vaultgraph.concept_map.previous_map import PreviousMap
from vaultgraph.concept_map.scene import MapNote, Scene
from vaultgraph.concept_map.sheet import Layout
from vaultgraph.concept_map.stability import StableTopics, extend_topics, known_places
from vaultgraph.concept_map.strings import counted
from vaultgraph.concept_map.topics import (
    count_degrees,
    find_most_connected,
    find_topics,
    renumbered,
)
from vaultgraph.graph import VaultGraph
from vaultgraph.graph.communities import Groups
from vaultgraph.model import SPACED_REPETITION
from vaultgraph.reading import is_image

__all__ = ["Fields", "Images", "LinkFields", "Payload", "card_sides", "payload"]

Fields = dict[str, object]

_BACK = {"TB": "↑ ", "LR": "← ", "": ""}
"""The prefix of a relation's label if it is read against its arrow, by the map's flow."""

_HUB_LINKS = 4


class Payload(NamedTuple):
    """The data of a map in one of the modes: its notes, its links, and fields of the page."""

    notes: list[Fields]
    links: "LinkFields"
    page: Fields


class LinkFields:
    """The fields of each link, made when they are read: kept as dicts, a million take 200 MB."""

    def __init__(self, scene: Scene, layout: Layout) -> None:
        self._scene = scene
        self._layout = layout

    def __len__(self) -> int:
        return len(self._scene.links)

    def __iter__(self) -> Iterator[Fields]:
        return _links(self._scene, self._layout)


class Images:
    """Assigns indices to the images of the page, in order of first use."""

    def __init__(self, graph: VaultGraph) -> None:
        self._resolve = graph.resolver.resolve_encoded
        self.numbers: dict[str, int] = {}

    def number(self, path: str) -> int:
        """Return the index of the image at *path*."""
        return self.numbers.setdefault(path, len(self.numbers))

    def linked(self, link_path: str, source: str) -> int | None:
        """Return the index of the image that *link_path* resolves to in *source*, or None."""
        path = self._resolve(link_path, source) if link_path else None
        return self.number(path) if path and is_image(path) else None


def card_sides(note: MapNote, images: Images) -> list[tuple[list[Tree], list[Tree]]]:
    """Return the question and the answer of each card of *note*; see `pieces`."""

    def image(link_path: str) -> int | None:
        return images.linked(link_path, note.path)

    return [(pieces(card.question, image), pieces(card.back, image)) for card in note.cards]


def payload(
    scene: Scene,
    strings: Mapping[str, str],
    mode: str = "auto",
    previous: PreviousMap | None = None,
    known: Groups | None = None,
) -> Payload:
    """Return the data of *scene* in *mode* that the page's scripts read.

    Notes of the *previous* map keep their topics and, in layers, their order where possible;
    *known* are the communities of the vault as numbers of the scene's notes.
    """
    if mode == "auto":
        mode = choose_mode(scene)
    was = {number: known.topic for number, known in known_places(scene, previous).items()}
    if previous and previous.mode != mode:
        previous = None
    stable = extend_topics(scene, previous) if previous else None
    found = stable.of if stable else find_topics(len(scene.notes), scene.links, known)
    topic = renumbered(found, was)
    layout, shapes = Layout({}), [Fields() for _ in scene.notes]
    if mode == "layered":
        layout, shapes = _as_boxes(scene, strings, previous)
    notes = [
        _without_empty({"id": number, **_note_fields(note), "topic": topic[number], **shape})
        for number, (note, shape) in enumerate(zip(scene.notes, shapes, strict=True))
    ]
    page: Fields = {
        "version": FORMAT_VERSION,
        "title": scene.title,
        "part": scene.part,
        "focus": scene.focus,
    }
    page |= {"mode": mode, "flow": layout.flow, "placed": stable.placed if stable else 0}
    page |= {"unlinked_area": layout.unlinked_area, "topics": _names(scene, topic, stable)}
    page["back"] = _BACK[layout.flow]
    return Payload(notes, LinkFields(scene, layout), page)


def _as_boxes(
    scene: Scene, strings: Mapping[str, str], previous: PreviousMap | None
) -> tuple[Layout, list[Fields]]:
    """Return the layout in layers, and the fields of each note's box."""
    degree = count_degrees(len(scene.notes), scene.links)
    boxes = [
        box(note.label, _meta(note, strings), hub=links >= _HUB_LINKS)
        for note, links in zip(scene.notes, degree, strict=True)
    ]
    layout = place_boxes(scene, boxes, previous)
    return layout, [_box_fields(box, layout.centres[n]) for n, box in enumerate(boxes)]


def _note_fields(note: MapNote) -> Fields:
    cards = [*note.cards]
    return {
        "label": note.label or "·",
        "kind": note.kind,
        "target": note.target if note.target != note.label else "",
        "path": note.path,
        "folder": note.folder,
        "deck": note.deck,
        "tags": note.tags,
        "marks": note.marks,
        "aliases": note.aliases,
        "cards": len(cards),
        "due": sorted(card.due for card in cards if card.due),
        "new": sum(card.plugin == SPACED_REPETITION and not card.due for card in cards),
    }


def _box_fields(box: Box, centre: Point) -> Fields:
    x, y = centre
    size = {"w": box.width, "h": box.height}
    return {"x": x, "y": y, "lines": box.lines, "meta": box.meta, "hub": box.hub, **size}


def _without_empty(fields: Mapping[str, object]) -> Fields:
    always = {"id", "x", "y", "topic"}
    return {name: value for name, value in fields.items() if value or name in always}


def _meta(note: MapNote, strings: Mapping[str, str]) -> str:
    """Return the numbers of cards and images of *note*; empty for extras such as attachments."""
    if note.kind:
        return ""
    counts = (("cards", len(note.cards)), ("images", len(note.images)))
    return " · ".join(counted(strings, what, number) for what, number in counts if number)


def _names(scene: Scene, topic: Sequence[int], stable: StableTopics | None) -> list[str]:
    """Return the name of each topic: its most connected note.

    A topic keeps its previous name as long as it contains the note of that name.
    """
    names = [scene.notes[note].label for note in find_most_connected(topic, scene.links)]
    labels = {(number, note.label) for number, note in zip(topic, scene.notes, strict=True)}
    for number, name in enumerate(stable.names[: len(names)] if stable else ()):
        if (number, name) in labels:
            names[number] = name
    return names


def _links(scene: Scene, layout: Layout) -> Iterator[Fields]:
    for before, after, kind, direction, implied in scene.links:
        bends = layout.bends.get((before, after), ())
        against = layout.bends.get((after, before), ())
        via = bends or against[::-1]
        more = {"kind": kind, "direction": direction, "implied": implied, "via": via}
        yield {
            "from": before,
            "to": after,
            **{name: value for name, value in more.items() if value},
        }
