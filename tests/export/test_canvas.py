"""The canvas, as Obsidian reads it."""

import json

from vaultgraph.export.canvas import render


def test_missing_notes_of_one_name_are_told_apart(graph):
    vault = graph(
        "-- A.md --\n[[x/Heat]] [[y/Heat]] [[Heat]] [[Work]]\n-- z/Work.md --\n[[v/Work]]\n"
    )
    canvas = json.loads(render(vault))
    ids = [each["id"] for each in (*canvas["nodes"], *canvas["edges"])]
    assert len(ids) == len(set(ids))
    texts = {node["text"] for node in canvas["nodes"] if node["type"] == "text"}
    assert texts == {"[[x/Heat]]", "[[y/Heat]]", "[[Heat]]", "[[v/Work]]"}
