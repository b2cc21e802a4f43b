from vaultgraph import VaultGraph, choose_rules, lint, read_vault


def found_in(folder):
    graph = VaultGraph(read_vault(str(folder)))
    return [f"{d.location}: {d.message}" for d in lint(graph, choose_rules(["unreadable-note"]))]


def test_points_at_the_first_letter_that_is_not_utf8(tmp_path):
    (tmp_path / "Heat.md").write_bytes("Calor\né ação".encode("latin-1"))
    assert found_in(tmp_path) == ["Heat.md:2:1: this note is not in UTF-8: byte 0xE9"]


def test_links_of_such_a_note_are_read_all_the_same(tmp_path):
    (tmp_path / "Heat.md").write_bytes("ação [[Energy]]".encode("latin-1"))
    (tmp_path / "Energy.md").write_text("x")
    graph = VaultGraph(read_vault(str(tmp_path)))
    assert [edge.target for edge in graph.edges] == ["Energy.md"]


def test_a_byte_order_mark_is_no_fault(tmp_path):
    (tmp_path / "Heat.md").write_bytes("\ufeff[[#x]]".encode())
    assert found_in(tmp_path) == []


def test_says_that_a_note_is_in_utf16(tmp_path):
    (tmp_path / "Heat.md").write_bytes("Calor".encode("utf-16"))
    assert found_in(tmp_path) == ["Heat.md:1:1: this note is in UTF-16, Obsidian reads UTF-8"]


def test_a_link_to_nowhere_cannot_be_read(tmp_path):
    (tmp_path / "Heat.md").write_text("x")
    (tmp_path / "Gone.md").symlink_to(tmp_path / "nowhere.md")
    assert found_in(tmp_path) == [
        "Gone.md:1:1: this cannot be read: the symbolic link leads nowhere"
    ]


def test_a_canvas_of_another_program_is_told(findings):
    assert findings("unreadable-note", """
        -- Heat.md --
        -- Board.canvas --
        [1, 2]
        -- Empty.canvas --
    """) == ["Board.canvas:1:1: this is not a JSON canvas"]  # fmt: skip


def test_what_cannot_be_known_of_such_a_note_is_not_reported(tmp_path):
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


def test_nor_are_its_tags_and_relations(tmp_path):
    text = "Relações: [[Work]]\nPrev: [[Maçã]], [[Work]]\n#ação #tag"
    (tmp_path / "Heat.md").write_bytes(text.encode("latin-1"))
    note = read_vault(str(tmp_path)).notes["Heat.md"]
    assert [link.target for link in note.links] == ["Work", "Work"]
    assert [tag.name for tag in note.tags] == ["#tag"]
    assert note.record.relations == (("Prev", 1, False),)
