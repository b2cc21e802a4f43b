"""How two notes are connected."""

import pytest

from vaultgraph.graph.paths import shortest_path


def steps(graph, start, end):
    found = shortest_path(graph, start, end)
    return found and [(step.start, step.kind, step.forward, step.end) for step in found]


def test_the_shortest_path_ignores_the_direction_of_links(graph):
    asked = graph("""
        -- A.md --
        [[B]]
        -- B.md --
        [[C]]
        -- C.md --
        -- D.md --
        Relações: [[C]]
        -- E.md --
        [[D]] [[F]]
    """)  # fmt: skip
    assert steps(asked, "A.md", "E.md") == [
        ("A.md", "", True, "B.md"), ("B.md", "", True, "C.md"),
        ("C.md", "Relações", False, "D.md"), ("D.md", "", False, "E.md"),
    ]  # fmt: skip


def test_a_relation_is_preferred_to_a_link_and_a_link_to_a_backlink(graph):
    asked = graph("""
        -- A.md --
        [[B]] [[C]]
        Relações: [[C]]
        -- B.md --
        [[D]]
        -- C.md --
        [[D]]
        -- D.md --
        [[C]]
    """)  # fmt: skip
    assert steps(asked, "A.md", "D.md") == [
        ("A.md", "Relações", True, "C.md"), ("C.md", "", True, "D.md"),
    ]  # fmt: skip


@pytest.mark.parametrize(("start", "end", "length"), [
    ("A.md", "A.md", 0), ("A.md", "B.md", None), ("A.md", "C.md", None), ("x.png", "B.md", 1),
])  # fmt: skip
def test_images_and_missing_notes_do_not_connect(graph, start, end, length):
    asked = graph("""
        -- A.md --
        ![[x.png]] [[Gone]]
        -- B.md --
        ![[x.png]] [[Gone]]
        -- C.md --
        -- x.png --
    """)  # fmt: skip
    found = steps(asked, start, end)
    assert found == length if length is None else len(found) == length


@pytest.mark.slow
def test_a_long_chain_takes_no_time(graph):
    chain = graph("", {f"{n}.md": f"[[{n + 1}]]".encode() for n in range(3000)})
    assert len(shortest_path(chain, "2999.md", "0.md")) == 2999
