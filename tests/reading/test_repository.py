"""A repository of a stranger runs nothing, writes nothing, and is read within limits."""

import os
import subprocess

import pytest

from git_vaults import GitVault, git, needs_git
from vaultgraph.errors import VaultError
from vaultgraph.reading.repository import Repository

pytestmark = [*needs_git, pytest.mark.skipif(os.name == "nt", reason="programs are shell scripts")]


@pytest.fixture
def vault(tmp_path):
    made = GitVault(tmp_path / "vault")
    made.commit("-- Heat.md --\nA text [[Work]]\n-- Work.md --\nSome other words [[Heat]]\n")
    made.commit("-- Light.md --\nx\n", moved={"Work.md": "Labour.md"})
    return made


@pytest.fixture
def trap(tmp_path):
    """A program that leaves a mark where it was run, and the folder of these marks."""
    marks = tmp_path / "marks"
    marks.mkdir()

    def set_trap(name):
        program = tmp_path / f"trap-{name}"
        program.write_text(f"#!/bin/sh\ntouch '{marks}/{name}'\ncat\n", "utf-8")
        program.chmod(0o755)
        return program

    set_trap.marks = marks
    return set_trap


CONFIGURED = [
    "core.fsmonitor",
    "core.pager",
    "core.editor",
    "core.askPass",
    "core.sshCommand",
    "core.gitProxy",
    "core.alternateRefsCommand",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "gpg.program",
    "gpg.ssh.program",
    "credential.helper",
    "pager.log",
    "interactive.diffFilter",
    "uploadpack.packObjectsHook",
]
HOOKS = ["post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc"]


def state(folder):
    """All files of *folder* with their contents and times of change."""
    return {
        path: (path.read_bytes() if path.is_file() else b"", path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


def test_nothing_that_it_configures_is_run(run, vault, trap):
    for name in CONFIGURED:
        git(vault.top, "config", name, trap(name.replace("/", "-")))
    git(vault.top, "config", "filter.evil.required", "true")
    git(vault.top, "config", "log.showSignature", "true")
    git(vault.top, "config", "diff.external", trap("diff"))
    for name in ("alias.ls-tree", "alias.cat-file"):
        git(vault.top, "config", name, f"!{trap(name)}")
    hooks = vault.top / "hooks"
    hooks.mkdir()
    for name in HOOKS:
        trap(name).rename(hooks / name)
    git(vault.top, "config", "core.hooksPath", hooks)
    (vault.root / ".gitattributes").write_text("* diff=evil filter=evil -text\n", "utf-8")
    (vault.root / ".git" / "info").mkdir(exist_ok=True)
    (vault.root / ".git" / "info" / "attributes").write_text("* diff=evil filter=evil\n", "utf-8")
    (vault.root / "Heat.md").write_text("Another text [[Work]]\n", "utf-8")
    os.utime(vault.root / "Light.md", (1, 1))
    # Setting the traps has sprung some of them.
    for mark in trap.marks.iterdir():
        mark.unlink()
    before = state(vault.root)
    for words in (["diff", "HEAD~1"], ["diff", "HEAD~1", "HEAD"], ["diff", "HEAD"]):
        answer = run(*words, "--vault", vault.root)
        assert answer.returncode < 2, answer.stderr
    assert run("lint", vault.root, "--since", "HEAD~1").returncode == 1
    assert run("map", vault.root, "-o", vault.root.parent / "map.html").returncode == 0
    assert list(trap.marks.iterdir()) == []
    assert state(vault.root) == before


def test_the_traps_work(vault, trap):
    git(vault.top, "config", "filter.evil.clean", trap("filter"))
    (vault.root / ".gitattributes").write_text("* filter=evil\n", "utf-8")
    (vault.root / "Heat.md").write_text("Another text [[Work]]\n", "utf-8")
    git(vault.top, "diff", "--name-status", "HEAD")
    assert [mark.name for mark in trap.marks.iterdir()] == ["filter"]


def test_what_is_missing_is_not_fetched(run, vault, trap):
    """A partial clone names a remote, whose address may be a command."""
    git(vault.top, "config", "core.repositoryFormatVersion", "1")
    git(vault.top, "config", "extensions.partialClone", "evil")
    git(vault.top, "config", "remote.evil.url", f"ext::{trap('remote')}")
    git(vault.top, "config", "remote.evil.promisor", "true")
    git(vault.top, "config", "remote.evil.fetch", "+refs/*:refs/*")
    git(vault.top, "config", "protocol.ext.allow", "always")
    git(vault.top, "config", "protocol.allow", "always")
    blob = git(vault.top, "rev-parse", "HEAD~1:Work.md")
    (vault.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
    (vault.root / "Labour.md").unlink()
    answer = run("diff", "HEAD~1", "--vault", vault.root)
    assert answer.returncode == 2
    assert "error: git has not fetched all files of this revision" in answer.stderr
    assert list(trap.marks.iterdir()) == []


def test_the_variables_of_a_hook_do_not_lead_elsewhere(run, vault, tmp_path):
    other = GitVault(tmp_path / "other")
    other.commit("-- Other.md --\nx\n")
    environment = {
        "GIT_DIR": str(other.top / ".git"),
        "GIT_WORK_TREE": str(other.top),
        "GIT_INDEX_FILE": str(other.top / ".git" / "index"),
        "GIT_TRACE": str(tmp_path / "trace"),
        "GIT_EXTERNAL_DIFF": "false",
    }
    answer = run("diff", "HEAD", "--vault", vault.root, **environment)
    assert answer.stdout.splitlines()[1:] == ["nothing differs"]
    assert not (tmp_path / "trace").exists()


def test_a_bare_repository_in_the_vault_is_not_one(tmp_path):
    git(tmp_path, "init", "-q", "--bare", "vault")
    (tmp_path / "vault" / "Heat.md").write_text("x", "utf-8")
    with pytest.raises(VaultError, match="not in a git repository"):
        Repository(str(tmp_path / "vault"))


def test_paths_of_a_commit_lead_nowhere_else(run, vault, tmp_path):
    """git itself refuses to make such a tree; a program need not."""
    (tmp_path / "secret.md").write_text("[[Old/Secret]]", "utf-8")
    blob = git(vault.top, "rev-parse", "HEAD:Heat.md")
    entries = b"".join(
        b"100644 " + name + b"\0" + bytes.fromhex(blob)
        for name in (b"../secret.md", b".git", b"A.md")
    )
    tree = subprocess.run(
        ["git", "hash-object", "-t", "tree", "-w", "--literally", "--stdin"],
        cwd=vault.top, input=entries, capture_output=True, check=True,
    ).stdout.decode().strip()  # fmt: skip
    commit = git(vault.top, "commit-tree", tree, "-m", "x")
    answer = run("diff", commit, "--vault", vault.root, "--format", "markdown")
    assert "A.md → Heat.md" in answer.stdout
    assert "secret" not in answer.stdout


def test_a_large_note_of_a_commit_is_not_read(run, vault, monkeypatch):
    monkeypatch.setattr("vaultgraph.reading.text.MAX_NOTE_BYTES", 1 << 20)
    vault.commit("", {"Large.md": b"x " * (1 << 20)})
    vault.commit(removed=["Large.md"])
    answer = run("diff", "HEAD~1", "--vault", vault.root)
    assert "cannot be read: it is larger than 1 MiB [unreadable-note]" in answer.stdout


def test_links_in_a_circle_end(run, vault):
    vault.commit(
        "-- a.md -> b.md --\n-- b.md -> a.md --\n-- up.md -> ../../x.md --\n-- n.md -> /etc/passwd --\n"
    )
    vault.commit(removed=["a.md", "b.md", "up.md", "n.md"])
    answer = run("diff", "HEAD~1", "--vault", vault.root)
    assert answer.returncode == 0


def test_a_damaged_repository_is_an_error(run, vault):
    (vault.root / ".git" / "index").write_bytes(b"DIRC damaged")
    answer = run("diff", "HEAD", "--vault", vault.root)
    assert answer.returncode == 2
    assert answer.stderr.splitlines()[-2].startswith("error: git ls-files failed: ")
