import base64

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.model import Severity

JPEG = bytes.fromhex(
    "ffd8 ffe00010 4a46494600010100000100010000 ffffda0008010100003f00 d2cf20 ffd9"
)
GIF = b"GIF89a" + bytes.fromhex(
    "01000100 800000 000000 ffffff 21f904 00000000 00 2c 00000000 01000100 00 02 02 4401 00 3b"
)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.fixture
def faults(tmp_path):
    """The messages about an image with these bytes."""

    def find(name: str, data: bytes) -> list[str]:
        (tmp_path / "Heat.md").write_text(f"![[{name}]]")
        (tmp_path / name).write_bytes(data)
        graph = VaultGraph(read_vault(str(tmp_path)))
        return [found.message for found in lint(graph, choose_rules(["corrupt-image"]))]

    return find


def test_a_whole_image_is_fine(faults):
    assert faults("pixel.png", PIXEL) == []


def test_an_empty_file_is_not_an_image(faults):
    assert faults("pixel.png", b"") == ["the file is empty"]


def test_an_image_can_be_truncated(faults):
    assert faults("pixel.png", PIXEL[:-20]) == ["the image is truncated"]


@pytest.mark.parametrize("extra", [bytes(32), b"data of another program" * 1000])
def test_bytes_after_the_end_do_no_harm(faults, extra):
    for name, data in {"a.png": PIXEL, "a.jpg": JPEG, "a.gif": GIF}.items():
        assert faults(name, data + extra) == []


@pytest.mark.parametrize(("name", "data"), [("a.jpg", JPEG), ("a.gif", GIF[:-1])])
@pytest.mark.parametrize("cut", [1, 4, 9])
def test_jpeg_and_gif_can_be_truncated(faults, name, data, cut):
    assert faults(name, data) == []
    assert faults(name, data[:-cut]) == ["the image is truncated"]


def test_the_thumbnail_in_a_photo_has_an_end_of_its_own(faults):
    thumbnail = b"\xff\xe1\x00\x08abcd\xff\xd9"
    assert faults("a.jpg", JPEG[:2] + thumbnail + JPEG[2:-2]) == ["the image is truncated"]


def test_a_gif_without_the_last_byte_is_shown_all_the_same(faults):
    assert faults("a.gif", GIF[:-1]) == []


def test_an_image_of_another_kind_is_shown_all_the_same(tmp_path):
    (tmp_path / "Heat.md").write_text("![[pixel.webp]]")
    (tmp_path / "pixel.webp").write_bytes(PIXEL)
    (found,) = lint(VaultGraph(read_vault(str(tmp_path))), choose_rules(["corrupt-image"]))
    assert found.message == (
        "this PNG is named .webp: Obsidian shows it, but other programs may not"
    )
    assert (found.severity, found.hint) == (
        Severity.INFO,
        "if one does not, rename it to .png outside Obsidian, and change whatever names it",
    )


@pytest.mark.parametrize(("name", "data", "fault"), [
    ("a.svg", PIXEL, "the file's format is PNG, not SVG"),
    ("a.png", b"<svg/>", "the file's format is SVG, not PNG"),
    ("a.png", b"%PDF-1.4", "the file's format is PDF, not PNG"),
    ("a.webp", PIXEL[:-20], "the image is truncated"),
])  # fmt: skip
def test_says_what_the_file_is_instead(faults, name, data, fault):
    assert faults(name, data) == [fault]


def test_an_svg_may_begin_with_much_else(faults):
    assert faults("a.svg", b"<!doctype svg>" + b"<!-- drawn by hand -->" * 100 + b"<svg/>") == []


def test_only_decoding_finds_damage_within(tmp_path, run, monkeypatch):
    damaged = PIXEL[:45] + bytes(8) + PIXEL[53:]
    (tmp_path / "Heat.md").write_text("![[a.png]] ![[b.svg]] ![[c.png]]")
    (tmp_path / "a.png").write_bytes(damaged)
    (tmp_path / "b.svg").write_bytes(b"<svg><g></svg>")
    (tmp_path / "c.png").write_bytes(PIXEL)
    assert run("lint", tmp_path, "--select", "corrupt-image").returncode == 0
    result = run("lint", tmp_path, "--select", "corrupt-image", "--deep")
    assert result.stdout.count("the image cannot be decoded") == 2
    assert result.returncode == 1


def test_both_spellings_of_jpeg_are_one_format(faults):
    assert faults("photo.jpeg", b"\xff\xd8\xff\xe0" + bytes(60) + b"\xff\xd9") == []


def test_an_svg_may_begin_with_a_comment_and_a_byte_order_mark(faults):
    assert faults("a.svg", "\ufeff<!-- drawn by hand --><svg/>".encode()) == []


def test_a_large_image_is_checked_by_its_ends(faults):
    large = PIXEL[:40] + bytes(100_000) + PIXEL[40:]
    assert faults("large.png", large) == []
    assert faults("large.png", large[:-50]) == ["the image is truncated"]


def test_says_who_shows_it(findings):
    assert findings("corrupt-image", """
        -- Heat.md --
        ![[engine.png]]
        -- engine.png --
        text
    """) == ["engine.png:1:1: the file's format is not PNG"]  # fmt: skip


LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345\n"


@pytest.mark.parametrize(
    ("pointer", "command"), [(LFS, "git lfs pull"), (b"/annex/objects/SHA256E-s1--0.png\n", "git annex get")]
)  # fmt: skip
def test_what_was_not_downloaded_is_reported_once(vault, pointer, command):
    read = vault("-- Heat.md --\n![[a.png]]", {"a.png": pointer, "b.svg": pointer, "c.png": PIXEL})
    [found] = lint(VaultGraph(read), choose_rules(["corrupt-image"]))
    assert found.location.path == "a.png"
    assert found.message == (
        "this image and 1 more were not downloaded: the files are only pointers to them"
    )
    assert (found.severity, found.hint) == (Severity.WARNING, f"run: {command}")


def test_a_file_that_a_program_loads_by_name_is_not_reported(findings):
    files = {"site/static/x.jpeg": PIXEL, "site/build.ts": b"load('static/x.jpeg')"}
    assert findings("corrupt-image", "-- Heat.md --\nText.", files) == []


def test_the_name_to_rename_to_may_be_taken(tmp_path):
    (tmp_path / "Heat.md").write_text("![[x.jpg]] ![[X.png]]")
    (tmp_path / "x.jpg").write_bytes(PIXEL)
    (tmp_path / "X.png").write_bytes(PIXEL)
    (found,) = lint(VaultGraph(read_vault(str(tmp_path))), choose_rules(["corrupt-image"]))
    assert found.hint == (
        "if one does not, give it another name with .png outside Obsidian, and change whatever names it"
    )


@pytest.mark.parametrize(("note", "other", "hint"), [
    ("![[a.jpg]]", "b.png", "rename it to .png outside Obsidian, and change whatever names it"),
    ("", "b.png", "rename it to .png outside Obsidian"),
    ("![[a.jpg]]", "A.png", "give it another name with .png outside Obsidian, and change whatever names it"),
    ("", "A.png", "give it another name with .png outside Obsidian"),
])  # fmt: skip
def test_how_to_rename_an_image(graph, note, other, hint):
    vault = graph(f"-- Heat.md --\n{note}\n", {"a.jpg": PIXEL, other: PIXEL})
    (found,) = lint(vault, choose_rules(["corrupt-image"]))
    assert found.hint == f"if one does not, {hint}"


@pytest.mark.parametrize(("data", "message"), [
    (b"\0GITCRYPT\0" + bytes(range(128, 160)), "this image is locked by git-crypt"),
    (LFS, "this image was not downloaded: the file is only a pointer to it"),
])  # fmt: skip
def test_one_image_that_was_not_downloaded(findings, data, message):
    assert findings("corrupt-image", "-- Heat.md --", {"a.png": data}) == [f"a.png:1:1: {message}"]


def test_what_no_note_shows_is_not_an_error(tmp_path):
    (tmp_path / "Heat.md").write_text("![[x.png]]")
    for name in ("x.png", "y.png"):
        (tmp_path / name).write_bytes(b"no picture")
    found = lint(VaultGraph(read_vault(str(tmp_path))), choose_rules(["corrupt-image"]))
    assert [(each.location.path, each.severity) for each in found] == [
        ("x.png", Severity.ERROR),
        ("y.png", Severity.WARNING),
    ]
