"""`lint --since` reports what is new against a revision in git, and why a link is broken."""

import json
import os
import shutil

import pytest

from git_vaults import GitVault, git, needs_git

pytestmark = needs_git

HEAT = """
    -- Heat.md --
    See [[Old/Entropy]] and [[Work]].
    -- Work.md --
    Force times distance, and more words so that git sees the same file: [[Heat]].
"""


@pytest.fixture
def vault(tmp_path):
    made = GitVault(tmp_path / "vault")
    made.commit(HEAT)
    return made


@pytest.fixture
def lint(run):
    """Lint a vault against a revision: the places and rules of findings, and the hints."""

    def call(root, *words, since="HEAD"):
        answer = run("lint", root, "--since", since, "--format", "json", "--no-cache", *words)
        assert answer.stdout, answer.stderr
        found = json.loads(answer.stdout)["diagnostics"]
        return [(d["path"], d["line"], d["rule"], d["hint"]) for d in found]

    return call


def test_what_was_there_is_not_reported(run, vault):
    answer = run("lint", vault.root, "--since", "HEAD")
    assert answer.returncode == 0
    assert "since HEAD: 1 known" in answer.stderr


def test_a_finding_in_a_line_that_moved_or_was_edited_is_known(vault, lint):
    vault.write("-- Heat.md --\n\n\nSee also [[Old/Entropy]] and [[Work]].\n")
    assert lint(vault.root) == []


def test_a_new_finding_is_reported_and_a_resolved_one_counted(run, vault, lint):
    vault.write("-- Heat.md --\nSee [[Old/Energy]] and [[Work]].\n")
    assert lint(vault.root) == [("Heat.md", 1, "broken-link", "")]
    answer = run("lint", vault.root, "--since", "HEAD")
    assert answer.returncode == 1
    assert "since HEAD: 0 known, 1 resolved" in answer.stderr


def test_files_that_git_does_not_track_are_new(vault, lint):
    vault.write("-- Light.md --\nSee [[Old/Entropy]] and [[Heat]].\n")
    assert lint(vault.root) == [("Light.md", 1, "broken-link", "")]


def test_files_that_git_ignores_were_always_there(run, vault):
    vault.commit("-- .gitignore --\n*.png\n-- Light.md --\n![[lamp.png]]\n")
    vault.write("", {"lamp.png": b"not an image"})
    answer = run("diff", "HEAD", "--vault", vault.root)
    assert answer.stdout.splitlines()[1:] == ["nothing differs"]


def test_a_renamed_note_keeps_its_findings(vault, lint):
    vault.commit("-- Work.md --\nSee [[Heat]].\n", moved={"Heat.md": "Warmth.md"})
    found = lint(vault.root, since="HEAD~1")
    assert [rule for path, _, rule, _ in found if path == "Warmth.md"] == []


def test_the_hint_names_the_commit_that_renamed_the_target(run, vault, lint):
    commit = vault.commit(moved={"Work.md": "Physics/Labour.md"})[:7]
    hint = f"renamed to Physics/Labour.md in {commit}, 3 May 2025"
    assert lint(vault.root, since="HEAD~1") == [("Heat.md", 1, "broken-link", hint)]
    portuguese = run("lint", vault.root, "--since", "HEAD~1", "--lang", "pt").stdout
    assert f"renomeado para Physics/Labour.md em {commit}, 3 de maio de 2025" in portuguese


def test_the_date_is_that_of_its_author(vault, lint):
    vault.commit(moved={"Work.md": "Labour.md"}, date="2025-01-01T00:30:00+1400")
    [(*_, hint)] = lint(vault.root, since="HEAD~1")
    assert hint.endswith(", 1 January 2025")


def test_the_hint_names_the_commit_that_deleted_the_target(vault, lint):
    commit = vault.commit(removed=["Work.md"])[:7]
    hint = f"deleted in {commit}, 3 May 2025"
    assert lint(vault.root, since="HEAD~1") == [("Heat.md", 1, "broken-link", hint)]


def test_renames_are_followed_to_the_last(vault, lint):
    vault.commit(moved={"Work.md": "Labour.md"})
    last = vault.commit(moved={"Labour.md": "Toil.md"})[:7]
    [(*_, hint)] = lint(vault.root, since="HEAD~2")
    assert hint == f"renamed to Toil.md in {last}, 3 May 2025"


def test_a_rename_that_is_not_committed_is_found_by_the_content(vault, lint):
    (vault.root / "Work.md").rename(vault.root / "Labour.md")
    assert lint(vault.root) == [("Heat.md", 1, "broken-link", "renamed to Labour.md")]
    git(vault.top, "add", "-A")
    assert lint(vault.root) == [("Heat.md", 1, "broken-link", "renamed to Labour.md")]


def test_fix_follows_a_rename(run, vault, lint):
    vault.commit(moved={"Work.md": "Physics/Labour.md"})
    answer = run("lint", vault.root, "--since", "HEAD~1", "--fix")
    assert "fixed 1 finding in 1 note" in answer.stderr
    assert (vault.root / "Heat.md").read_text("utf-8") == "See [[Old/Entropy]] and [[Labour]].\n"
    assert lint(vault.root, since="HEAD~1") == []


def test_fix_changes_only_what_is_new(run, vault):
    vault.commit("-- Light.md --\n[[Missing/Heat|x]]\n")
    vault.write("-- Sound.md --\n[[Missing/Heat|y]]\n")
    diff = run("lint", vault.root, "--since", "HEAD", "--diff", "--unsafe").stdout
    assert "Light.md" not in diff


def test_a_note_of_another_text_makes_no_safe_fix(run, vault):
    vault.write("-- Labour.md --\nOther words\n")
    vault.commit(removed=["Work.md"])
    assert "nothing to fix" in run("lint", vault.root, "--since", "HEAD~1", "--diff").stderr


def test_two_notes_that_were_renamed_make_no_safe_fix(run, tmp_path):
    vault = GitVault(tmp_path / "vault")
    texts = "-- a/Work.md --\none text of one note\n-- b/Work.md --\ntwo words, two notes\n"
    vault.commit(f"{texts}-- Heat.md --\n[[Work]]\n")
    vault.commit(moved={"a/Work.md": "a/Labour.md", "b/Work.md": "b/Toil.md"})
    answer = run("lint", vault.root, "--since", "HEAD~1", "--diff")
    assert "nothing to fix" in answer.stderr


def test_without_since_git_is_not_asked(run, vault):
    vault.commit(moved={"Work.md": "Labour.md"})
    answer = run("lint", vault.root, "--no-cache", PATH="")
    assert "is not written yet" in answer.stdout
    assert answer.returncode == 1  # for Old/Entropy


def test_a_vault_may_be_a_folder_of_the_repository(tmp_path, lint):
    vault = GitVault(tmp_path / "repository" / "my notes", tmp_path / "repository")
    vault.commit(HEAT)
    (vault.top / "Code.md").write_text("[[Old/Entropy]]", "utf-8")
    commit = vault.commit(
        "-- Light.md --\n[[Old/Light]] [[Heat]]\n", moved={"Work.md": "Labour.md"}
    )[:7]
    assert lint(vault.root, since="HEAD~1") == [
        ("Heat.md", 1, "broken-link", f"renamed to Labour.md in {commit}, 3 May 2025"),
        ("Light.md", 1, "broken-link", ""),
    ]


def test_names_may_be_of_any_kind(tmp_path, run):
    vault = GitVault(tmp_path / "vault")
    vault.commit('-- Ação "e" calor.md --\n[[Old/Entropy]]\n-- b\\c.md --\n[[Old/Entropy]]\n')
    vault.commit(
        "-- a\tb.md --\nx\n-- 熱.md --\nA text that is long enough to be found: [[Old/Entropy]]\n"
    )
    vault.write('-- Ação "e" calor.md --\n[[Old/Entropy]] [[Old/Work]]\n')
    (vault.root / "熱.md").rename(vault.root / "火.md")
    answer = run("lint", vault.root, "--since", "HEAD", "--format", "json")
    assert [found["message"] for found in json.loads(answer.stdout)["diagnostics"]] == [
        "nothing in the vault is called Old/Work"
    ]


def test_notes_that_are_not_utf_8_are_read_as_on_disk(tmp_path, lint):
    vault = GitVault(tmp_path / "vault")
    vault.commit(
        "-- Heat.md --\nx\n", {"Latin.md": b"a\xe7\xe3o [[Old/Entropy]]\n", "Zero.md": b"\0"}
    )
    vault.commit("", {"Latin.md": b"a\xe7\xe3o: [[Old/Entropy]]\n\n", "Zero.md": b"\0\0"})
    assert lint(vault.root, since="HEAD~1") == []


def test_a_repository_may_use_sha256(tmp_path, lint):
    vault = GitVault(tmp_path / "vault", None, "--object-format=sha256")
    vault.commit(HEAT)
    (vault.root / "Work.md").rename(vault.root / "Labour.md")
    assert lint(vault.root) == [("Heat.md", 1, "broken-link", "renamed to Labour.md")]


def test_notes_of_a_submodule_are_taken_as_they_are(tmp_path, run):
    other = GitVault(tmp_path / "other")
    other.commit("-- Light.md --\n[[Old/Light]]\n")
    vault = GitVault(tmp_path / "vault")
    vault.commit(HEAT)
    git(vault.top, "-c", "protocol.file.allow=always", "submodule", "add", "-q", other.root, "Sub")
    vault.commit()
    answer = run("diff", "HEAD", "--vault", vault.root)
    assert answer.stdout.splitlines()[1:] == ["nothing differs"]


@pytest.mark.skipif(os.name == "nt", reason="symbolic links need rights")
def test_symbolic_links_are_what_they_lead_to(tmp_path, run):
    vault = GitVault(tmp_path / "vault")
    (tmp_path / "secret.md").write_text("[[Old/Secret]]", "utf-8")
    vault.commit(
        "-- Heat.md --\nx\n-- Warm.md -> Heat.md --\n-- Out.md -> ../secret.md --\n-- No.md -> none --\n"
    )
    vault.write("-- Heat.md --\n[[Old/Entropy]]\n")
    (vault.root / "Out.md").unlink()
    answer = run("diff", "HEAD", "--vault", vault.root, "--format", "json")
    report = json.loads(answer.stdout)
    assert report["notes"] == {
        "added": [], "removed": [], "renamed": [], "changed": ["Heat.md", "Warm.md"]
    }  # fmt: skip
    assert {found["path"] for found in report["findings"]["new"]} >= {"Heat.md", "Warm.md"}
    assert "Secret" not in answer.stdout


def test_files_left_out_by_a_sparse_checkout_were_not_removed(tmp_path, run):
    vault = GitVault(tmp_path / "vault")
    vault.commit("-- Heat.md --\nx\n-- big/Work.md --\nx\n")
    git(vault.top, "sparse-checkout", "set", "--no-cone", "/*", "!/big/")
    assert not (vault.root / "big").exists()
    answer = run("diff", "HEAD", "--vault", vault.root)
    assert answer.stdout.splitlines()[1:] == ["nothing differs"]


def test_a_pointer_to_a_large_file_is_not_what_it_was(tmp_path, run):
    vault = GitVault(tmp_path / "vault")
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n"
    vault.commit("-- Heat.md --\n![[a.png]]\n", {"a.png": pointer})
    vault.write("", {"a.png": b"\x89PNG\r\n\x1a\n" + b"IEND\xaeB`\x82" * 9})
    answer = run("diff", "HEAD", "--vault", vault.root)
    assert answer.stdout.splitlines()[1:] == ["nothing differs"]


def test_a_baseline_is_set_aside_as_well(run, vault, tmp_path):
    vault.write("-- Heat.md --\n[[Old/Energy]] [[Work]]\n")
    run("lint", vault.root, "--write-baseline", tmp_path / "known.json")
    vault.write("-- Heat.md --\n[[Old/Energy]] [[Work]]\n\n[[Old/Power]]\n")
    answer = run("lint", vault.root, "--since", "HEAD", "--baseline", tmp_path / "known.json")
    assert "Old/Power" in answer.stdout
    assert "Old/Energy" not in answer.stdout


def test_the_cache_makes_no_difference(run, vault, lint):
    vault.commit(moved={"Work.md": "Labour.md"})
    plain = run("lint", vault.root).stdout
    found = lint(vault.root, since="HEAD~1")
    for _ in range(2):
        answer = run("lint", vault.root, "--since", "HEAD~1", "--format", "json")
        assert [d["hint"] for d in json.loads(answer.stdout)["diagnostics"]] == [found[0][3]]
        assert run("lint", vault.root).stdout == plain
    assert (
        "the answer is the same"
        in run("lint", vault.root, "--since", "HEAD~1", "--verify-cache").stderr
    )


# What cannot be done is two lines, and exit code 2.


def error_of(answer):
    assert answer.returncode == 2
    error, hint = answer.stderr.splitlines()[-2:]
    assert error.startswith("error: ")
    assert hint.startswith("hint: ")
    return error


@pytest.mark.parametrize(
    "name", ["nope", "--help-me", "-x", "^HEAD", "HEAD..HEAD", "HEAD:Heat.md", "a b\0c"]
)
def test_a_revision_that_does_not_exist(run, vault, name):
    assert "git knows no revision" in error_of(run("lint", vault.root, f"--since={name}"))


def test_a_vault_that_is_not_in_git(run, tmp_path):
    (tmp_path / "Heat.md").write_text("x", "utf-8")
    answer = run("lint", tmp_path, "--since", "HEAD", GIT_CEILING_DIRECTORIES=str(tmp_path.parent))
    assert "is not in a git repository" in error_of(answer)


def test_a_vault_that_does_not_exist(run, tmp_path):
    assert "no vault at" in error_of(run("lint", tmp_path / "none", "--since", "HEAD"))


def test_git_that_is_not_installed(run, vault):
    assert "git is not installed" in error_of(run("lint", vault.root, "--since", "HEAD", PATH=""))


def test_a_git_in_the_vault_is_not_run(run, vault):
    program = vault.root / "git"
    program.write_text("#!/bin/sh\ntouch started\n", "utf-8")
    program.chmod(0o755)
    answer = run("lint", ".", "--since", "HEAD", cwd=vault.root, PATH=f".{os.pathsep}")
    assert "git is not installed" in error_of(answer)
    assert not (vault.root / "started").exists()


def test_a_shallow_clone_lacks_the_revision(run, vault, tmp_path):
    first = git(vault.top, "rev-parse", "HEAD")
    vault.commit("-- Light.md --\nx\n")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{vault.root}", "shallow")
    answer = run("lint", tmp_path / "shallow", "--since", first)
    error_of(answer)
    assert "git fetch --unshallow" in answer.stderr


def test_a_partial_clone_lacks_contents(run, vault, tmp_path):
    vault.commit("-- Heat.md --\nNow there is another text.\n")
    git(vault.top, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{vault.root}", "partial")
    shutil.move(vault.root, tmp_path / "gone")
    answer = run("lint", tmp_path / "partial", "--since", "HEAD~1")
    assert "has not fetched all files" in error_of(answer)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_a_repository_of_another_user_must_be_trusted(run, vault, tmp_path):
    for folder in (vault.root, vault.root / ".git"):
        os.chown(folder, 12345, 12345)
    words = ("lint", vault.root, "--since", "HEAD")
    home = {"HOME": str(tmp_path / "home"), "SUDO_UID": "", "XDG_CONFIG_HOME": ""}
    assert "git does not trust" in error_of(run(*words, **home))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / ".gitconfig").write_text(f"[safe]\n\tdirectory = {vault.root}\n", "utf-8")
    assert run(*words, **home).returncode == 0


def test_since_cannot_be_combined_with_what_covers_all(run, vault, tmp_path):
    for option in ("--watch", f"--write-baseline={tmp_path / 'known.json'}"):
        assert "cannot be combined" in error_of(run("lint", vault.root, "--since", "HEAD", option))
