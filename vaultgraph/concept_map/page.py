"""The page: pyvis holds the graph and renders our template, with all data as JSON inside."""

import os
from base64 import b64encode
from hashlib import sha256
from typing import NamedTuple

import pyvis
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network

from vaultgraph.concept_map.earlier import read_earlier
from vaultgraph.concept_map.lean import lean_cards, lean_images, lean_links, lean_notes
from vaultgraph.concept_map.payload import Images, Payload, card_sides, payload
from vaultgraph.concept_map.scene import Scene
from vaultgraph.concept_map.strings import STRINGS
from vaultgraph.concept_map.thumbnails import Known, sources
from vaultgraph.concept_map.tints import read_tints, said
from vaultgraph.graph import VaultGraph

__all__ = ["Choices", "render"]

_OURS = os.path.join(os.path.dirname(__file__), "web")
_VIS = os.path.join(
    os.path.dirname(pyvis.__file__), "templates", "lib", "vis-9.1.2", "vis-network.min.js"
)
_SCRIPTS = (
    "columns", "lean", "model", "text", "query", "tints", "theme", "pen", "stage", "gather",
    "camera", "routes", "focus", "boxes", "dots", "rings", "labels", "backdrop", "near", "regions",
    "sheets", "crowd", "paint", "elements", "panel", "way", "index", "legend", "search",
    "keyboard", "help", "save", "print", "start",
)  # fmt: skip
_OPTIONS = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 7},
    "interaction": {
        "hover": True,
        "tooltipDelay": 1_000_000,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "zoomSpeed": 0.7,
    },
}
_LEAN = {
    "lean_notes": lean_notes,
    "lean_links": lean_links,
    "lean_cards": lean_cards,
    "lean_images": lean_images,
}


class Choices(NamedTuple):
    """What the reader of the map chose; see `draw`."""

    lang: str
    theme: str
    mode: str
    output_folder: str
    earlier: str = ""


def render(graph: VaultGraph, scene: Scene, choices: Choices, known: Known) -> str:
    """Return the page of *scene*; *graph* tells which image a card means.

    Small images are taken from those *known*, and added to them.
    """
    strings = STRINGS[choices.lang]
    images = Images(graph)
    load = payload(scene, strings, choices.mode, read_earlier(choices.earlier))
    for fields, note in zip(load.notes, scene.notes, strict=True):
        if note.images:
            fields["images"] = [images.number(path) for path in note.images]
    cards = {n: card_sides(note, images) for n, note in enumerate(scene.notes) if note.cards}
    found = sources(graph.vault, list(images.numbers), choices.output_folder, known)
    names = [path.rpartition("/")[2] for path in images.numbers]
    page = {**load.page, "theme": choices.theme, "strings": strings}
    page["tints"] = tints = read_tints(graph.vault.root)
    paths = [note.path if not note.kind else "" for note in scene.notes]
    for fields, words in zip(load.notes, said(tints, paths, graph.vault.text), strict=True):
        if words:
            fields["said"] = words
    network = _network(load)
    network.templateEnv.globals.update(
        page=page,
        cards=cards,
        images=list(zip(names, found, strict=True)),
        lang={"pt": "pt-BR"}.get(choices.lang, choices.lang),
        linked=any(source.startswith(".") for source in found),
        vis_options=_OPTIONS,
        **_assets(),
    )
    html = str(network.generate_html(notebook=False)) + "\n"
    return html.encode("utf-8", "replace").decode("utf-8")  # names of files may be no Unicode


def _network(load: Payload) -> Network:
    """Fill a pyvis network; its own methods look for doubles and take minutes for large vaults."""
    network = Network(directed=True, cdn_resources="in_line", heading="")
    network.options = _OPTIONS
    network.path = "map.html"
    network.templateEnv = _environment()
    if load.page["mode"] == "big":
        network.templateEnv.filters.update(_LEAN)
    network.nodes += load.notes
    network.node_ids += range(len(load.notes))
    network.edges += load.links
    return network


def _environment() -> Environment:
    loader = FileSystemLoader(_OURS)
    environment = Environment(loader=loader, autoescape=True, trim_blocks=True)
    environment.filters.update(dict.fromkeys(_LEAN, _as_it_is))
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _as_it_is(value: object) -> object:
    return value


def _assets() -> dict[str, object]:
    """The style and the scripts of the page, with the hashes that let a browser run only these."""
    vis = _text(_VIS)
    own = "\n".join(_own_text(f"{name}.js") for name in _SCRIPTS)
    scripts = [_own_text("first.js"), vis, f'"use strict";\n(async () => {{\n{own}}})();\n']
    hashes = " ".join(f"'sha256-{_digest(script)}'" for script in scripts)
    names = ("first", "library", "program")
    marked = {name: _safe(script) for name, script in zip(names, scripts, strict=True)}
    return {**marked, "style": _safe(_own_text("map.css")), "hashes": hashes}


def _safe(text: str) -> Markup:
    return Markup(text)  # noqa: S704  a file of ours or of pyvis, never a text of the vault


def _own_text(name: str) -> str:
    return _text(os.path.join(_OURS, name))


def _text(file: str) -> str:
    with open(file, encoding="utf-8") as text:
        return text.read()


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode("ascii")
