import json

import pytest

from vaultgraph import choose_rules, lint

NODES = [{"id": "a", "type": "text", "text": "Heat"}, {"id": 'b"', "type": "group"}, {"id": 7}]
BEGINS, ENDS = (
    "this edge begins at a card that is not there",
    "this edge ends at a card that is not there",
)


def board(*edges, **more):
    return "-- Board.canvas --\n" + json.dumps(
        {"nodes": NODES, "edges": list(edges)} | more, indent=1
    )


@pytest.mark.parametrize(("edges", "found"), [
    ([{"fromNode": "a", "toNode": "c"}], [f"19:4: {ENDS}"]),
    ([{"fromNode": 'c"\n', "toNode": 'b"'}], [f"18:4: {BEGINS}"]),
    ([{"fromNode": "c", "toNode": "c"}], [f"18:4: {BEGINS}", f"19:4: {ENDS}"]),
    ([{"fromNode": "a", "toNode": 'b"'}, {"fromNode": "7", "toNode": "a"}], []),
    ([{"fromNode": "a"}, {"toNode": 1}, {"fromNode": "", "toNode": None}, "toNode", 1], []),
])  # fmt: skip
def test_an_edge_to_a_card_that_is_not_there_is_found(findings, edges, found):
    assert findings("broken-edge", board(*edges)) == [f"Board.canvas:{each}" for each in found]


def test_an_edge_may_lead_through_a_portal(findings):
    nodes = [{"id": "a", "type": "file", "file": "Other.canvas", "portal": True}]
    assert findings("broken-edge", board({"fromNode": "a", "toNode": "a-b"}, nodes=nodes)) == []


def test_text_that_looks_like_an_edge_is_text(findings):
    nodes = [{"id": "a", "type": "text", "text": '"toNode": "c"'}]
    found = findings("broken-edge", board({"toNode": "c"}, nodes=nodes))
    assert found == [f"Board.canvas:11:4: {ENDS}"]


def test_the_canvas_is_read_all_the_same(graph):
    nodes = [{"id": "a", "type": "text", "text": "[[Heat]] [[Gone/Work]]"}]
    vault = graph(f"-- Heat.md --\n{board({'fromNode': 'a', 'toNode': 'c'}, nodes=nodes)}")
    assert vault.linked == {"Heat.md"}
    found = lint(vault, choose_rules(ignore=["orphan-note", "empty-note"]))
    assert [each.rule for each in found] == ["broken-link", "broken-edge"]
