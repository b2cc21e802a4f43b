import pytest

from vaultgraph import choose_rules, lint

NAMESAKES = "-- Energy.md --\nText.\n-- Society/energy.md --\n"


def test_a_name_is_reported_once_with_its_folders(findings):
    folders = "".join(f"-- {folder}/Energy.md --\nText.\n" for folder in "abcde")
    assert findings("duplicate-note-name", folders) == [
        "a/Energy.md:1:1: 5 notes are called Energy: in a, b, c and 2 more"
    ]
    assert findings("duplicate-note-name", NAMESAKES, folder="another")[0].endswith(
        "2 notes are called Energy: in the top of the vault and Society"
    )


@pytest.mark.parametrize("link", ["[[Energy]]", "![[Energy|it]]", "[it](Energy.md)"])
def test_an_ambiguous_link_is_reported_by_another_rule(findings, link):
    namesakes = "-- a/Energy.md --\n-- bb/Energy.md --\n"
    assert findings("duplicate-note-name", f"{namesakes}-- Heat.md --\n{link}") == []
    assert findings("ambiguous-link", f"{namesakes}-- Heat.md --\n{link}", folder="b") != []


@pytest.mark.parametrize("link", ["", "[[Society/energy]]", "[it](Energy.md)", "[[Energy]]"])
def test_an_unambiguous_link_makes_no_difference(findings, link):
    assert len(findings("duplicate-note-name", f"{NAMESAKES}-- Heat.md --\n{link}")) == 1


def test_copies_are_reported_by_another_rule(findings):
    text = "Energy is what is conserved, whatever happens to the bodies."
    copies = f"-- a/Energy.md --\n{text}\n-- b/Energy.md --\n{text}\n"
    assert findings("duplicate-note-name", copies) == []


def test_a_note_and_an_image_may_share_a_name(findings):
    assert findings("duplicate-note-name", """
        -- Energy.md --
        -- Images/Energy.png --
    """) == []  # fmt: skip


def test_names_that_collide_are_reported_by_another_rule(findings):
    assert findings("duplicate-note-name", "-- Energy.md --\n-- energy.md --\n") == []


def test_excluded_notes_do_not_count(findings):
    excluded = '-- .obsidian/app.json --\n{"userIgnoreFilters": ["Society/"]}\n'
    assert findings("duplicate-note-name", NAMESAKES + excluded) == []


def test_names_that_any_folder_may_have_are_fine(findings):
    names = ("__index", "TOC", "00 - Introduction", "Overview", "Untitled")
    files = {f"{folder}/{name}.md": folder.encode() for folder in "ab" for name in names}
    assert findings("duplicate-note-name", "", files) == []


def test_empty_notes_alone_are_reported_as_empty(findings):
    assert findings("duplicate-note-name", "", {"a/Heat.md": b"", "b/Heat.md": b""}) == []
    assert len(findings("duplicate-note-name", "", {"a/Heat.md": b"", "b/Heat.md": b"x"}, "x")) == 1


def test_a_number_is_not_a_distinctive_name(findings):
    assert findings("duplicate-note-name", "-- a/13.md --\nText.\n-- b/13.md --\nOther.") == []


def test_notes_in_numbered_folders_are_not_reported(findings):
    lab = "-- Lab {0}/Report.md --\nOf day {0}.\n"
    assert findings("duplicate-note-name", lab.format(1) + lab.format(2)) == []


def test_a_link_may_open_the_empty_one(graph):
    found = lint(
        graph("-- a/Heat.md --\n-- b/Heat.md --\nText."), choose_rules(["duplicate-note-name"])
    )
    assert [each.hint.partition(";")[0] for each in found] == [
        "a link may open a/Heat.md, which is empty"
    ]
