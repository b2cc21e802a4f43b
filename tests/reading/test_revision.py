"""A revision of a vault shares with the vault on disk what is the same."""

import os

import pytest

from git_vaults import GitVault, needs_git
from vaultgraph.reading import read_vault
from vaultgraph.reading.repository import Repository
from vaultgraph.reading.revision import Revision, find_renames, read_revision

pytestmark = needs_git


@pytest.fixture
def vault(tmp_path):
    made = GitVault(tmp_path / "vault")
    made.commit("-- Heat.md --\nA\n-- Work.md --\nA longer text\n-- Map.canvas --\n{}\n")
    return made


def read(vault, commit="HEAD"):
    now, repository = read_vault(str(vault.root)), Repository(str(vault.root))
    return now, read_revision(now, repository, repository.commit(commit)).vault


def shared(now, before):
    return {path for path, note in before.notes.items() if now.notes.get(path) is note}


def test_only_notes_that_differ_are_read_again(vault):
    vault.write("-- Heat.md --\nB\n-- New.md --\nC\n")
    now, before = read(vault)
    assert [*before.notes] == ["Heat.md", "Work.md"]
    assert shared(now, before) == {"Work.md"}
    assert (before.text("Heat.md"), now.text("Heat.md")) == ("A\n", "B\n")
    assert before.canvases["Map.canvas"] is now.canvases["Map.canvas"]


def test_the_content_counts_where_the_index_does_not_know_the_state(vault):
    os.utime(vault.root / "Heat.md", (1, 1))
    vault.write("-- Work.md --\nA longer tent\n")  # as long as before
    now, before = read(vault)
    assert shared(now, before) == {"Heat.md"}


def test_a_commit_may_be_one_in_which_the_disk_has_no_part(vault):
    vault.commit("-- Heat.md --\nB\n")
    vault.commit("-- Heat.md --\nC\n", {"a.png": b"x"})
    _, before = read(vault, "HEAD~1")
    assert before.text("Heat.md") == "B\n"
    assert before.files == ()


def test_bytes_of_attachments_are_those_of_the_commit(vault):
    vault.commit("", {"a.png": b"\x89PNG\r\n\x1a\n", "b.bin": b"same", "c.bin": b"same"})
    vault.commit("", {"a.png": b"", "c.bin": b"differs"})
    now, before = read(vault, "HEAD~1")
    assert before.contents.faults["a.png"] == "the image is truncated"
    assert now.contents.faults["a.png"] == "the file is empty"
    assert (before.contents.duplicates, now.contents.duplicates) == ((("b.bin", "c.bin"),), ())


def test_an_untracked_file_is_a_renamed_one_only_if_no_other_may_be(vault):
    vault.commit("-- a.md --\nthe same text\n-- b.md --\nthe same text\n-- empty.md --\n")
    for path, target in {"a.md": "c.md", "b.md": "d.md", "Work.md": "Labour.md"}.items():
        (vault.root / path).rename(vault.root / target)
    (vault.root / "empty.md").rename(vault.root / "void.md")
    now, repository = read_vault(str(vault.root)), Repository(str(vault.root))
    before = read_revision(now, repository, repository.commit("HEAD"))
    renames = find_renames(repository, before, Revision(now))
    assert [(each.path, each.renamed) for each in renames] == [("Work.md", "Labour.md")]
