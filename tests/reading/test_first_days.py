"""When files were added, as git knows it."""

import subprocess

import pytest

from git_vaults import GitVault, git, needs_git
from vaultgraph.reading import repository
from vaultgraph.reading.repository import Repository

resource = pytest.importorskip("resource")

pytestmark = [
    *needs_git,
    pytest.mark.skipif(not hasattr(resource, "prlimit"), reason="git cannot be limited here"),
]


@pytest.fixture
def vault(tmp_path):
    made = GitVault(tmp_path / "top" / "vault", tmp_path / "top")
    made.commit("-- Heat.md --\nx\n-- ../outside.md --\ny\n", date="2023-03-01T12:00:00Z")
    made.commit("-- Work.md --\n[[Heat]]\n", date="2024-01-02T23:30:00-0300")
    return made


def first_days(vault):
    return Repository(str(vault.root)).first_days()


def test_a_file_has_the_day_of_the_commit_that_added_it_where_it_was_made(vault):
    assert first_days(vault) == {"Heat.md": "2023-03-01", "Work.md": "2024-01-02"}


def test_a_change_or_a_move_keeps_the_day(vault):
    vault.commit("-- Heat.md --\nz\n")
    vault.commit(moved={"Heat.md": "physics/Heat.md"})
    vault.commit(moved={"physics/Heat.md": "Heat and work.md"})
    assert first_days(vault)["Heat and work.md"] == "2023-03-01"


def test_a_history_that_is_cut_off_has_no_days(vault, tmp_path):
    git(tmp_path, "clone", "-q", "--depth=1", vault.top.as_uri(), "clone")
    assert Repository(str(tmp_path / "clone" / "vault")).first_days() == {}


def test_a_repository_without_commits_has_none(tmp_path):
    assert first_days(GitVault(tmp_path / "vault")) == {}


@pytest.mark.parametrize("limit", ["_MAX_HISTORY", "_MAX_OUTPUT"])
def test_a_history_that_is_too_long_has_none_rather_than_some(vault, monkeypatch, limit):
    monkeypatch.setattr(repository, limit, 1)
    assert first_days(vault) == {}


def tree(folder, mode, kind, item):
    """Make a tree in which the same *item* has a hundred names; return its hash."""
    entries = "".join(f"{mode} {kind} {item}\t{name}\n" for name in range(100, 200))
    made = subprocess.run(
        ["git", "mktree"], cwd=folder, input=entries, text=True, capture_output=True, check=True
    )
    return made.stdout.strip()


@pytest.fixture
def bomb(vault):
    """A repository of a few kilobytes whose last commit has a million files."""
    made = git(vault.top, "rev-parse", "HEAD:outside.md")
    for mode, kind in (("100644", "blob"), ("040000", "tree"), ("040000", "tree")):
        made = tree(vault.top, mode, kind, made)
    commit = git(vault.top, "commit-tree", made, "-p", "HEAD", "-m", "x")
    git(vault.top, "update-ref", "HEAD", commit)
    return Repository(str(vault.top))


def test_git_gets_no_more_memory_than_a_large_history_needs(bomb, monkeypatch):
    assert len(bomb.first_days()) > 1_000_000
    monkeypatch.setattr(repository, "_MAX_MEMORY", 50_000_000)
    assert bomb.first_days() == {}


def test_where_git_cannot_be_limited_it_is_not_asked(vault, monkeypatch):
    monkeypatch.delattr(resource, "prlimit")
    assert first_days(vault) == {}
