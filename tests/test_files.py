"""Only regular files within a vault are opened, and none beyond its limit."""

import os
from types import SimpleNamespace

import pytest

from vaultgraph import read_vault
from vaultgraph.files import (
    MAX_NOTE_BYTES,
    RefusedError,
    VaultFolder,
    is_in_cloud,
    read_file,
    read_settings_file,
)
from vaultgraph.reading.app_settings import app_settings


@pytest.fixture
def folder(tmp_path):
    """An empty vault, beside a file that is none of its."""
    (tmp_path / "private").write_text('{"word": "sesame"}')
    root = tmp_path / "vault"
    root.mkdir()
    return VaultFolder(str(root))


def in_vault(folder, name):
    return os.path.join(folder.root, name)


def test_a_file_is_read(folder):
    with open(in_vault(folder, "Heat.md"), "wb") as file:
        file.write(b"Energy" * 100_000)
    assert folder.read("Heat.md", 1 << 20) == b"Energy" * 100_000


def test_a_link_out_of_the_vault_is_refused(folder):
    os.symlink("../private", in_vault(folder, "Heat.md"))
    with pytest.raises(RefusedError, match="leads out of the vault"):
        folder.read("Heat.md", 100)


def test_a_link_within_the_vault_is_read(folder):
    with open(in_vault(folder, "Heat.md"), "w", encoding="utf-8") as file:
        file.write("Energy")
    os.symlink("Heat.md", in_vault(folder, "Warmth.md"))
    assert folder.read("Warmth.md", 100) == b"Energy"


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: os.symlink("/dev/zero", path)])
def test_only_regular_files_are_opened(folder, make):
    make(in_vault(folder, "Heat.md"))
    with pytest.raises(RefusedError):
        folder.read("Heat.md", 100)
    with pytest.raises(RefusedError):
        read_settings_file(folder.root, "Heat.md")
    with pytest.raises(RefusedError):
        read_file(in_vault(folder, "Heat.md"), 100)


def test_a_file_beyond_its_limit_is_reported(folder):
    with open(in_vault(folder, "Heat.md"), "wb") as file:
        file.truncate(MAX_NOTE_BYTES + 1)
    vault = read_vault(folder.root)
    assert vault.unreadable == {"Heat.md": "it is larger than 64 MiB"}


def test_settings_in_a_linked_folder_are_not_read(folder, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "app.json").write_text('{"newLinkFormat": "absolute"}')
    os.symlink("../elsewhere", in_vault(folder, ".obsidian"))
    assert app_settings(folder.root, "app.json") == {}


def test_a_file_that_grows_beyond_its_limit_while_it_is_read_is_refused(folder, monkeypatch):
    with open(in_vault(folder, "Heat.md"), "wb") as file:
        file.write(b"x" * 50)
    status = os.stat(in_vault(folder, "Heat.md"))
    smaller = os.stat_result((*status[:6], 10, *status[7:]))
    monkeypatch.setattr(os, "fstat", lambda _: smaller)
    assert folder.read("Heat.md", 60) == b"x" * 50
    with pytest.raises(RefusedError, match="larger than"):
        folder.read("Heat.md", 40)


@pytest.mark.parametrize(("status", "away"), [
    ({"st_flags": 0x40000000}, True), ({"st_file_attributes": 0x400000}, True), ({"st_file_attributes": 0x40000}, True),
    ({"st_flags": 0x20, "st_file_attributes": 0x20}, False), ({}, False),
])  # fmt: skip
def test_a_file_that_is_only_in_a_cloud_is_recognized_by_its_flags(status, away):
    assert is_in_cloud(SimpleNamespace(**status)) is away


def test_pictures_in_a_cloud_are_not_fetched(vault, monkeypatch):
    read = vault(
        "-- Heat.md --\n![[a.png]] ![[b.png]]\n-- a.png --\nno picture\n-- b.png --\nno picture\n"
    )
    monkeypatch.setattr("vaultgraph.reading.content.is_in_cloud", lambda status: True)
    assert read.contents.faults == {}
    assert read.contents.duplicates == ()
