"""What a path on the command line means: a vault, part of one, or a vault that Obsidian knows."""

import json

import pytest

from vaultgraph.reading.vault_list import listed_vaults
from vaults import write_vault

VAULT = """
    -- A.md --
    [[B]] [[old/X]]
    -- Sub/B.md --
    [[A]] [[old/Y]]
    -- Sub/C.md --
    [[old/Z]]
"""


@pytest.fixture
def vault(tmp_path):
    return write_vault(tmp_path / "Notes", VAULT)


@pytest.fixture
def known(tmp_path, monkeypatch):
    """Make a list of vaults as Obsidian writes it, from folders."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    def write(*folders):
        file = tmp_path / "config" / "obsidian" / "obsidian.json"
        file.parent.mkdir(parents=True, exist_ok=True)
        vaults = {str(n): {"path": str(folder), "ts": 1} for n, folder in enumerate(folders)}
        file.write_text(json.dumps({"vaults": vaults}), "utf-8")
        return file

    return write


def broken(result):
    return [line.split(": ")[0] for line in result.stdout.splitlines() if "[broken-link]" in line]


@pytest.mark.parametrize(("words", "places"), [
    (["Notes"], ["Notes/A.md:1:7", "Notes/Sub/B.md:1:7", "Notes/Sub/C.md:1:1"]),
    (["Notes/Sub"], ["Notes/Sub/B.md:1:7", "Notes/Sub/C.md:1:1"]),
    (["Notes/A.md"], ["Notes/A.md:1:7"]),
    (["Notes/A.md", "Notes/Sub/C.md"], ["Notes/A.md:1:7", "Notes/Sub/C.md:1:1"]),
    (["Notes/A.md", "Notes"], ["Notes/A.md:1:7", "Notes/Sub/B.md:1:7", "Notes/Sub/C.md:1:1"]),
    (["Notes", "--only", "sub"], ["Notes/Sub/B.md:1:7", "Notes/Sub/C.md:1:1"]),
    (["Notes/A.md", "--only", "Sub"], ["Notes/A.md:1:7", "Notes/Sub/B.md:1:7", "Notes/Sub/C.md:1:1"]),
])  # fmt: skip
def test_lint_reports_on_the_parts_of_a_vault_that_are_named(run, vault, words, places):
    assert broken(run("lint", *words, cwd=vault.parent)) == places


@pytest.mark.parametrize(("folder", "place"), [
    ("", "A.md:1:7"), ("Sub", "../A.md:1:7"), ("..", "Notes/A.md:1:7"),
])  # fmt: skip
def test_places_are_relative_to_the_current_folder(run, vault, folder, place):
    assert broken(run("lint", vault / "A.md", cwd=vault / folder)) == [place]


def test_json_names_the_vault_and_has_its_paths(run, vault):
    found = json.loads(run("lint", "A.md", "--format", "json", cwd=vault).stdout)
    assert (found["vault"], found["diagnostics"][0]["path"]) == ("Notes", "A.md")


def test_a_part_is_remarked_on_with_its_vault(run, vault):
    assert run("lint", "Sub", cwd=vault).stderr == f"vault: {vault}\n"


def test_a_folder_that_is_called_like_a_part_of_the_part_is_not_meant(run, vault):
    write_vault(vault, "-- Sub/Sub/D.md --\n[[old/V]]\n")
    assert broken(run("lint", "Sub", cwd=vault / "Sub")) == ["../Sub/Sub/D.md:1:1"]


def test_a_vault_in_a_vault_is_a_vault_of_its_own(run, vault):
    inner = write_vault(vault / "Inner", "-- D.md --\n[[A]] [[old/W]]\n")
    result = run("lint", inner, cwd=inner)
    assert (broken(result), result.stderr) == (["D.md:1:7"], "")


def test_a_link_in_the_vault_may_be_named(run, vault):
    (vault / "Link.md").symlink_to("Sub/C.md")
    assert broken(run("lint", "Link.md", cwd=vault)) == ["Link.md:1:1"]


def test_paths_in_different_vaults_are_refused(run, vault, tmp_path):
    other = write_vault(tmp_path / "Other", "-- A.md --\n")
    result = run("lint", vault / "A.md", other)
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        f"error: {vault} and {other} are different vaults", "hint: check one after the other",
    ]  # fmt: skip


def test_of_several_paths_the_missing_one_is_named(run, vault):
    result = run("lint", "A.md", "Sub/Gone.md", cwd=vault)
    assert (result.returncode, result.stderr.splitlines()[0]) == (
        2,
        "error: nothing in the vault is called Sub/Gone.md",
    )


def test_a_misspelt_path_is_answered_with_a_similar_one(run, vault):
    write_vault(vault, "-- Sub/Entropy.md --\n")
    assert run("lint", "Sub/Entorpy.md", cwd=vault).stderr.splitlines() == [
        "error: nothing in the vault is called Sub/Entorpy.md", "hint: did you mean Entropy?",
    ]  # fmt: skip


def test_a_note_may_be_named_in_its_vault(run, vault):
    assert broken(run("lint", "C", cwd=vault)) == ["Sub/C.md:1:1"]


@pytest.fixture
def unmarked(vault):
    """The vault as a repository often has it: without Obsidian's settings."""
    (vault / ".obsidian").rmdir()
    return vault


@pytest.mark.parametrize(("words", "places"), [
    (["A.md"], ["A.md:1:7"]),
    (["Sub/C.md", "A.md"], ["A.md:1:7", "Sub/C.md:1:1"]),
    ([".", "Sub"], ["A.md:1:7", "Sub/B.md:1:7", "Sub/C.md:1:1"]),
])  # fmt: skip
def test_files_of_an_unmarked_vault_belong_to_the_current_folder(run, unmarked, words, places):
    assert broken(run("lint", *words, cwd=unmarked)) == places


def test_the_folder_of_our_settings_is_a_vault(run, unmarked):
    (unmarked / ".vaultgraph.toml").write_text("")
    assert broken(run("lint", "Sub", cwd=unmarked)) == ["Sub/B.md:1:7", "Sub/C.md:1:1"]
    assert run("links", "B", cwd=unmarked / "Sub").returncode == 0


def test_a_folder_that_may_be_a_part_of_an_unmarked_vault_is_remarked_on(run, unmarked):
    assert run("lint", "Sub", cwd=unmarked).stderr == (
        "note: Sub is taken for a vault, as nothing marks a larger one; "
        f"vaultgraph init {unmarked} does\n"
    )
    assert run("lint", "Notes", cwd=unmarked.parent).stderr == ""


def test_a_folder_without_files_holds_nothing_to_report_on(run, vault):
    (vault / "Empty").mkdir()
    result = run("lint", "Empty", cwd=vault)
    assert (result.returncode, result.stdout) == (2, "")


@pytest.mark.parametrize("name", ["Notes", "notes"])
def test_a_vault_may_be_named_as_obsidian_does(run, vault, known, tmp_path, name):
    known(vault)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    result = run("links", "A", "--vault", name, cwd=elsewhere)
    assert (result.returncode, result.stderr) == (0, f"vault: {vault}\n")
    assert run("lint", name, cwd=elsewhere).stderr == f"vault: {vault}\n"


def test_a_folder_of_that_name_comes_first(run, vault, known, tmp_path):
    known(vault)
    here = tmp_path / "elsewhere"
    write_vault(here / "Notes", "-- Other.md --\n")
    assert "1 note" in run("lint", "Notes", cwd=here).stdout


def test_two_vaults_of_one_name_are_told_apart_by_their_paths(run, vault, known, tmp_path):
    other = write_vault(tmp_path / "b" / "Notes", "-- A.md --\n")
    known(vault, other)
    result = run("stats", "Notes", cwd=other)
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        "error: Obsidian knows several vaults called Notes", f"hint: give its path: {vault} or {other}",
    ]  # fmt: skip


def test_the_name_of_no_vault_is_answered_with_a_similar_one(run, vault, known, tmp_path):
    known(vault)
    result = run("stats", "Nots", cwd=tmp_path / "Notes" / "Sub")
    assert result.stderr.splitlines() == ["error: no vault at Nots", "hint: did you mean Notes?"]


@pytest.mark.parametrize("text", [
    b"", b"[]", b"{", b"\xff", b'{"vaults": []}', b'{"vaults": {"a": 1}}', b"[" * 100_000,
    b'{"vaults": {"a": {"path": 7}}}', b'{"vaults": {"a": {"path": "relative"}}}',
    b'{"vaults": {"a": {"path": "/gone/for ever"}}}', b'{"vaults": {"a": {"path": "/a\\u0000b"}}}',
])  # fmt: skip
def test_a_damaged_list_of_vaults_is_empty(known, text):
    known().write_bytes(text)
    assert listed_vaults() == {}


@pytest.mark.parametrize("words", [["links", "A"], ["path", "A", "B"]])
def test_outside_any_vault_links_and_path_ask_for_one(run, tmp_path, words):
    (tmp_path / "A.md").write_text("text")
    result = run(*words, cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr.splitlines() == [
        "error: no vault is around the current folder",
        "hint: name one with --vault; --vault . is this folder",
    ]
