"""The JSON index keeps its contract."""

import json

import jsonschema
import pytest

from sampling import sample
from vaultgraph import VaultGraph, read_vault
from vaultgraph.export.json import render
from vaults import ROOT, given

SCHEMA = json.loads((ROOT / "vaultgraph/export/index.schema.json").read_text("utf-8"))


def exported(folder) -> dict:
    return json.loads("".join(render(VaultGraph(read_vault(str(folder))))))


@pytest.mark.slow
@pytest.mark.parametrize("folder", [
    ROOT / "sample_vault",
    *sample(given("truth/*/vault"), 8),
])  # fmt: skip
def test_fits_its_schema(folder):
    jsonschema.validate(exported(folder), SCHEMA)


def test_the_index_contains_everything_about_a_note(vault):
    read = vault("""
        -- Heat.md --
        ---
        tags: [physics]
        aliases: [Calor]
        up: "[[Physics]]"
        ---
        # Heat
        Relações: [[Energy#Laws|laws]]
        ![[engine.png|100]] [m](Energy.md) #todo ^top

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 7-->
        -- Energy.md --
        -- engine.png --
    """)
    told = exported(read.root)
    assert told["unresolved"] == {"Physics": 1}
    assert told["attachments"] == [{"path": "engine.png", "size": 0}]
    assert told["notes"]["Heat.md"] == {
        "links": [
            {"target": "Energy#Laws", "display": "laws", "kind": "wikilink", "line": 7, "column": 11,
             "start": 76, "end": 96, "resolved": "Energy.md"},
            {"target": "Energy.md", "display": "m", "kind": "markdown", "line": 8, "column": 21,
             "start": 117, "end": 131, "resolved": "Energy.md"},
        ],
        "embeds": [
            {"target": "engine.png", "display": "100", "kind": "wikilink", "line": 8, "column": 1,
             "start": 97, "end": 116, "resolved": "engine.png"},
        ],
        "property_links": [
            {"target": "Physics", "display": "Physics", "kind": "property", "line": 4, "column": 6,
             "start": 42, "end": 53, "resolved": None, "key": "up"},
        ],
        "tags": [{"tag": "#todo", "line": 8, "column": 36}, {"tag": "#flashcard", "line": 10, "column": 15}],
        "frontmatter_tags": ["#physics"],
        "aliases": ["Calor"],
        "properties": {"tags": ["physics"], "aliases": ["Calor"], "up": "[[Physics]]"},
        "headings": [{"level": 1, "text": "Heat", "line": 6}],
        "blocks": ["top"],
        "relations": [
            {"kind": "up", "target": "Physics", "resolved": None, "line": 4},
            {"kind": "Relações", "target": "Energy#Laws", "resolved": "Energy.md", "line": 7},
        ],
        "cards": [
            {"id": 7, "question": "What is heat?", "answer": "Energy on its way.",
             "other_fields": [], "style": "neuracache", "note_type": "Basic", "deck": "Default", "tags": [], "line": 10, "end_line": 12},
        ],
        "other_cards": [],
    }  # fmt: skip


def test_cards_of_other_plugins_are_listed_separately(vault):
    read = vault("-- Heat.md --\nQ::A <!--SR:!2026-05-14,13,234-->")
    note = exported(read.root)["notes"]["Heat.md"]
    assert note["cards"] == []
    assert note["other_cards"] == [
        {"id": None, "question": "Q", "answer": "A", "other_fields": [],
         "style": "single-line", "note_type": "Basic",
         "deck": "", "tags": [], "line": 1, "end_line": 1,
         "plugin": "Spaced Repetition", "due": "2026-05-14"},
    ]  # fmt: skip
