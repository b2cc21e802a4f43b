"""What is read of a canvas, and where it is in its JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.reading.canvas import parse_canvas


def card(kind, value, **more):
    return {"id": value, "type": kind, kind: value, "x": 0, "y": 0, "width": 9, "height": 9, **more}


def test_text_and_file_cards_hold_links():
    cards = [card("text", "See [[Heat]]."), card("file", "a/Work.md", subpath="#Laws")]
    note = parse_canvas("Board.canvas", json.dumps({"nodes": cards, "edges": []}))
    assert [(link.target, link.syntax) for link in note.links] == [
        ("Heat", "wikilink"), ("a/Work.md#Laws", "canvas"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "", " \n", "{}", '{"nodes": []}', '{"edges": []}', '{"nodes": null, "edges": null}',
    '{"nodes": [null, 1, "x", [], {}]}', '{"nodes": [{"type": "text"}, {"type": "file", "file": 1}]}',
    '{"nodes": [{"type": ["text"], "text": "[[a]]"}], "edges": [{"fromNode": []}, 1]}',
    '{"nodes": [{"type": "group", "background": 1, "label": {}}], "more": {}}',
])  # fmt: skip
def test_a_canvas_may_lack_anything(text):
    note = parse_canvas("Board.canvas", text)
    assert (note.links, note.problems) == ((), ())


@pytest.mark.parametrize(
    "text", ["[]", "x", "1", '{"nodes": [', '{"nodes": {"a": 1}}', '{"edges": 1}', "[" * 9999]
)
def test_what_is_not_a_canvas(text):
    (problem,) = parse_canvas("Board.canvas", text).problems
    assert problem.message == "this is not a JSON canvas"


@pytest.mark.parametrize("odd", [
    {}, {"type": "sticker"}, {"type": "file"}, {"type": "file", "file": None}, {"type": "text", "text": 1},
    {"id": {}, "type": "file", "file": "a.md", "subpath": 1}, {"type": "group", "background": []}, None, 1,
])  # fmt: skip
def test_an_invalid_node_costs_only_itself(odd):
    board = {"nodes": [card("text", "[[Heat]]"), odd, card("file", "Work.md")], "edges": [odd]}
    targets = [link.target for link in parse_canvas("Board.canvas", json.dumps(board)).links]
    assert [target for target in targets if target != "a.md"] == ["Heat", "Work.md"]


def test_arrows_join_file_cards():
    board = {
        "nodes": [card("file", "a.md"), card("file", "b.md"), card("text", "c")],
        "edges": [
            {"id": "1", "fromNode": "a.md", "toNode": "b.md", "label": "then"},
            {"id": "2", "fromNode": "a.md", "toNode": "c"},
            {"id": "3", "fromNode": ["a.md"], "toNode": "b.md"},
        ],
    }
    arrows = parse_canvas("Board.canvas", json.dumps(board)).parsed.arrows
    assert arrows == (("a.md", "b.md", "then"),)


PIECES = st.sampled_from(
    ["[[Heat]]", "![](a.png)", "\n", '"', "\\", "\t", "\u00e9", "\U0001f600", " x ", "/"]
)


@pytest.mark.slow
@given(st.lists(st.lists(PIECES, max_size=6).map("".join), max_size=4), st.booleans())
def test_links_are_placed_where_they_are_written(texts, is_ascii):
    board = {"nodes": [card("text", text) for text in texts], "edges": []}
    written = json.dumps(board, ensure_ascii=is_ascii, indent="\t")
    places = []
    for link in parse_canvas("Board.canvas", written).links:
        assert written[link.start : link.end] in {"[[Heat]]", "![[Heat]]", "![](a.png)"}
        places.append(link.start)
    assert places == sorted(set(places))


def test_a_large_canvas_is_read_in_a_moment():
    cards = [card("text", f"{number} [[Heat]]") for number in range(5000)]
    assert len(parse_canvas("Board.canvas", json.dumps({"nodes": cards})).links) == 5000
