"""A vault is listed once in a run, whoever asks."""

import pytest

from vaultgraph import __main__, files
from vaultgraph.cache.listing import forget_listing, start_listing, take_listing
from vaultgraph.storage import stats
from vaults import write_vault
from work import wait_for_tick


@pytest.fixture
def root(tmp_path):
    return write_vault(tmp_path / "vault", "-- Heat.md --\n[[Work]]\n-- sub/Work.md --\nForce.\n")


@pytest.fixture
def listed(monkeypatch):
    """The folders that were looked into, in turn."""
    looked: list[str] = []
    look = files._list_folder

    def note(root, folder, followed):
        looked.append(folder)
        return look(root, folder, followed)

    monkeypatch.setattr(files, "_list_folder", note)
    return looked


def test_a_listing_that_was_started_is_continued(root, listed):
    next(iter(start_listing(str(root), follows_links=False)))
    taken = take_listing(str(root), follows_links=False)
    assert [folder for folder, *_ in taken] == ["", "sub/"]
    assert listed == ["", "sub/"]


@pytest.mark.parametrize(("other", "follows_links"), [(".", False), ("vault", True)])
def test_another_vault_is_listed_again(root, listed, other, follows_links):
    [*start_listing(str(root), follows_links=False)]
    [*take_listing(str(root.parent / other), follows_links=follows_links)]
    assert len(listed) > 2


def test_it_is_taken_once(root, listed):
    [*start_listing(str(root), follows_links=False)]
    for _ in range(2):
        [*take_listing(str(root), follows_links=False)]
    assert listed == ["", "sub/"] * 2


def test_another_run_lists_again(root, listed):
    [*start_listing(str(root), follows_links=False)]
    forget_listing()
    [*take_listing(str(root), follows_links=False)]
    assert listed == ["", "sub/"] * 2


def test_after_an_edit_each_folder_is_listed_once(root, listed, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(stats, "_GRAIN", 0)
    wait_for_tick(tmp_path)
    __main__.answer(["lint", str(root)])
    (root / "Heat.md").write_text("[[Warmth]]")
    wait_for_tick(tmp_path)
    listed.clear()
    __main__.answer(["lint", str(root)])
    assert sorted(listed) == ["", "sub/"]
