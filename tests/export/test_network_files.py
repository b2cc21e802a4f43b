"""The graph for Gephi, networkx and spreadsheets."""

import csv
import os
import re
import sys
from io import BytesIO, StringIO
from xml.etree import ElementTree

import networkx
import pytest

from sampling import sample
from vaultgraph import VaultGraph, read_vault
from vaultgraph.export import gexf, graphml
from vaultgraph.export.csv import render_tables
from vaultgraph.export.network import exported_network
from vaultgraph.files import VaultFolder
from vaultgraph.graph.palette import COLOURS
from vaultgraph.reading.note import parse_note
from vaultgraph.reading.vault import Vault
from vaults import ROOT, SAMPLE_VAULT, given

HEAT = """
    -- Physics/Heat.md --
    Relações: [[Energy]] and [[Energy]] [[Work]] #todo ![[engine.png]]

    What is heat? #flashcard
    Energy on its way.
    <!--ID: 1741950000001-->
    -- Energy.md --
    -- engine.png --
    -- unused.png --
"""


def read_graphml(graph):
    return networkx.read_graphml(BytesIO(graphml.render(graph).encode()))


def read_gexf(graph):
    return networkx.read_gexf(BytesIO(gexf.render(graph).encode()), version="1.3")


def plain(network):
    """Nodes and edges with their attributes, in any order, without what a format adds."""
    nodes = {node: dict(attributes) for node, attributes in network.nodes(data=True)}
    edges = [
        (source, target, attributes["kind"], attributes.get("label", ""))
        for source, target, attributes in network.edges(data=True)
    ]
    return nodes, sorted(edges)


@pytest.mark.slow
@pytest.mark.parametrize("read", [read_graphml, read_gexf])
@pytest.mark.parametrize("folder", [
    SAMPLE_VAULT,
    *sample(given("truth/*/vault"), 8),
])  # fmt: skip
def test_a_round_trip_through_a_file_changes_nothing(read, folder):
    graph = VaultGraph(read_vault(str(folder)))
    nodes, edges = plain(read(graph))
    expected_nodes, expected_edges = plain(exported_network(graph))
    assert edges == expected_edges
    assert nodes.keys() == expected_nodes.keys()
    for node, attributes in expected_nodes.items():
        assert {name: nodes[node][name] for name in attributes} == {
            name: value.replace("\r\n", "\n") if isinstance(value, str) else value
            for name, value in attributes.items()
        }


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_numbers_are_numbers_and_labels_are_labels(read, graph):
    network = read(graph(HEAT))
    assert network.nodes["Physics/Heat.md"]["cards"] == 1
    assert network.nodes["Physics/Heat.md"]["label"] == "Heat"
    assert network.nodes["Physics/Heat.md"]["folder"] == "Physics"
    assert network.nodes["Physics/Heat.md^1"]["anki_id"] == 1741950000001


def test_every_edge_has_an_id_of_its_own(graph):
    for text in (graphml.render(graph(HEAT)), gexf.render(graph(HEAT))):
        edges = [e for e in ElementTree.fromstring(text).iter() if e.tag.endswith("}edge")]
        assert len(edges) == 7
        assert len({edge.get("id") for edge in edges}) == 7


def test_unused_images_are_left_out(graph):
    network = exported_network(graph(HEAT))
    assert "engine.png" in network
    assert "unused.png" not in network


@pytest.mark.parametrize("read", [read_graphml, read_gexf])
def test_no_name_breaks_the_xml(read, vault):
    names = ["a&b", '<x "y">', "]]>", "🎉", "it's", "\x07bell", "\udce9", "\ufffe", "tab\tname"]
    files = {f"{name}.md": parse_note(f"{name}.md", "[[a&b]] [[\x08gone]]") for name in names}
    cards = read_vault(str(SAMPLE_VAULT)).flashcards
    network = read(VaultGraph(Vault(VaultFolder("nowhere"), {}, files, {}, cards)))
    labels = {label for _, label in network.nodes(data="label")}
    assert labels == {
        "a&b", '<x "y">', "]]>", "🎉", "it's", r"\u0007bell", r"\udce9", r"\ufffe", "tab\tname",
        r"\u0008gone",
    }  # fmt: skip
    assert network.in_degree("a&b.md") == len(names)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are bytes on Linux only")
@pytest.mark.parametrize("name", ["graphml", "gexf", "csv", "dot", "mermaid"])
def test_a_file_name_that_is_not_unicode_stops_no_format(run, tmp_path, name):
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "a.md").write_text("x")
    with open(os.fsencode(tmp_path) + b"/vault/caf\xe9.md", "w") as file:
        file.write("[[a]]")
    result = run("export", tmp_path / "vault", "--format", name, "-o", tmp_path / f"x.{name}")
    assert result.returncode == 0, result.stderr


def test_the_same_vault_gives_the_same_file(graph):
    assert "lastmodified" not in gexf.render(graph(HEAT))
    assert graphml.render(graph(HEAT)) == graphml.render(graph(HEAT))


def test_two_tables_of_nodes_and_edges(graph):
    tables = render_tables(graph("""
        -- Heat.md --
        Relações: [[Energy]]
        #todo, "quoted"
        -- Energy.md --
    """))  # fmt: skip
    assert tables["nodes"] == (
        "id,label,kind,folder,tags,cards,deck,anki_id,answer\n"
        "Energy.md,Energy,note,,,0,,,\n"
        "Heat.md,Heat,note,,#todo,0,,,\n"
        "#todo,#todo,tag,,,,,,\n"
    )
    assert tables["edges"] == (
        "source,target,kind,label\nHeat.md,#todo,tag,\nHeat.md,Energy.md,relation,Relações\n"
    )


def test_no_cell_is_a_formula(graph):
    tables = render_tables(graph("""
        -- =SUM(A1).md --
        [[-1]] [[@all]] [[+x]]

        =1+1 #flashcard
        -2
        -- -1.md --
    """, {"a\r=cmd|calc!A1.md": b""}))  # fmt: skip
    cells = [
        cell for table in tables.values() for row in csv.reader(StringIO(table)) for cell in row
    ]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert not any("\r" in table for table in tables.values())
    assert {"'=SUM(A1).md", "'=1+1", "'-2", "'-1.md", "?@all"} <= set(cells)


def everyone(name):
    """Thirty notes that all name each other."""
    links = " ".join(f"[[{name} {n}]]" for n in range(30))
    return "".join(f"-- {name} {n}.md --\n{links}\n" for n in range(30))


def positions(network):
    """The place of each note, as GraphML has it."""
    return {
        node: (data["x"], data["y"])
        for node, data in network.nodes(data=True)
        if data["kind"] == "note"
    }


@pytest.mark.parametrize("text", [HEAT, everyone("Ring") + everyone("Star")])
def test_every_node_has_a_place_of_its_own_and_a_colour(graph, text):
    network = read_graphml(graph(text))
    places = [(data["x"], data["y"]) for _, data in network.nodes(data=True)]
    assert len(set(places)) == len(places)
    assert all(data["color"].startswith("#") for _, data in network.nodes(data=True))


def test_communities_have_places_colours_and_numbers_of_their_own(graph):
    vault = graph(everyone("Ring") + everyone("Star"))
    network = read_graphml(vault)
    groups = [
        {data["community"] for node, data in network.nodes(data=True) if node.startswith(name)}
        for name in ("Ring", "Star")
    ]
    assert sorted(map(len, groups)) == [1, 1]
    assert groups[0] != groups[1]
    found = positions(network)
    ring, star = (
        {place[0] for node, place in found.items() if name in node} for name in ("Ring", "Star")
    )
    assert max(ring) < min(star) or max(star) < min(ring)


def test_a_small_graph_is_in_layers_as_on_the_map(graph):
    found = positions(read_graphml(graph(HEAT)))
    assert (
        found["Physics/Heat.md"] < found["Energy.md"]
        or found["Physics/Heat.md"][1] < found["Energy.md"][1]
    )


def test_gephi_gets_them_as_it_reads_them(graph):
    vault = graph(HEAT)
    node = read_gexf(vault).nodes["Energy.md"]
    known = read_graphml(vault).nodes["Energy.md"]
    assert node["viz"]["position"] == {"x": known["x"], "y": -known["y"], "z": 0.0}
    red, green, blue = (node["viz"]["color"][part] for part in "rgb")
    assert f"#{red:02x}{green:02x}{blue:02x}" == known["color"]
    assert "color" not in node


def test_the_colours_are_those_of_the_map():
    page = (ROOT / "vaultgraph/concept_map/web/src/model/palette.js").read_text("utf-8")
    light = re.search(r"LIGHT_COLOURS = \[(.*)\]", page)[1]
    assert tuple(re.findall(r"#\w+", light)) == COLOURS
