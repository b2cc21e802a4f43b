"""The canvas, held against the rules of JSON Canvas 1.0, https://jsoncanvas.org/spec/1.0/."""

import json
import re

import pytest

from vaultgraph.concept_map import draw
from vaultgraph.export import canvas

pytestmark = pytest.mark.slow

SIDES = {"top", "right", "bottom", "left"}
CONTENT = {"text": {"text"}, "file": {"file"}, "link": {"url"}, "group": set()}
MORE = {"file": {"subpath"}, "group": {"label", "background", "backgroundStyle"}}
PLACE = {"x", "y", "width", "height"}
ENDS = {"fromNode", "toNode"}
EDGE_MORE = {"fromSide", "fromEnd", "toSide", "toEnd", "color", "label"}

STUDY = """
    -- Heat.md --
    Related: [[Entropy]], [[Pressure]]
    -- Entropy.md --
    Related: [[Engine]]
    [[Vapour]]
    -- Pressure.md --
    -- deep/Engine.md --
    Requires: [[Heat]]
    -- Alone.md --
    -- Gone.md --
    [[Also alone]]
"""


def faults(found):
    """What is wrong with a canvas, as sentences."""
    nodes, edges = found.get("nodes", []), found.get("edges", [])
    names = [element["id"] for element in (*nodes, *edges)]
    if len(names) != len(set(names)):
        yield "an id is there twice"
    if found.keys() - {"nodes", "edges"}:
        yield "there is something else at the top"
    for node in nodes:
        yield from node_faults(node)
    for edge in edges:
        yield from edge_faults(edge, {node["id"] for node in nodes})


def node_faults(node):
    kind = node.get("type")
    if kind not in CONTENT:
        yield f"{node}: no such type"
        return
    needed = {"id", "type"} | PLACE | CONTENT[kind]
    if needed - node.keys():
        yield f"{node}: lacks {needed - node.keys()}"
    if node.keys() - needed - MORE.get(kind, set()) - {"color"}:
        yield f"{node}: has what no {kind} has"
    if not all(type(node[name]) is int for name in PLACE):
        yield f"{node}: its place is no whole number"
    if not all(type(node[name]) is str for name in node.keys() - PLACE):
        yield f"{node}: an attribute is no text"
    yield from colour_faults(node)


def edge_faults(edge, nodes):
    if ({"id"} | ENDS) - edge.keys() or edge.keys() - {"id"} - ENDS - EDGE_MORE:
        yield f"{edge}: lacks something or has too much"
    if not {edge["fromNode"], edge["toNode"]} <= nodes:
        yield f"{edge}: leads nowhere"
    if not {edge.get("fromSide", "top"), edge.get("toSide", "top")} <= SIDES:
        yield f"{edge}: no such side"
    if not {edge.get("fromEnd", "none"), edge.get("toEnd", "arrow")} <= {"none", "arrow"}:
        yield f"{edge}: no such end"
    yield from colour_faults(edge)


def colour_faults(element):
    if not re.fullmatch(r"[1-6]|#[0-9a-fA-F]{6}", element.get("color", "1")):
        yield f"{element}: no such colour"


def overlapping(nodes):
    cards = [node for node in nodes if node["type"] != "group"]
    return [
        (a["id"], b["id"])
        for number, a in enumerate(cards)
        for b in cards[number + 1 :]
        if a["x"] < b["x"] + b["width"]
        and b["x"] < a["x"] + a["width"]
        and a["y"] < b["y"] + b["height"]
        and b["y"] < a["y"] + a["height"]
    ]


@pytest.fixture
def drawn(graph):
    return lambda text: json.loads(canvas.render(graph(text)))


def group_message(count):
    """A vault of so many notes in groups, each note linking the one before it."""
    return "\n".join(
        f"-- N{number}.md --\n[[N{number - 1 if number % 40 else number}]]"
        for number in range(count)
    )


@pytest.mark.parametrize("text", [STUDY, group_message(90), group_message(1600), "-- A.md --\n"])
def test_it_keeps_the_rules_of_the_format(drawn, text):
    assert [*faults(drawn(text))] == []


@pytest.mark.parametrize(
    "text", [STUDY, group_message(90), group_message(400), group_message(1600)]
)
def test_no_card_covers_another(drawn, text):
    assert overlapping(drawn(text)["nodes"]) == []


def test_notes_are_files_of_the_vault(drawn):
    nodes = drawn(STUDY)["nodes"]
    files = {node["file"] for node in nodes if node["type"] == "file"}
    assert files == {
        *("Alone.md", "Entropy.md", "Gone.md", "Heat.md", "Pressure.md", "deep/Engine.md"),
    }


def test_a_note_to_be_written_is_a_link_that_creates_it(drawn):
    texts = [node["text"] for node in drawn(STUDY)["nodes"] if node["type"] == "text"]
    assert texts == ["[[Also alone]]", "[[Vapour]]"]


def test_relations_are_edges_with_their_names(drawn):
    found = drawn(STUDY)
    name = {node["id"]: node.get("file", node.get("text")) for node in found["nodes"]}
    edges = {(name[e["fromNode"]], e.get("label"), name[e["toNode"]]) for e in found["edges"]}
    assert ("Heat.md", "Related", "Entropy.md") in edges
    assert ("Entropy.md", None, "[[Vapour]]") in edges


CHAIN = "-- Heat.md --\n-- Engine.md --\nRequires: [[Heat]]\n-- Car.md --\nRequires: [[Engine]]\n"
FAN = "-- Heat.md --\n" + "".join(
    f"-- Engine number {number} of the many engines.md --\nRequires: [[Heat]]\n"
    for number in range(9)
)


@pytest.mark.parametrize(("text", "label"), [(CHAIN, "↑ Requires"), (FAN, "← Requires")])
def test_a_relation_read_against_its_arrow_is_marked_as_on_the_map(drawn, text, label):
    assert {edge["label"] for edge in drawn(text)["edges"]} == {label}


def test_it_has_the_layout_of_the_map(graph):
    found = graph(STUDY)
    notes = json.loads(re.search(r'id="vg-notes">(.*?)</script>', draw(found))[1])
    cards = {label(node): node for node in json.loads(canvas.render(found))["nodes"]}
    for note in notes:
        card = cards[note["label"]]
        assert card["x"] + card["width"] / 2 == pytest.approx(2 * note["x"], abs=1)
        assert card["y"] + card["height"] / 2 == pytest.approx(2 * note["y"], abs=1)


def label(node):
    name = node.get("file", node.get("text", ""))
    return name.strip("[]").rpartition("/")[2].removesuffix(".md")


def test_notes_without_links_are_in_a_group(drawn):
    nodes = drawn(STUDY)["nodes"]
    (group,) = [node for node in nodes if node["type"] == "group"]
    (alone,) = [node for node in nodes if node.get("file") == "Alone.md"]
    assert group["label"] == "Without links"
    assert group["x"] < alone["x"]
    assert alone["x"] + alone["width"] < group["x"] + group["width"]


def test_the_group_of_unlinked_notes_is_labelled_as_on_the_map(graph):
    nodes = json.loads(canvas.render(graph(STUDY), lang="en"))["nodes"]
    assert [node["label"] for node in nodes if node["type"] == "group"] == ["Without links"]


def test_the_same_vault_gives_the_same_canvas(graph):
    assert canvas.render(graph(STUDY)) == canvas.render(graph(STUDY))
