"""Which files a vault holds, and what happens when one cannot be read."""

import json
import os
import re

import pytest

from vaultgraph import VaultError, choose_rules, lint, read_vault
from vaultgraph.reading import find_vault, unread
from vaultgraph.reading.note import parse_note
from vaultgraph.reading.text import read_text


def test_holds_notes_canvases_and_attachments(vault):
    read = vault("""
        -- a.md --
        -- Sub/B.MD --
        -- Board.canvas --
        -- x.png --
        -- notes.base --
        -- text.txt --
    """)
    assert list(read.notes) == ["Sub/B.MD", "a.md"]
    assert list(read.canvases) == ["Board.canvas"]
    assert read.files == ("notes.base", "text.txt", "x.png")


@pytest.mark.parametrize(("expression", "signs", "found"), [
    ("a", ["a"], ["a.md", "Sub/a b.md"]),
    (r"\.md/", [".md"], ["a.md", "Sub/a b.md"]),
    ("/(?:Sub|b)[/.]", ["S", "b"], ["Sub/a b.md", "b.png"]),
    ("b", ["x"], []),
    ("b", (), []),
])  # fmt: skip
def test_paths_are_searched_as_one_text(vault, expression, signs, found):
    read = vault("-- a.md --\n-- Sub/a b.md --\n-- b.png --\n")
    assert sorted(read.paths_with(re.compile(expression), signs)) == sorted(found)


def test_nothing_with_a_dot_before_its_name_belongs_to_it(vault):
    read = vault("""
        -- a.md --
        -- .trash/b.md --
        -- ._a.md --
        -- .obsidian/c.md --
    """)
    assert list(read.notes) == ["a.md"]


def test_a_linked_folder_belongs_to_it_where_links_are_followed(tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.md").write_text("x")
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "link").symlink_to(tmp_path / "other")
    vault = read_vault(str(tmp_path / "vault"), follows_links=True)
    assert list(vault.notes) == ["link/b.md"]


def test_a_link_back_into_the_vault_is_not_followed(tmp_path):
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "sub" / "beside").symlink_to(tmp_path / "sub")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    read = read_vault(str(tmp_path))
    assert list(read.notes) == ["a.md"]
    assert list(read.unreadable) == ["circle"]


def test_a_missing_folder_and_a_file_are_not_vaults(tmp_path):
    with pytest.raises(VaultError, match="no vault at"):
        read_vault(str(tmp_path / "nowhere"))
    (tmp_path / "a.md").write_text("x")
    with pytest.raises(VaultError, match="is a file"):
        read_vault(str(tmp_path / "a.md"))


def test_a_folder_without_notes_is_a_vault_only_if_obsidian_says_so(tmp_path):
    with pytest.raises(VaultError, match="no notes in"):
        read_vault(str(tmp_path))
    (tmp_path / ".obsidian").mkdir()
    assert not read_vault(str(tmp_path)).notes


def test_a_note_that_cannot_be_opened_does_not_stop_the_run(tmp_path, monkeypatch):
    (tmp_path / "a.md").write_text("[[b]]")
    (tmp_path / "b.md").write_text("x")
    opened = os.open

    def refuse(path, *rest):
        if path.endswith("b.md"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    read = read_vault(str(tmp_path))
    assert read.unreadable == {"b.md": "Permission denied"}
    assert set(read.notes) == {"a.md", "b.md"}


def test_the_vault_around_a_folder_is_the_nearest_with_settings(tmp_path):
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / "a" / ".obsidian").mkdir(parents=True)
    (tmp_path / "a" / "b").mkdir()
    assert find_vault(str(tmp_path / "a" / "b")) == str(tmp_path / "a")
    assert find_vault(str(tmp_path)) == str(tmp_path)


def test_notes_longer_than_a_block_are_read_whole(tmp_path):
    (tmp_path / "a.md").write_text("é" * 200_000 + "\n[[end]]")
    (link,) = read_vault(str(tmp_path)).notes["a.md"].links
    assert link.target == "end"


@pytest.mark.parametrize(("filters", "excluded"), [
    ('["Archive/"]', ["Archive/a.md"]),
    ('["b"]', ["b.md"]),
    ('["/a\\\\.md$/"]', ["Archive/a.md", "a.md"]),
    ('["/(/", "b.md", 3]', ["b.md"]),
    ('"b.md"', []),
])  # fmt: skip
def test_the_settings_exclude_files_by_prefix_or_pattern(vault, filters, excluded):
    read = vault(f"""
        -- .obsidian/app.json --
        {{"userIgnoreFilters": {filters}}}
        -- a.md --
        -- b.md --
        -- Archive/a.md --
    """)
    assert [path for path in sorted(read.notes) if path in read.excluded] == excluded


def test_broken_settings_exclude_nothing(vault):
    read = vault("-- .obsidian/app.json --\n{\n-- a.md --")
    assert "a.md" not in read.excluded


@pytest.mark.parametrize(("pattern", "path", "excluded"), [
    (r"/(a+)+$/", "a" * 30 + "b.md", False), (r"/(a+)+$/", "aaa", True), (r"/^Old\/.*\d$/", "Old/x1", True),
    (r"/(?<year>\d{4})-\k<year>/", "2024-2024.md", True), (r"/[/", "[.md", False), (r"/(?>a)/", "a.md", False),
    (r"/(x|y)+z/", "xyxz.md", True), (r"/(?<=x{150})y/", "x" * 300 + "y", False), (r"/(?<=x{150})y/", "x" * 200 + "y", True), ("/" + "(" * 5000 + "/", "a.md", False), (r"/" + "a?" * 40 + "a" * 40 + "/", "a" * 39 + ".md", False),
], ids=range(11))  # fmt: skip
def test_expressions_of_a_stranger_take_a_limited_number_of_steps(vault, pattern, path, excluded):
    filters = json.dumps({"userIgnoreFilters": [pattern]})
    read = vault(f"-- Heat.md --\n-- .obsidian/app.json --\n{filters}")
    assert (path in read.excluded) is excluded


def test_an_expression_that_takes_too_long_is_reported_and_not_cached(graph):
    filters = json.dumps({"userIgnoreFilters": [r"/(?<x>a+)+\k<x>$/"]})
    read = graph(
        f"-- {'a' * 30}b.md --\n[[Heat]]\n-- Heat.md --\n-- .obsidian/app.json --\n{filters}"
    )
    [found] = lint(read, choose_rules(["unreadable-note"]))
    assert found.location.path == ".obsidian/app.json"
    assert str(found.severity) == "warning"
    assert read.vault.is_partial


def test_of_many_prefixes_each_counts(vault):
    prefixes = ["b/c/", "a", "ab", "b/", "Z/", ""]
    read = vault(
        f'-- Heat.md --\n-- .obsidian/app.json --\n{{"userIgnoreFilters": {json.dumps(prefixes)}}}'
    )
    excluded = [path for path in ("abc", "b/x", "b", "Z/y", "z", "c/a") if path in read.excluded]
    assert excluded == ["abc", "b/x", "Z/y"]


def test_notes_that_are_read_together_are_what_each_is_alone(vault, monkeypatch):
    monkeypatch.setattr(unread, "_BATCH", 3)
    monkeypatch.setattr(unread, "_BATCH_SIZE", 60)
    read = vault(
        """
        -- A.canvas --
        {"nodes": [{"id": "1", "type": "text", "text": "[[C]]"}]}
        -- B.md --
        Up: [[C]], and `a $
        -- C.md --
        ---
        up: "[[B]]"
        ---
        What? #flashcard
        That, said at some length, so that it is more than the other notes have
        <!--ID: 1700000000001-->
        -- D.md --
        ---
        vaultgraph-report: lint
        ---
        [[Nowhere]]
        -- E.canvas --
        {
        -- F.md --
        """,
        {"Bad.md": b"caf\xe9 [[B]]"},
    )
    for path, note in read.notes.items():
        alone = read_text(read.folder, path)
        assert note.parsed == parse_note(path, *alone, read.flashcards).parsed
    assert [*read.notes] == ["B.md", "Bad.md", "C.md", "D.md", "F.md"]
    assert [len(canvas.links) for canvas in read.canvases.values()] == [1, 0]
