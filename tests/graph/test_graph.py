"""What may be asked of a vault."""

import pytest

from vaultgraph.graph.relation_types import RelationTypes
from vaultgraph.settings import USUAL_SETTINGS

HEAT = """
    -- Heat.md --
    ---
    tags: [physics]
    up: "[[Physics]]"
    ---
    Relações: [[Energy]], [[Work]]
    See [[Energy]], [[entropy]], [[ENTROPY]] and ![[engine.png]]. #todo

    What is heat? #flashcard
    Energy on its way.
    <!--ID: 7-->
    -- Energy.md --
    Relações:
    -- Work.md --
    [[Heat]] [[#x]]
    -- engine.png --
"""


def test_edges_are_resolved(graph):
    edges = [(edge.source, edge.target) for edge in graph(HEAT).edges]
    assert edges == [
        ("Heat.md", None), ("Heat.md", "Energy.md"), ("Heat.md", "Work.md"), ("Heat.md", "Energy.md"),
        ("Heat.md", None), ("Heat.md", None), ("Heat.md", "engine.png"),
        ("Work.md", "Heat.md"), ("Work.md", "Work.md"),
    ]  # fmt: skip


def test_missing_notes_are_counted_whatever_their_case(graph):
    assert dict(graph(HEAT).unresolved) == {"entropy": 2, "Physics": 1}


def test_backlinks_leave_out_links_to_oneself(graph):
    backlinks = graph(HEAT).backlinks
    assert [edge.source for edge in backlinks["Energy.md"]] == ["Heat.md", "Heat.md"]
    assert "Work.md" in backlinks
    assert [edge.source for edge in backlinks["Work.md"]] == ["Heat.md"]


@pytest.mark.parametrize(("text", "relations"), [
    pytest.param("Relações: [[A]], [[B]]", [("Relações", "A"), ("Relações", "B")], id="line"),
    pytest.param("Relações:[[A]]", [("Relações", "A")], id="no blank"),
    pytest.param("**Relações:** [[A]] e [[B]]", [("Relações", "A"), ("Relações", "B")], id="bold"),
    pytest.param("> - relacoes: [[A]]", [("relacoes", "A")], id="item in a quote, no accents"),
    pytest.param("See also: [[A]] | [[B]]", [("See also", "A"), ("See also", "B")], id="English"),
    pytest.param("Relações: [t](A.md)", [("Relações", "A.md")], id="Markdown link"),
    pytest.param("Relações:", [], id="empty"),
    pytest.param("Relações: [[A]] and more text", [], id="a sentence"),
    pytest.param("Unheard of: [[A]]", [], id="unknown label, once"),
    pytest.param("Here is one project to look at: [[A]]", [], id="a longer sentence"),
    pytest.param("TARGET DECK: [[A]]", [], id="deck line"),
    pytest.param("`Relações:` [[A]]", [], id="code"),
    pytest.param("Relações: ![[A]]", [], id="embed"),
    pytest.param("up:: [[A]] and text", [("up", "A")], id="Dataview field"),
    pytest.param("x [built on:: [[A]]] y", [("built on", "A")], id="inline field"),
    pytest.param("x (rel:: [[A]]) y", [("rel", "A")], id="inline field in parentheses"),
    pytest.param("- down [[A]]", [("down", "A")], id="Breadcrumbs item"),
    pytest.param("- see [[A]]", [], id="plain item"),
    pytest.param("---\nup: '[[A]]'\nall: ['[[B]]']\n---", [("up", "A"), ("all", "B")], id="property"),
    pytest.param("TARGET DECK: X::A::B\nRelações: [[A]]", [("Relações", "A")], id="below a deck line"),
])  # fmt: skip
def test_relations(tmp_path, text, relations):
    from vaultgraph import VaultGraph, read_vault

    (tmp_path / "Heat.md").write_text(text)
    found = VaultGraph(read_vault(str(tmp_path))).relations
    assert [(relation.kind, relation.edge.link.target) for relation in found] == relations


def test_an_unknown_label_in_two_notes_is_a_relation(graph):
    found = graph("""
        -- Heat.md --
        Developed by: [[Carnot]]
        -- Work.md --
        developed by: [[Joule]]
    """).relations
    assert [relation.kind for relation in found] == ["Developed by", "developed by"]


@pytest.mark.parametrize(("label", "direction"), [
    ("Relações", 1), ("RELACOES", 1), ("Next", 1), ("Pré-requisito", -1), ("up", -1),
    ("Fonte", 0), ("Developed by", 0),
])  # fmt: skip
def test_directions(label, direction):
    assert RelationTypes(USUAL_SETTINGS).direction(label) == direction


def test_the_network_has_every_kind_of_node_and_edge(graph):
    network = graph(HEAT).nx
    kinds = {kind: [node for node, k in network.nodes(data="kind") if k == kind]
             for kind in ("note", "attachment", "unresolved", "tag", "card")}  # fmt: skip
    assert kinds == {
        "note": ["Energy.md", "Heat.md", "Work.md"],
        "attachment": ["engine.png"],
        "unresolved": ["?physics", "?entropy"],
        "tag": ["#physics", "#todo", "#flashcard"],
        "card": ["Heat.md^1"],
    }
    edges = sorted(network.edges(data="kind"))
    assert edges == [
        ("Heat.md", "#flashcard", "tag"), ("Heat.md", "#physics", "tag"), ("Heat.md", "#todo", "tag"),
        ("Heat.md", "?entropy", "link"), ("Heat.md", "?entropy", "link"),
        ("Heat.md", "?physics", "relation"),
        ("Heat.md", "Energy.md", "link"), ("Heat.md", "Energy.md", "relation"),
        ("Heat.md", "Heat.md^1", "card"), ("Heat.md", "Work.md", "relation"),
        ("Heat.md", "engine.png", "embed"),
        ("Work.md", "Heat.md", "link"), ("Work.md", "Work.md", "link"),
    ]  # fmt: skip
    assert network.nodes["Heat.md^1"]["anki_id"] == 7


def test_card_at_finds_the_card_around_a_place(graph):
    asked = graph(HEAT)
    text = asked.vault.text("Heat.md")
    assert asked.card_at("Heat.md", text.index("Energy on")).question == "What is heat?"
    assert asked.card_at("Heat.md", 0) is None


EXCLUDED = """
    -- .obsidian/app.json --
    {"userIgnoreFilters": ["Archive/"]}
    -- Heat.md --
    [[Old]]
    -- Archive/Old.md --
    -- Archive/Older.md --
    -- Archive/old.png --
    -- new.png --
"""


def test_excluded_files_are_linked_but_not_missed(graph):
    asked = graph(EXCLUDED)
    assert [edge.target for edge in asked.edges] == ["Archive/Old.md"]
    assert asked.orphans == ()
    assert asked.unused_files == ("new.png",)


def test_the_arrows_of_a_canvas_join_its_files(graph):
    asked = graph("""
        -- Board.canvas --
        {"nodes": [{"id": "1", "type": "file", "file": "A.md"}, {"id": "2", "type": "file", "file": "B.md"},
                   {"id": "3", "type": "text", "text": "[[A]]"}],
         "edges": [{"id": "e", "fromNode": "1", "toNode": "2", "label": "leads to"}, {"fromNode": "1", "toNode": "3"}]}
        -- A.md --
        -- B.md --
    """)
    assert asked.canvas_relations == (("Board.canvas", "A.md", "B.md", "leads to"),)
    assert [edge.target for edge in asked.edges] == ["A.md", "B.md", "A.md"]


def test_the_hashes_of_a_drawing_are_not_relations(graph):
    drawing = "-- {}.excalidraw.md --\n# Excalidraw Data\n## Embedded Files\nabcdef12: [[x.png]]\n"
    assert graph(drawing.format("a") + drawing.format("b")).relations == ()
