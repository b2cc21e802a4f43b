"""Which file a link means."""

import unicodedata

import pytest

from vaultgraph.graph.resolve import Resolver

PATHS = (
    "Top.md", "a/Top.md", "a/Note.md", "a/b/Note.md", "zzzz/Note.md", "a/v1.2.md", "Pic.PNG",
    "a/Board.canvas", "x/y/Deep note.md", "Ação.md", "ΟΔΟΣ.md", "straße.md", "Report.pdf",
)  # fmt: skip


@pytest.mark.parametrize(("link", "source", "target"), [
    pytest.param("Deep note", "Top.md", "x/y/Deep note.md", id="anywhere"),
    pytest.param("deep NOTE", "Top.md", "x/y/Deep note.md", id="any case"),
    pytest.param("Deep note.md", "Top.md", "x/y/Deep note.md", id="with extension"),
    pytest.param("y/Deep note", "Top.md", "x/y/Deep note.md", id="end of the path"),
    pytest.param("z/Deep note", "Top.md", None, id="wrong folder"),
    pytest.param("eep note", "Top.md", None, id="part of a name"),
    pytest.param("Note", "a/b/Other.md", "a/b/Note.md", id="beside the note"),
    pytest.param("Note", "a/b/c/Other.md", "a/Note.md", id="a folder above is nothing special"),
    pytest.param("Note", "Top.md", "a/Note.md", id="shortest path"),
    pytest.param("b/Note", "Top.md", "a/b/Note.md", id="folder decides"),
    pytest.param("Top", "a/Note.md", "Top.md", id="whole path beats the note beside"),
    pytest.param("", "Top.md", "Top.md", id="the note itself"),
    pytest.param("/Top", "a/Note.md", "Top.md", id="from the top"),
    pytest.param("/Note", "a/Note.md", None, id="not at the top"),
    pytest.param("./Top", "a/Note.md", "a/Top.md", id="this folder"),
    pytest.param("../Note", "a/b/Note.md", "a/Note.md", id="folder above"),
    pytest.param("../../../Top", "a/Note.md", "Top.md", id="above the vault"),
    pytest.param("v1.2", "Top.md", "a/v1.2.md", id="a dot is no extension"),
    pytest.param("pic.png", "Top.md", "Pic.PNG", id="image"),
    pytest.param("Pic", "Top.md", None, id="an image needs its extension"),
    pytest.param("Board", "Top.md", None, id="so does a canvas"),
    pytest.param("Board.canvas", "Top.md", "a/Board.canvas", id="canvas"),
    pytest.param("a", "Top.md", None, id="a folder is no target"),
    pytest.param("οδοσ", "Top.md", "ΟΔΟΣ.md", id="final sigma"),
    pytest.param("strasse", "Top.md", None, id="sharp s is not two"),
    pytest.param(unicodedata.normalize("NFD", "ação"), "Top.md", "Ação.md", id="decomposed"),
])  # fmt: skip
def test_a_link_means(link, source, target):
    assert Resolver(PATHS).resolve(link, source) == target


NAMED = (
    "Top.md", "a/Top.md", "a/Note.md", "a/b/Note.md", "x/Deep note.md", "Pic.PNG", "b/Pic.png", "a/C#.md", "Doc.md.md",
)  # fmt: skip


@pytest.mark.parametrize(("path", "source", "link"), [
    ("Top.md", "x.md", "Top"), ("a/Top.md", "x.md", "a/Top"), ("a/Top.md", "a/z.md", "a/Top"), ("a/Note.md", "x.md", "a/Note"),
    ("a/b/Note.md", "a/b/y.md", "Note"), ("x/Deep note.md", "x.md", "Deep note"), ("Pic.PNG", "x.md", "Pic.PNG"),
    ("b/Pic.png", "x.md", "b/Pic.png"), ("a/C#.md", "x.md", ""), ("Doc.md.md", "x.md", "Doc.md"),
])  # fmt: skip
def test_the_shortest_link(path, source, link):
    assert Resolver(NAMED).shortest(path, source) == link


@pytest.mark.parametrize(("link", "source", "is_ambiguous"), [
    ("Note", "x.md", True), ("Note", "a/x.md", False), ("Top", "x.md", False), ("./Note", "x.md", False),
    ("/Note", "x.md", False), ("../Note", "x.md", False), ("a/Note", "x.md", False), ("Deep note", "x.md", False),
])  # fmt: skip
def test_a_link_is_ambiguous_if_only_the_length_of_paths_decides(link, source, is_ambiguous):
    assert Resolver(NAMED).is_ambiguous(link, source) is is_ambiguous


@pytest.mark.parametrize(("link", "source", "folder"), [
    ("a", "x.md", "a"), ("a", "a/x.md", "a"), ("b", "x.md", "b"), ("b", "a/x.md", "a/b"), ("./b", "a/x.md", "a/b"),
    ("a/b", "x.md", "a/b"), ("A/", "x.md", "a"), ("c", "x.md", ""), ("..", "a/x.md", ""),
])  # fmt: skip
def test_a_link_to_a_folder(link, source, folder):
    resolver = Resolver(NAMED)
    assert resolver.folder(link, source) == folder
    assert resolver.is_folder(link, source) is bool(folder)
    assert [resolver.has_folder(name) for name in ("a", "B", "c")] == [True, True, False]


def test_a_percent_encoded_hash_may_be_part_of_a_name():
    resolver = Resolver(NAMED)
    found = [resolver.resolve_encoded(link, "x.md") for link in ("C%23", "Top%23", "Top", "C#")]
    assert found == ["a/C#.md", None, "Top.md", "a/C#.md"]


def test_decomposed_file_names_are_found():
    path = unicodedata.normalize("NFD", "Ação.md")
    assert Resolver([path]).resolve("Ação", "x.md") == path


TRICKY = (
    "Heat.md", "a/Work.md", "b/work.MD", "x.md.md", "x.md", "plot.png", "plot.png.md", "C#.md",
    " blank.md", "J\u030c.md", "ΟΔΟΣ.md", "Board.canvas", "%23.md", "None", ".md",
)  # fmt: skip


def test_a_plain_name_means_one_file_in_every_note():
    plain = Resolver(TRICKY).plain_names
    assert plain.keys() == {
        "Heat",
        "x",
        "plot.png",
        "J\u030c",
        "ΟΔΟΣ",
        "Board.canvas",
        "%23",
        "None",
    }
    for name, path in plain.items():
        assert Resolver(TRICKY).candidates(name) == (path,)
        assert Resolver(TRICKY).resolve(name, "a/Note.md") == path


def test_of_very_many_files_with_a_name_the_one_in_the_folder_of_the_note_is_meant():
    paths = [f"{number}/index.md" for number in range(20)] + [
        "physics/index.md",
        "physics/heat/index.md",
    ]
    resolver = Resolver(paths)
    assert resolver.resolve("index", "physics/Heat.md") == "physics/index.md"
    assert resolver.resolve("index", "chemistry/Heat.md") == "0/index.md"
