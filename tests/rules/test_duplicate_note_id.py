import pytest


@pytest.mark.parametrize(("first", "second"), [("7", "'7'"), ("a", "a")])
def test_numbers_and_texts_compare_as_written(findings, first, second):
    vault = f"-- a.md --\n---\nid: {first}\n---\n-- b.md --\n---\nid: {second}\n---\n"
    assert len(findings("duplicate-note-id", vault)) == 1


@pytest.mark.parametrize("value", ["", "[a]", "''"])
def test_empty_values_and_lists_are_not_ids(findings, value):
    vault = f"-- a.md --\n---\nid: {value}\n---\n-- b.md --\n---\nid: {value}\n---\n"
    assert findings("duplicate-note-id", vault) == []


def test_a_placeholder_that_was_never_filled_in_is_reported_once(findings):
    note = "---\nid: YYYYMMDDHHMM\n---\n"
    assert findings("duplicate-note-id", "", {f"{n}.md": note.encode() for n in "abc"}) == [
        "a.md:2:1: the id YYYYMMDDHHMM of 3 notes is a placeholder"
    ]
