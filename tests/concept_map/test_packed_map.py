"""Packed tables are read alike by Python and by the page; see docs/map-format.md.

The page's half is `page/packed-map.test.mjs`.  To write the golden file anew, delete it.
"""

import json
from pathlib import Path

import pytest

from vaultgraph.concept_map.columns import FORMAT_VERSION, inflate, rows
from vaultgraph.concept_map.compact import (
    compact_cards,
    compact_images,
    compact_links,
    compact_notes,
    expand_links,
    expand_notes,
)

GOLDEN = Path(__file__).with_name("packed_map.json")

NOTES = [
    {"label": "Calor", "path": "Física/Calor.md", "folder": "Física", "deck": "Estudo::Física",
     "tags": ["#termo"], "aliases": ["Heat", "Ação ☕"], "cards": 2, "due": ["2026-01-31"], "new": 1,
     "images": [0, 1], "topic": 0, "date": "2024-03-09",
     "properties": {"criado": ["2024-03-09"], "lida": None, "nota": ["9"], "autores": ["Ana", "Rui"]}},
    {"label": "Entropia", "path": "Física/Entropia.md", "folder": "Física", "images": [2, 0, 3],
     "matched_words": ["joule"], "topic": 0, "properties": {"nota": [], "__proto__": ["x"]}},
    {"label": "</script>", "path": "</script>.md", "marks": ["#x"], "topic": 1},
    {"label": "Motor", "path": "Outra pasta/motor.md", "folder": "Outra pasta", "topic": 0},
    {"label": "Falta", "kind": "unresolved", "topic": -1},
    {"label": "Solta", "path": "Solta.md", "topic": -1},
]  # fmt: skip
LINKS = [
    {"from": 1, "to": 0},
    {"from": 4, "to": 0},
    {"from": 0, "to": 2, "implied": True},
    {"from": 0, "to": 1, "kind": "Pré-requisito", "direction": -1},
    {"from": 3, "to": 1, "kind": "Relações", "direction": 1},
    {"from": 0, "to": 3, "kind": "Relações", "direction": 1},
]
CARDS = {
    "0": [[["O que é?", 0], ["Energia"]], [["Em que se mede?"], []]],
    "3": [[["a & b", "c"], [1, 2]]],
}
IMAGES = [
    ["a b.png", "./img/a%20b.png"],
    ["chama.png", "data:image/png;base64,AAAA"],
    ["lost.png", ""],
    ["ação.png", "./a%C3%A7%C3%A3o.png"],
]


def pack():
    """The values above as the tables of a large map."""
    notes = [{**note, "id": number} for number, note in enumerate(NOTES)]
    cards = {int(note): sides for note, sides in CARDS.items()}
    return {
        "notes": compact_notes(notes),
        "links": compact_links(LINKS),
        "cards": compact_cards(cards),
        "images": compact_images([(name, source) for name, source in IMAGES]),
    }


@pytest.fixture(scope="module")
def golden():
    if not GOLDEN.exists():
        values = {"notes": NOTES, "links": LINKS, "cards": CARDS, "images": IMAGES}
        text = {"version": FORMAT_VERSION, "tables": pack(), "values": values}
        GOLDEN.write_text(json.dumps(text, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        pytest.fail(f"{GOLDEN.name} was missing and is written anew: look at it, then run again")
    return json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_the_golden_file_is_of_this_version_and_holds_these_values(golden):
    assert golden["version"] == FORMAT_VERSION
    assert golden["values"] == {"notes": NOTES, "links": LINKS, "cards": CARDS, "images": IMAGES}


@pytest.mark.parametrize("name", ["notes", "links", "cards", "images"])
def test_tables_are_packed_as_in_the_golden_file(golden, name):
    """The bytes may differ, for there is more than one zlib."""
    assert inflate(pack()[name]) == inflate(golden["tables"][name])


def test_python_reads_the_notes_of_the_golden_file(golden):
    fields = ("label", "path", "topic")
    read = [
        {name: note.get(name) for name in fields}
        for note in expand_notes(golden["tables"]["notes"])
    ]
    assert read == [{name: note.get(name) for name in fields} for note in golden["values"]["notes"]]


def test_python_reads_the_links_of_the_golden_file(golden):
    assert expand_links(golden["tables"]["links"]) == golden["values"]["links"]


def test_python_reads_the_cards_of_the_golden_file(golden):
    read = [
        [str(row["note"]), [row["0"], row["1"]]] for row in rows(inflate(golden["tables"]["cards"]))
    ]
    assert read == [
        [note, card] for note, cards in golden["values"]["cards"].items() for card in cards
    ]
