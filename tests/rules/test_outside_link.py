import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaults import write_vault


@pytest.fixture
def outside(tmp_path):
    """A folder beside the vault, with a private note and a picture."""
    folder = tmp_path / "outside"
    folder.mkdir()
    (folder / "private.md").write_text("My word: sesame. [[gone/X]]")
    (folder / "key.png").write_bytes(b"sesame")
    return folder


def test_files_outside_are_not_read_and_not_reported_missing(tmp_path, outside):
    root = write_vault(
        tmp_path / "vault", "-- Heat.md --\n[[linked]] ![[key.png]] [[shared/private]]"
    )
    (root / "linked.md").symlink_to(outside / "private.md")
    (root / "key.png").symlink_to(outside / "key.png")
    (root / "shared").symlink_to(outside)
    vault = read_vault(str(root))
    assert list(vault.notes) == ["Heat.md"]
    assert vault.files == ()
    found = lint(VaultGraph(vault), choose_rules())
    assert {(each.rule, each.location.path) for each in found} == {
        ("outside-link", "linked.md"),
        ("outside-link", "key.png"),
        ("outside-link", "shared"),
    }


def test_they_are_read_if_the_user_trusts_them(tmp_path, outside):
    root = write_vault(tmp_path / "vault", "-- Heat.md --\n[[private]]")
    (root / "shared").symlink_to(outside)
    vault = read_vault(str(root), follows_links=True)
    assert list(vault.notes) == ["Heat.md", "shared/private.md"]
    assert "sesame" in vault.text("shared/private.md")


def test_files_of_the_system_are_never_read(tmp_path):
    root = write_vault(tmp_path / "vault", "-- Heat.md --\nText.")
    (root / "x.md").symlink_to("/proc/self/environ")
    vault = read_vault(str(root), follows_links=True)
    assert vault.unreadable == {"x.md": "it is not a regular file"}


def test_a_link_within_the_vault_is_another_name(findings, tmp_path):
    vault = "-- Heat.md --\n[[Warmth]]\n-- Warmth.md -> Heat.md --\n"
    assert findings("outside-link", vault) == []
    assert findings("broken-link", vault, folder="again") == []


def test_says_whether_a_file_or_a_folder_is_outside(findings, outside):
    assert findings("outside-link", f"""
        -- Heat.md -> {outside}/private.md --
        -- shared -> {outside} --
    """) == [
        "Heat.md:1:1: this file is a symbolic link out of the vault, or to something hidden in it, and is not read",
        "shared:1:1: this folder is a symbolic link out of the vault, or to something hidden in it, and is not read",
    ]  # fmt: skip
