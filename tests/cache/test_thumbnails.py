"""Images are made small once for all maps of a vault, as long as they are what they were."""

import os

import pytest

from vaultgraph.cache import thumbnails as cached
from vaultgraph.cache.thumbnails import CachedThumbnails
from vaultgraph.concept_map import Selection, draw
from vaultgraph.graph import VaultGraph
from vaultgraph.reading import read_vault, thumbnails
from vaults import write_vault

HEAT = "-- Heat.md --\n![[flame.bmp]]\n-- Work.md --\n![[wheel.bmp]]\n"


def bitmap(grey):
    head = b"BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0\0\0\x01\0\0\0\x01\0\x18\0\0\0\0\0\x04"
    return head + b"\0" * 19 + bytes([grey]) * 3 + b"\0"


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    files = {"flame.bmp": bitmap(50), "wheel.bmp": bitmap(200)}
    root = write_vault(tmp_path / "vault", HEAT, files)
    for name in files:
        age(root / name)
    monkeypatch.setattr(cached, "is_settled", lambda seen, time: seen[0] < time - 10**9)
    return root


def age(file):
    os.utime(file, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def made(root, monkeypatch):
    """Draw the map; the page, and which images had to be made small for it."""
    make = thumbnails._data_uri

    def draw_it(selection=None):
        names = []

        def note(folder, path, size):
            names.append(os.path.basename(path))
            return make(folder, path, size)

        monkeypatch.setattr(thumbnails, "_data_uri", note)
        images = CachedThumbnails(str(root))
        graph = VaultGraph(read_vault(str(root)))
        page = draw(graph, selection or Selection(), known_images=images.known)
        images.save(graph.vault.stamps)
        return page, sorted(names)

    return draw_it


def test_the_next_map_is_the_same_and_makes_none(made):
    first, names = made()
    assert names == ["flame.bmp", "wheel.bmp"]
    assert made() == (first, [])


def test_the_thumbnail_of_a_changed_image_is_made_again(made, root):
    before, _ = made()
    (root / "wheel.bmp").write_bytes(bitmap(100))
    age(root / "wheel.bmp")
    after, names = made()
    assert names == ["wheel.bmp"]
    assert after != before


def test_an_image_written_just_now_is_not_relied_on(made, root):
    made()
    (root / "wheel.bmp").write_bytes(bitmap(100))
    assert made()[1] == made()[1] == ["wheel.bmp"]


def test_a_map_of_a_part_keeps_the_other_thumbnails(made):
    made()
    made(Selection("Heat"))
    assert made()[1] == []


def test_thumbnails_of_deleted_images_are_dropped(made, root):
    made()
    (root / "wheel.bmp").unlink()
    made()
    assert {path for path, *_ in CachedThumbnails(str(root)).known} == {"flame.bmp"}


def test_a_damaged_thumbnail_is_made_again(made, root, tmp_path):
    first, names = made()
    [file] = (tmp_path / "cache/vaultgraph").glob("*.images")
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    assert made() == (first, names)
