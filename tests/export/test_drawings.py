"""Small vaults as Graphviz and Mermaid draw them."""

import html
import io
import re
import shutil
import subprocess

import networkx
import pytest

from vaultgraph import UsageError
from vaultgraph.concept_map import Selection
from vaultgraph.export import dot, gexf, mermaid
from vaultgraph.export.drawing import Arrow, draw
from vaultgraph.export.network import exported_network

HEAT = """
    -- Heat.md --
    Relações: [[Energy]]
    [[Energy]] [[Work]] [[Work]] ![[engine.png]] [[Heat]] ![[missing.png]]
    -- Energy.md --
    [[Heat]]
    -- Alone.md --
    -- engine.png --
"""


def test_only_notes_with_links_are_drawn_each_link_once(graph):
    assert draw(graph(HEAT)) == (
        "vault",
        ("Energy", "Heat"),
        ("Work",),
        (Arrow(0, 1), Arrow(1, 0, "Relações"), Arrow(1, 2)),
    )


def test_notes_with_the_same_name_are_labelled_with_their_paths(graph):
    assert draw(graph("-- A/Heat.md --\n-- B/Heat.md --\n[[A/Heat]]")).names == ("A/Heat", "B/Heat")


def test_excluded_notes_are_not_drawn(graph):
    drawing = draw(graph("""
        -- .obsidian/app.json --
        {"userIgnoreFilters": ["Archive/"]}
        -- Heat.md --
        [[Old]] [[Energy]]
        -- Energy.md --
        -- Archive/Old.md --
    """))  # fmt: skip
    assert drawing.names == ("Energy", "Heat")


def test_dot(graph):
    assert dot.render(graph(HEAT)) == (
        'digraph "vault" {\n'
        '  graph [rankdir="LR"]\n'
        '  node [shape="box", style="rounded", fontname="sans-serif"]\n'
        '  edge [fontname="sans-serif", fontsize="10", color="gray40"]\n'
        '  n0 [label="Energy"]\n'
        '  n1 [label="Heat"]\n'
        '  n2 [label="Work", style="rounded,dashed"]\n'
        '  n0 -> n1 [style="dashed", color="gray70"]\n'
        '  n1 -> n0 [label="Relações"]\n'
        '  n1 -> n2 [style="dashed", color="gray70"]\n'
        "}\n"
    )


def test_mermaid(graph):
    assert mermaid.render(graph(HEAT)) == (
        "flowchart LR\n"
        '  n0["Energy"]\n'
        '  n1["Heat"]\n'
        '  n2["Work"]:::missing\n'
        "  n0 -.-> n1\n"
        '  n1 -->|"Relações"| n0\n'
        "  n1 -.-> n2\n"
        "  classDef missing stroke-dasharray: 4\n"
        "  class n0,n1 internal-link\n"
    )


HOSTILE = [
    'a"b', r"a\b", r"\N \l", "a&amp;b &lt;", "end", "1. First", "- item", "# head", "*bold* _it_",
    "`code`", "$$x^2$$", '%%{init: {"theme":"dark"}}%%', "click", "x -- y --> z", "a|b", "<b>x",
    "{curly} (round)", "__proto__", "日本語 🎉",
]  # fmt: skip


@pytest.fixture
def hostile(graph):
    return graph("", {f"{name}.md": b"[[end]] [[click]]" for name in HOSTILE})


@pytest.mark.skipif(not shutil.which("dot"), reason="needs Graphviz")
def test_graphviz_shows_every_name_as_it_is(hostile):
    svg = subprocess.run(
        ["dot", "-Tsvg"],
        input=dot.render(hostile),
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    nodes = re.findall(r'class="node">.*?<text[^>]*>(.*?)</text>', svg, re.DOTALL)
    assert sorted(map(html.unescape, nodes)) == sorted(HOSTILE)


def test_mermaid_gets_nothing_that_it_takes_for_markup(hostile):
    boxes = [line for line in mermaid.render(hostile).splitlines() if "[" in line]
    assert len(boxes) == len(HOSTILE)
    shown = [re.fullmatch(r'  n\d+\["((?!-)(?:[\w ,-]|#\d+;)+)"\]', line)[1] for line in boxes]
    read = {re.sub(r"#(\d+);", lambda found: chr(int(found[1])), name) for name in shown}
    assert read == set(HOSTILE)


def test_a_vault_too_large_for_mermaid_is_refused(graph):
    large = graph("", {f"{n}.md": f"[[{n + 1}]]".encode() for n in range(1001)})
    with pytest.raises(UsageError, match="1,002 notes with 1,001 links are too many for Mermaid"):
        mermaid.render(large)
    assert dot.render(large).count(" -> ") == 1001


def test_a_vault_without_links_is_an_empty_graph(graph):
    vault = graph("-- A.md --\n-- B.md --\n")
    assert "n0" not in dot.render(vault)
    assert mermaid.render(vault) == "flowchart LR\n"


PART = """
    -- Goal.md --
    [[Step]] [[Missing]]
    -- Step.md --
    Next: [[Goal]]
    -- zoo/Okapi.md --
    [[Quagga]] #blue
    -- zoo/Quagga.md --
    -- Alone.md --
"""


@pytest.mark.parametrize(("selection", "names"), [
    (Selection("Goal", 1), {"Goal", "Step", "Missing"}),
    (Selection("Goal", 1, show=()), {"Goal", "Step"}),
    (Selection(folders=("zoo",)), {"Okapi", "Quagga"}),
    (Selection(tags=("blue",)), {"Okapi"}),
    (Selection(relations=("next",)), {"Goal", "Step"}),
    (Selection("Alone"), {"Alone"}),
])  # fmt: skip
def test_a_part_is_drawn_like_a_part_of_the_map(graph, selection, names):
    vault = graph(PART)
    assert set(re.findall(r'label="([^"]+)"', dot.render(vault, selection))) - {"Next"} == names
    assert set(re.findall(r'\["(\w+)"\]', mermaid.render(vault, selection))) == names


def test_a_part_of_the_network_has_what_is_shown(graph):
    vault = graph(PART)
    nodes = set(exported_network(vault, Selection(folders=("zoo",), show=("tags",))))
    assert nodes == {"zoo/Okapi.md", "zoo/Quagga.md", "#blue"}
    assert set(exported_network(vault, Selection("Goal", 1))) == {"Goal.md", "Step.md", "?missing"}
    relations = exported_network(vault, Selection(relations=("next",), show=()))
    assert [data["label"] for _, _, data in relations.edges(data=True)] == ["Next"]


def test_gexf_has_nothing_of_the_library(graph):
    text = gexf.render(graph(PART + "    -- Twice.md --\n    [[Goal]] [[Goal]] ![[Goal]]\n"))
    assert "networkx_key" not in text
    assert networkx.read_gexf(io.BytesIO(text.encode())).number_of_edges() > 4
