import pytest

from vaultgraph.concept_map.columns import inflate, rows
from vaultgraph.concept_map.compact import (
    compact_cards,
    compact_images,
    compact_links,
    compact_notes,
    expand_links,
    expand_notes,
    prerequisites_by_links,
)


def note(label, **fields):
    return {"label": label, "topic": 0, **fields}


def decoded(*notes):
    return [*rows(inflate(compact_notes(notes)))]


@pytest.mark.parametrize(
    ("path", "shown"), [("a/A.md", True), ("a/B.md", "a/B.md"), ("a/A.MD", "a/A.MD")]
)
def test_a_path_that_follows_from_folder_and_label_is_left_out(path, shown):
    assert decoded(note("A", folder="a", path=path))[0]["path"] == shown


def test_a_note_to_be_written_has_no_path():
    assert "path" not in decoded(note("A"))[0]


def test_an_image_is_stored_by_its_distance_from_the_newest():
    assert [
        each["images"] for each in decoded(note("A", images=[0, 1]), note("B", images=[0, 2]))
    ] == [
        [0, 0],
        [2, 0],
    ]


def test_notes_become_full_again():
    notes = [
        note("A", folder="a", path="a/A.md", aliases=("Ação",)),
        note("B", path="elsewhere.md"),
    ]
    full = [{name: each[name] for name in ("label", "path")} for each in notes]
    kept = expand_notes(compact_notes(notes))
    assert [{name: each[name] for name in ("label", "path")} for each in kept] == full


def test_links_become_full_again_by_look_and_target():
    links = [
        {"from": 5, "to": 1},
        {"from": 0, "to": 2, "kind": "Relations", "direction": 1},
        {"from": 2, "to": 1},
        {"from": 1, "to": 0, "kind": "Relations", "direction": -1},
    ]
    assert expand_links(compact_links(links)) == [links[2], links[0], links[3], links[1]]


def test_the_tables_of_smaller_maps_are_full_already():
    assert expand_notes([note("A")]) == [note("A")]
    assert expand_links([{"from": 0, "to": 1}]) == [{"from": 0, "to": 1}]


def test_cards_become_rows():
    assert [*rows(inflate(compact_cards({7: [(["q"], ["a"]), (["r"], [3])]})))] == [
        {"note": 7, "0": ["q"], "1": ["a"]},
        {"note": 7, "0": ["r"], "1": [3]},
    ]


def test_the_name_of_an_image_that_follows_from_its_source_is_left_out():
    images = [("a b.png", "./img/a%20b.png"), ("c.png", "data:image/png;base64,c"), ("d.png", "")]
    assert inflate(compact_images(images)) == [
        "./img/a%20b.png",
        ["c.png", "data:image/png;base64,c"],
        ["d.png", ""],
    ]


def test_what_to_learn_before_a_note_follows_from_relations_and_the_study_order():
    notes = [note("A", order=1), note("B", order=3), note("C", order=2), note("D")]
    links = [
        {"from": 2, "to": 1, "direction": 1},
        {"from": 0, "to": 1, "direction": -1},
        {"from": 0, "to": 1, "direction": 1},
        {"from": 1, "to": 2, "direction": 1},
        {"from": 0, "to": 2},
        {"from": 3, "to": 1, "direction": 1},
    ]
    assert list(prerequisites_by_links(notes, links)) == [(1, [0, 2])]


def test_of_very_many_properties_the_usual_ones_are_columns():
    notes = [note(str(n), properties={f"own {n}": ["x"], "status": ["a"]}) for n in range(100)]
    first, *_ = decoded(*notes)
    assert (first["=status"], len(inflate(compact_notes(notes)))) == ("a", 33)
