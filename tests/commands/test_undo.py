"""`vaultgraph undo`: it shows what it would do, and asks."""

import os

import pytest

from vaultgraph.changing import Change, Move, carry_out, transaction
from vaults import write_vault

VAULT = "-- Heat.md --\n---\naliases: [Warmth]\n---\n-- Work.md --\n[[Warmth]]\n"


@pytest.fixture
def heat(tmp_path):
    return write_vault(tmp_path / "vault", VAULT)


def test_a_fix_is_undone(run, heat):
    before = (heat / "Work.md").read_bytes()
    run("lint", heat, "--fix", "--lang", "en")
    assert (heat / "Work.md").read_bytes() != before
    refused = run("undo", heat, "--lang", "en")
    assert refused.returncode == 2
    assert refused.stdout.splitlines()[1:] == ["restore the text of Work.md"]
    assert refused.stderr.endswith("error: nobody can be asked here\nhint: add --yes to do it\n")
    done = run("undo", heat, "--yes", "--lang", "en")
    assert (done.returncode, done.stderr.splitlines()[-1]) == (0, "undone: lint --fix")
    assert (heat / "Work.md").read_bytes() == before
    assert run("undo", heat, "--yes", "--lang", "en").returncode == 2


def test_the_changes_are_listed(run, heat):
    assert (
        run("undo", heat, "--list", "--lang", "en").stdout
        == "there is nothing to undo in this vault\n"
    )
    carry_out(str(heat), Change("rename Work.md to Job.md", (), (Move("Work.md", "Job.md"),)))
    run("lint", heat, "--fix")
    fix, rename = run("undo", heat, "--list", "--lang", "en").stdout.splitlines()
    assert fix.endswith("  lint --fix  1 file written")
    assert rename.endswith("  rename Work.md to Job.md  1 moved")


def test_a_change_that_was_interrupted_is_taken_back_by_the_next_command(run, heat, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(transaction, "_do", lambda *_: os._exit(1))
        child = os.fork()
        if not child:
            carry_out(str(heat), Change("rename", (), (Move("Work.md", "Job.md"),)))
    os.waitpid(child, 0)
    os.rename(heat / "Work.md", heat / "Job.md")  # as far as it came
    found = run("stats", heat, "--lang", "en")
    assert "taken back, as it was interrupted: rename\n" in found.stderr
    assert (heat / "Work.md").exists()
    assert "taken back" not in run("stats", heat, "--lang", "en").stderr


def test_what_was_changed_since_is_left_alone(run, heat):
    run("lint", heat, "--fix")
    (heat / "Work.md").write_text("mine")
    done = run("undo", heat, "--yes", "--lang", "en")
    assert done.returncode == 2
    assert "error: cannot undo: changed since then: Work.md\n" in done.stderr
    assert (heat / "Work.md").read_text() == "mine"
