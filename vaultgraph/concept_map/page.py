"""Render the page: our template with all data as JSON, and the library vis-network.

The library is the copy shipped with pyvis.  pyvis itself is not imported: it would only pass the
graph to the same template, and importing it (with IPython and networkx) takes twenty times as long
as starting Python.
"""

import os
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from importlib.util import find_spec
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from vaultgraph.auditing import Exam
from vaultgraph.card_text import Tree
from vaultgraph.concept_map.color_groups import matched_words, read_color_groups
from vaultgraph.concept_map.columns import column_table, deflate
from vaultgraph.concept_map.compact import (
    compact_cards,
    compact_images,
    compact_links,
    compact_notes,
    prerequisites_by_links,
)
from vaultgraph.concept_map.dates import find_dates
from vaultgraph.concept_map.kept import NOTHING_KEPT, Kept
from vaultgraph.concept_map.memory import find_memory
from vaultgraph.concept_map.missing import find_missing_links
from vaultgraph.concept_map.payload import Fields, Images, Payload, card_sides, payload
from vaultgraph.concept_map.previous_map import read_previous_map
from vaultgraph.concept_map.properties import searchable_properties
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.strings import strings
from vaultgraph.concept_map.study import find_study
from vaultgraph.concept_map.topics import vault_communities
from vaultgraph.graph import VaultGraph
from vaultgraph.reading.thumbnails import Known, sources

__all__ = ["Choices", "render"]

_PACKED_NOTES, _PACKED_LINKS = 1500, 4000
_OURS = os.path.join(os.path.dirname(__file__), "web")
_VIS = ("templates", "lib", "vis-9.1.2", "vis-network.min.js")
_OPTIONS = {
    "physics": {"enabled": False},  # the positions are computed here
    "layout": {"improvedLayout": False, "randomSeed": 7},
    "interaction": {
        "hover": True,
        "tooltipDelay": 1_000_000,  # never: the page has tooltips of its own
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "zoomSpeed": 0.7,
    },
}

CardSides = dict[int, list[tuple[list[Tree], list[Tree]]]]
"""The question and the answer of each card, by the number of its note."""

FirstDays = Callable[[], Mapping[str, str]]
"""Gives the days on which files were added, by path."""


class Choices(NamedTuple):
    """The options of the page; see `draw`."""

    lang: str
    theme: str
    mode: str
    output_folder: str
    previous_map: str = ""
    first_days: FirstDays = dict
    kept: Kept | None = None
    exam: Exam | None = None


def render(graph: VaultGraph, scene: Scene, choices: Choices, known: Known) -> str:
    """Return the page of *scene*; *graph* resolves the images of cards.

    *known* caches thumbnails; new ones are added to it.
    """
    words = strings(choices.lang)
    images = Images(graph)
    load, kept = _load(graph, scene, choices, words)
    study = find_study(graph, scene)
    color_groups = read_color_groups(graph.vault.root)
    _add_fields(load.notes, study.notes)
    _add_fields(load.notes, find_memory(graph, scene, choices.exam))
    _add_fields(load.notes, _from_texts(graph, scene, choices.first_days))
    _add_fields(load.notes, _from_color_groups(graph, scene, color_groups))
    for fields, note in zip(load.notes, scene.notes, strict=True):
        if note.images:
            fields["images"] = [images.number(path) for path in note.images]
    cards = {n: card_sides(note, images) for n, note in enumerate(scene.notes) if note.cards}
    found = sources(graph.vault, list(images.numbers), choices.output_folder, known)
    names = [path.rpartition("/")[2] for path in images.numbers]
    linked = any(source.startswith(".") for source in found)
    named_images = [*zip(names, found, strict=True)]
    page = {**load.page, "theme": choices.theme, "strings": words, "outside": study.outside}
    page |= {"color_groups": color_groups, "kept": kept._asdict()}
    page["day_begins"] = graph.anki.rollover if graph.anki else 0
    mentions = find_missing_links(graph, scene)
    is_large = _is_large(load)
    tables = (_packed if is_large else _unpacked)(load, cards, named_images)
    html = (
        _environment()
        .get_template("map.html")
        .render(
            page=page,
            lang={"pt": "pt-BR"}.get(choices.lang, choices.lang),
            linked=linked,
            vis_options=_OPTIONS,
            mentions=deflate(column_table(mentions)) if is_large else mentions,
            **tables,
            **_assets(),
        )
    )
    # File names may contain surrogates (bytes that are not UTF-8).
    return f"{html}\n".encode("utf-8", "replace").decode("utf-8")


def _load(
    graph: VaultGraph, scene: Scene, choices: Choices, words: Mapping[str, str]
) -> tuple[Payload, Kept]:
    """Return the data of the map, and what its reader saved, with the help of the previous map.

    That is large, and not needed afterwards.
    """
    previous = read_previous_map(choices.previous_map)
    load = payload(scene, words, choices.mode, previous, vault_communities(graph, scene))
    return load, choices.kept or (previous.kept if previous else NOTHING_KEPT)


def _add_fields(notes: Sequence[Fields], found: Mapping[int, Mapping[str, object]]) -> None:
    """Add the fields *found* for each of *notes* by number, except for empty ones."""
    for number, fields in found.items():
        notes[number].update({name: value for name, value in fields.items() if value})


def _from_texts(graph: VaultGraph, scene: Scene, first_days: FirstDays) -> Mapping[int, Fields]:
    """Return the day and the properties of each note of *scene*."""
    written = {n: graph.vault.notes.get(note.path) for n, note in enumerate(scene.notes)}
    notes = {n: note for n, note in written.items() if note and not scene.notes[n].kind}
    days = find_dates(notes.values(), graph.vault.text, first_days)
    return {
        number: {
            "date": days.get(note.path),
            "properties": searchable_properties(note.properties),
        }
        for number, note in notes.items()
    }


def _from_color_groups(
    graph: VaultGraph, scene: Scene, color_groups: Sequence[tuple[str, str]]
) -> Mapping[int, Fields]:
    """Return the words of the queries in *color_groups* that the text of each note contains."""
    paths = ["" if note.kind else note.path for note in scene.notes]
    matched = matched_words(color_groups, paths, graph.vault.text)
    return {number: {"matched_words": words} for number, words in enumerate(matched)}


def _leave_out_prerequisites(load: Payload) -> None:
    """Remove the prerequisites that the page computes itself, unless it would be wrong."""
    computed = dict(prerequisites_by_links(load.notes, load.links))
    for number, note in enumerate(load.notes):
        if note.get("before", []) == computed.get(number, []):
            note.pop("before", None)
        else:
            note.setdefault("before", [])


def _packed(
    load: Payload, cards: CardSides, images: Sequence[tuple[str, str]]
) -> Mapping[str, object]:
    """Return the packed tables of a large map.

    Each is emptied when it is packed: together, those of 100,000 notes take 200 MB.
    """
    _leave_out_prerequisites(load)
    packed_cards = compact_cards(cards)
    cards.clear()
    packed_notes = compact_notes(load.notes)
    load.notes.clear()
    links = compact_links(load.links)
    return {
        "notes": packed_notes,
        "links": links,
        "cards": packed_cards,
        "images": compact_images(images),
    }


def _unpacked(
    load: Payload, cards: CardSides, images: Sequence[tuple[str, str]]
) -> Mapping[str, object]:
    """Return the tables of a small map, which are left to be read by people."""
    return {"notes": load.notes, "links": [*load.links], "cards": cards, "images": images}


def _is_large(load: Payload) -> bool:
    return len(load.notes) > _PACKED_NOTES or len(load.links) > _PACKED_LINKS


def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(_OURS), autoescape=True, trim_blocks=True)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _assets() -> dict[str, object]:
    """Return the style and scripts of the page, with their hashes for its security policy."""
    vis = _text(_library())
    scripts = [_own_text("first.js"), vis, _own_text("map.js")]
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    names = ("first", "library", "program")
    marked = {name: _safe(script) for name, script in zip(names, scripts, strict=True)}
    return {**marked, "style": _safe(_own_text("map.css")), "hashes": hashes}


def _library() -> str:
    """Return the path of vis-network in pyvis; ModuleNotFoundError if it is not installed."""
    pyvis = find_spec("pyvis")
    if pyvis is None or not pyvis.origin:
        raise ModuleNotFoundError("there is no pyvis", name="pyvis")
    return os.path.join(os.path.dirname(pyvis.origin), *_VIS)


def _safe(text: str) -> Markup:
    return Markup(text)  # noqa: S704  our own or pyvis's file, never text of the vault


def _own_text(name: str) -> str:
    return _text(os.path.join(_OURS, name))


def _text(file: str) -> str:
    with open(file, encoding="utf-8") as text:
        return text.read()


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode("ascii")
