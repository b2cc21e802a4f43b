import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.reading import reread_vault


def found_in(folder):
    graph = VaultGraph(read_vault(str(folder)))
    return [f"{d.location}: {d.message}" for d in lint(graph, choose_rules(["unreadable-note"]))]


def test_points_at_the_first_byte_that_is_not_utf8(tmp_path):
    (tmp_path / "Heat.md").write_bytes("Calor\né ação".encode("latin-1"))
    assert found_in(tmp_path) == ["Heat.md:2:1: this note is not in UTF-8: byte 0xE9"]


def test_links_of_such_a_note_are_read_all_the_same(tmp_path):
    (tmp_path / "Heat.md").write_bytes("ação [[Energy]]".encode("latin-1"))
    (tmp_path / "Energy.md").write_text("x")
    graph = VaultGraph(read_vault(str(tmp_path)))
    assert [edge.target for edge in graph.edges] == ["Energy.md"]


def test_a_byte_order_mark_is_fine(tmp_path):
    (tmp_path / "Heat.md").write_bytes("\ufeff[[#x]]".encode())
    assert found_in(tmp_path) == []


def test_says_that_a_note_is_in_utf16(tmp_path):
    (tmp_path / "Heat.md").write_bytes("Calor".encode("utf-16"))
    assert found_in(tmp_path) == ["Heat.md:1:1: this note is in UTF-16, but Obsidian reads UTF-8"]


def test_a_broken_symbolic_link_cannot_be_read(tmp_path):
    (tmp_path / "Heat.md").write_text("x")
    (tmp_path / "Gone.md").symlink_to(tmp_path / "nowhere.md")
    assert found_in(tmp_path) == ["Gone.md:1:1: this cannot be read: the symbolic link is broken"]


def test_a_canvas_of_another_program_is_reported(findings):
    assert findings("unreadable-note", """
        -- Heat.md --
        -- Board.canvas --
        [1, 2]
        -- Empty.canvas --
    """) == ["Board.canvas:1:1: this is not a JSON canvas"]  # fmt: skip


def test_what_is_unknown_about_such_a_note_is_not_reported(tmp_path):
    (tmp_path / "Heat.md").write_bytes(
        "[[Maçã]] [[Pêra]] ![[maçã.png]] [[Gone/X]]".encode("latin-1")
    )
    (tmp_path / "Maçã.md").write_text("Text, see [[Heat]].")
    (tmp_path / "maçã.png").write_bytes(b"x")
    graph = VaultGraph(read_vault(str(tmp_path)))
    rules = choose_rules(["broken-link", "broken-image", "unused-attachment"])
    assert [found.message for found in lint(graph, rules)] == [
        "nothing in the vault is called Gone/X"
    ]


def test_its_tags_and_relations_are_not_read(tmp_path):
    text = "Relações: [[Work]]\nPrev: [[Maçã]], [[Work]]\n#ação #tag"
    (tmp_path / "Heat.md").write_bytes(text.encode("latin-1"))
    note = read_vault(str(tmp_path)).notes["Heat.md"]
    assert [link.target for link in note.links] == ["Work", "Work"]
    assert [tag.name for tag in note.tags] == ["#tag"]
    assert note.parsed.relations == (("Prev", 1, False),)


LOCKED = b"\0GITCRYPT\0" + bytes(range(128, 160))


def test_what_git_crypt_locked_is_reported_once_and_nowhere_else(findings):
    files = {
        "Heat.md": LOCKED,
        "Work.md": LOCKED,
        "Physics/Work.md": LOCKED,
        "x.png": LOCKED,
        "y.png": LOCKED,
    }
    text = """
        -- Energy.md --
        [[Heat#Laws]] [[Heat#^law]] ![[x.png]]
        Related: [[Heat]]
    """
    assert findings("unreadable-note", text, files) == [
        "Heat.md:1:1: 5 files are locked by git-crypt"
    ]
    others = (
        "broken-block broken-heading broken-link corrupt-image duplicate-note empty-note dead-end "
        "missing-note-id missing-relation one-way-relation orphan-note unused-attachment"
    )
    for number, rule in enumerate(others.split()):
        found = findings(rule, text, files, f"vault {number}")
        assert [each for each in found if not each.startswith("Energy.md")] == []
        assert rule in {"dead-end", "missing-note-id"} or found == []


def test_locked_images_alone_are_reported_as_images(findings):
    files = {"x.png": LOCKED, "y.png": LOCKED + b"y"}
    assert findings("corrupt-image", "-- Heat.md --\nText.", files) == [
        "x.png:1:1: 2 images are locked by git-crypt"
    ]


def test_a_note_that_is_only_a_pointer_is_not_broken(findings):
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"
    assert findings("unreadable-note", "", {"Heat.md": pointer}) == [
        "Heat.md:1:1: this file is not downloaded: there is only a pointer"
    ]


def test_what_two_programs_fetch_is_counted_for_each(findings):
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 9\n"
    files = {"Heat.md": LOCKED, "Law.md": pointer, "Work.md": pointer, "x.png": LOCKED}
    assert findings("unreadable-note", "", files) == [
        "Heat.md:1:1: 2 files are locked by git-crypt",
        "Law.md:1:1: 2 files are not downloaded: there are only pointers",
    ]


def test_no_hint_asks_to_save_binary_data_as_text(tmp_path):
    (tmp_path / "Heat.md").write_bytes(b"\x00\x01\xfe\x80data")
    (found,) = lint(VaultGraph(read_vault(str(tmp_path))), choose_rules(["unreadable-note"]))
    assert found.message == "this cannot be read: it contains binary data, not text"
    assert "UTF-8" not in found.hint


def test_a_note_that_was_unlocked_is_read_again(tmp_path):
    (tmp_path / "Heat.md").write_bytes(LOCKED)
    (tmp_path / "Work.md").write_text("Text.")
    locked = read_vault(str(tmp_path))
    (tmp_path / "Heat.md").write_text("# Laws")
    later = reread_vault(locked, {"Heat.md"})
    assert not later.unreadable
    assert [heading.text for heading in later.notes["Heat.md"].headings] == ["Laws"]


def test_copies_are_not_called_useless_while_a_note_is_locked(tmp_path):
    (tmp_path / "Heat.md").write_bytes(LOCKED)
    for name in ("a.svg", "b.svg"):
        (tmp_path / name).write_text("<svg/>")
    graph = VaultGraph(read_vault(str(tmp_path)))
    (found,) = lint(graph, choose_rules(["duplicate-attachment"]))
    assert found.hint == "if both are meant to be the same, use one of them everywhere"


def test_an_expression_of_excluded_files_that_takes_too_long(findings):
    assert findings("unreadable-note", """
        -- aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.md --
        -- .obsidian/app.json --
        {"userIgnoreFilters": ["/((a?){9}){9}y/"]}
    """) == [
        ".obsidian/app.json:1:1: an expression in Excluded files takes too long, so some files are not excluded"
    ]  # fmt: skip


@pytest.mark.parametrize(("text", "fault"), [
    ("filters:\n  and:\n    - file.hasTag(\"a\"\n views:\n - type: cards\n",
     "4:2: this is not valid YAML: while parsing a block mapping, did not find expected key"),
    ("formulas:\r\n  a: \"b\" + c\r\n",
     "2:10: this is not valid YAML: invalid trailing content after double-quoted scalar"),
    ("views: []\nfilters: a\nviews: []\n", "3:1: the property views appears twice"),
])  # fmt: skip
def test_a_base_that_is_not_yaml_is_found(findings, text, fault):
    assert findings("unreadable-note", "", {"Shelf.base": text.encode()}) == [f"Shelf.base:{fault}"]


@pytest.mark.parametrize("text", [
    "", "# new\n", "filters: '!file.hasTag(\"a\")'\nviews:\n- type: table\n", "a: [\n  b\n]\n", "a\n", "- a\n",
    "filters: {{filter}}: a\n", "a: &a [b]\nc: [*a, *a]\n", "a: " + "[" * 200 + "]" * 200, "\ufeffa: b\n",
    "<<<<<<< HEAD\nviews: [\n=======\nviews: []\n>>>>>>> main\n",
    "\n".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]" for n in range(1, 12)),
])  # fmt: skip
def test_a_base_that_may_be_fine_is_not_reported(findings, text):
    assert findings("unreadable-note", "", {"Shelf.base": text.encode()}) == []
