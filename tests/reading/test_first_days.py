"""When files were added, as git knows it."""

import pytest

from git_vaults import GitVault, git, needs_git
from vaultgraph.reading import repository
from vaultgraph.reading.repository import Repository

pytestmark = needs_git


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
