import base64

import pytest

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


@pytest.fixture
def faults(tmp_path):
    """What is said of an image with these bytes."""
    from vaultgraph import VaultGraph, choose_rules, lint, read_vault

    def find(name: str, data: bytes) -> list[str]:
        (tmp_path / "Heat.md").write_text(f"![[{name}]]")
        (tmp_path / name).write_bytes(data)
        graph = VaultGraph(read_vault(str(tmp_path)))
        return [found.message for found in lint(graph, choose_rules(["corrupt-image"]))]

    return find


def test_a_whole_image_is_fine(faults):
    assert faults("pixel.png", PIXEL) == []


def test_an_empty_file_is_no_image(faults):
    assert faults("pixel.png", b"") == ["the file is empty"]


def test_an_image_can_be_cut_short(faults):
    assert faults("pixel.png", PIXEL[:-20]) == ["the image is cut short"]


def test_the_extension_must_be_true(faults):
    assert faults("pixel.jpg", PIXEL) == ["the file is no JPG but a PNG"]


def test_both_spellings_of_jpeg_are_one_format(faults):
    assert faults("photo.jpeg", b"\xff\xd8\xff\xe0" + bytes(60) + b"\xff\xd9") == []


def test_an_svg_may_begin_with_a_comment_and_a_byte_order_mark(faults):
    assert faults("a.svg", "\ufeff<!-- drawn by hand --><svg/>".encode()) == []


def test_a_large_image_is_judged_by_its_ends(faults):
    large = PIXEL[:40] + bytes(100_000) + PIXEL[40:]
    assert faults("large.png", large) == []
    assert faults("large.png", large[:-50]) == ["the image is cut short"]


def test_says_who_shows_it(findings):
    assert findings("corrupt-image", """
        -- Heat.md --
        ![[engine.png]]
        -- engine.png --
        text
    """) == ["engine.png:1:1: the file is no PNG"]  # fmt: skip
