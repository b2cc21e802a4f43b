import pytest


@pytest.mark.parametrize(("first", "second"), [("7", "'7'"), ("a", "a")])
def test_numbers_and_texts_compare_as_written(findings, first, second):
    vault = f"-- a.md --\n---\nid: {first}\n---\n-- b.md --\n---\nid: {second}\n---\n"
    assert len(findings("duplicate-note-id", vault)) == 1


@pytest.mark.parametrize("value", ["", "[a]", "''"])
def test_what_is_no_id(findings, value):
    vault = f"-- a.md --\n---\nid: {value}\n---\n-- b.md --\n---\nid: {value}\n---\n"
    assert findings("duplicate-note-id", vault) == []
