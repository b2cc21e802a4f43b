"""`VaultGraph.to_pyvis`: the graph in a notebook."""

import pytest

VAULT = """
    -- Heat.md --
    Related: [[Work]]
    [[Work]] and [[Work]] and [[Gone]] and [[Heat]] #physics
    -- Work.md --
    Q? #flashcard
    A
    -- Alone.md --
    -- Plan.canvas --
    {"nodes": [{"id": "1", "type": "file", "file": "Heat.md", "x": 0, "y": 0}], "edges": []}
"""


@pytest.fixture
def network(graph):
    return graph(VAULT, {"a.png": b""}).to_pyvis()


def node(network, name):
    return network.get_node(name)


def test_notes_canvases_and_missing_notes_are_nodes(network):
    names = ["Alone.md", "Heat.md", "Work.md", "Plan.canvas", "?gone"]
    assert sorted(network.get_nodes()) == sorted(names)


def test_a_relation_has_its_label_and_links_are_counted_by_their_width(network):
    edges = {(e["from"], e["to"], e.get("label", "")): e["width"] for e in network.edges}
    assert edges == {
        ("Heat.md", "Work.md", "Related"): 1,
        ("Heat.md", "Work.md", ""): 2,
        ("Heat.md", "?gone", ""): 1,
        ("Plan.canvas", "Heat.md", ""): 1,
    }


def test_linked_notes_share_a_colour_and_a_lone_one_is_grey(network):
    colour = node(network, "Heat.md")["color"]
    assert node(network, "Work.md")["color"] == colour != node(network, "Alone.md")["color"]


def test_what_has_more_links_is_larger(network):
    assert node(network, "Heat.md")["value"] > node(network, "Work.md")["value"]
    assert node(network, "Work.md")["value"] > node(network, "Alone.md")["value"]


def test_the_tooltip_names_file_and_cards(network):
    assert node(network, "Work.md")["title"] == "Work.md\n1 card"
    assert node(network, "?gone")["title"] == "missing"


def test_a_missing_note_is_hollow_and_a_canvas_is_square(network):
    assert node(network, "?gone")["color"]["background"] == "#ffffff"
    assert node(network, "Plan.canvas")["shape"] == "square"


def test_it_is_styled_further_with_pyvis(network):
    network.get_node("Heat.md")["color"] = "#ff0000"
    page = network.generate_html(notebook=True)
    assert '"color": "#ff0000"' in page
    assert "vis-network" in page


def test_names_cannot_leave_the_script(graph):
    evil = "</script><script>alert(1)</script>"
    page = graph(f"-- A.md --\n[[{evil}]]\n").to_pyvis().generate_html(notebook=True)
    assert "alert(1)" in page
    assert evil not in page
