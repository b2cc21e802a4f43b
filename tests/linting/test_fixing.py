"""Mending findings in the notes."""

import errno
import json
import os
import subprocess
from pathlib import Path

import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.linting import fixing
from vaultgraph.model import Fix
from vaults import SAMPLE_VAULT, write_vault

ENTROPY = "\n-- Physics/Entropy.md --\n---\naliases: [Disorder]\n---\n## Second law\n-- Images/engine a.svg --\n"


@pytest.fixture
def fixed_text(tmp_path):
    """The text of a note after every rule has fixed what it can."""

    def mend(text, files=ENTROPY, *, unsafe=False):
        vault = write_vault(
            tmp_path / "vault", f"-- Other.md --{files}", {"Heat.md": text.encode()}
        )
        graph = VaultGraph(read_vault(str(vault)))
        repairs = fixing.plan_fixes(graph, lint(graph, choose_rules(["*"])), unsafe=unsafe)
        assert fixing.apply_fixes(graph, repairs) == {}
        return (vault / "Heat.md").read_bytes().decode()

    return mend


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("[[Old/Entropy]]", "[[Entropy]]", id="a file that moved"),
    pytest.param("[[Old/Entropy#Second law|it]]", "[[Entropy#Second law|it]]", id="with a heading and a text"),
    pytest.param("[[Old/Entropy#Laws|it]]", "[[Old/Entropy#Laws|it]]", id="with a heading that the note lacks"),
    pytest.param("[it](../../Entropy.md)", "[it](../../Entropy.md)", id="a path out of the vault"),
    pytest.param("[it](example.org/Entropy.md)", "[it](example.org/Entropy.md)", id="a host"),
    pytest.param("![[Old/engine a.svg|100]]", "![[engine a.svg|100]]", id="an image that moved"),
    pytest.param("[it](Old/Entropy.md)", "[it](Physics/Entropy.md)", id="a Markdown link"),
    pytest.param("![it](./x/engine%20a.svg)", "![it](./Images/engine%20a.svg)", id="from the note"),
    pytest.param("![it](Old/engine%20a.svg)", "![it](Images/engine%20a.svg)", id="a Markdown image"),
    pytest.param("![it](<Old/engine a.svg>)", "![it](<Images/engine a.svg>)", id="in angle brackets"),
    pytest.param("[[Disorder]]", "[[Entropy|Disorder]]", id="an alias"),
    pytest.param("[a [2](Entropy.md#second-law)](Entropy.md#second-law)", "[a [2](Entropy.md#Second%20law)](Entropy.md#second-law)", id="a link in a link"),
    pytest.param("[a [it](Images/engine a.svg)](Old/Entropy.md)", "[a [it](Images/engine%20a.svg)](Old/Entropy.md)", id="what becomes a link in a link"),
    pytest.param("[[disorder|it]]", "[[Entropy|it]]", id="an alias with a text"),
    pytest.param("a | b\n- | -\n[[Disorder]] | c", "a | b\n- | -\n[[Entropy\\|Disorder]] | c", id="an alias in a table"),
    pytest.param("[[entropy]]", "[[Entropy|entropy]]", id="capitals"),
    pytest.param("![[Images/Engine a.svg]]", "![[Images/engine a.svg]]", id="capitals of an image"),
    pytest.param("| a |\n| - |\n| [[entropy]] |", "| a |\n| - |\n| [[Entropy\\|entropy]] |", id="capitals in a table"),
    pytest.param("a | b\r\n- | -\r\n[[Disorder]] | c\r\n", "a | b\r\n- | -\r\n[[Entropy\\|Disorder]] | c\r\n", id="an alias in a table with Windows line ends"),
    pytest.param("[[Disorder]] or [[Heat|x]]", "[[Entropy|Disorder]] or [[Heat|x]]", id="an alias beside a bar"),
    pytest.param("[[physics/entropy#Laws]]", "[[Physics/Entropy#Laws|physics/entropy > Laws]]", id="capitals of a folder"),
    pytest.param("![it](Images/engine a.svg)", "![it](Images/engine%20a.svg)", id="a blank"),
    pytest.param("# The [[entropy]]", "# The [[entropy]]", id="in a heading, which links name by its text"),
    pytest.param("[[https://example.org|it]]", "[it](https://example.org)", id="a web address"),
    pytest.param("[[Nowhere]]", "[[Nowhere]]", id="nothing comes near"),
    pytest.param("`[[entropy]]`", "`[[entropy]]`", id="in code"),
    pytest.param("[[entropy]] [[Old/Entropy]]", "[[Entropy|entropy]] [[Entropy]]", id="two in a line"),
    pytest.param("a\r\n[[entropy]]\r\nb", "a\r\n[[Entropy|entropy]]\r\nb", id="Windows line ends"),
    pytest.param("\ufeffa [[entropy]]", "\ufeffa [[Entropy|entropy]]", id="a byte order mark"),
    pytest.param("[[Disorder", "[[Disorder", id="no link"),
    pytest.param("[it](Disorder.md#Laws)", "[it](Physics/Entropy.md#Laws)", id="an alias in a Markdown link"),
])  # fmt: skip
def test_only_safe_fixes_are_applied(fixed_text, text, expected):
    assert fixed_text(text) == expected


def test_a_guess_is_applied_on_request(fixed_text):
    files = "\n-- Thermodynamics.md --\n"
    assert fixed_text("[[Thermodinamics]]", files) == "[[Thermodinamics]]"
    assert fixed_text("[[Thermodinamics]]", files, unsafe=True) == "[[Thermodynamics]]"


def test_of_two_files_with_the_name_none_is_chosen(fixed_text):
    assert fixed_text("[[Old/a]]", "\n-- x/a.md --\n-- y/a.md --\n") == "[[Old/a]]"


@pytest.fixture
def heat(tmp_path):
    return write_vault(
        tmp_path / "vault", "-- Heat.md --\nSee [[Old/Work]].\n-- New/Work.md --\nText.\n"
    )


def test_a_file_that_changed_since_it_was_read_is_left_alone(heat):
    graph = VaultGraph(read_vault(str(heat)))
    repairs = fixing.plan_fixes(graph, lint(graph, choose_rules(["broken-link"])))
    (heat / "Heat.md").write_text("Quite another text.")
    assert fixing.apply_fixes(graph, repairs) == {
        "Heat.md": "it changed since it was read, or is not in UTF-8"
    }
    assert (heat / "Heat.md").read_text() == "Quite another text."


def test_no_temporary_file_is_left(heat):
    (heat / "Heat.md").chmod(0o640)
    graph = VaultGraph(read_vault(str(heat)))
    fixing.apply_fixes(graph, fixing.plan_fixes(graph, lint(graph, choose_rules())))
    assert sorted(path.name for path in heat.rglob("*.*")) == [".obsidian", "Heat.md", "Work.md"]
    assert (heat / "Heat.md").stat().st_mode & 0o777 == 0o640


def test_the_command_says_what_it_did(run, heat):
    shown = run("lint", heat, "--diff")
    assert shown.returncode == 1
    assert shown.stdout.splitlines() == [
        "--- a/Heat.md", "+++ b/Heat.md", "@@ -1 +1 @@", "-See [[Old/Work]].", "+See [[Work]].",
    ]  # fmt: skip
    done = run("lint", heat, "--fix")
    assert (done.returncode, done.stderr) == (0, "fixed 1 finding in 1 note\n")
    assert (heat / "Heat.md").read_text() == "See [[Work]].\n"
    nothing = run("lint", heat, "--diff")
    assert (nothing.returncode, nothing.stdout, nothing.stderr) == (0, "", "nothing to fix\n")
    assert run("lint", heat, "--fix").stderr == "fixed nothing\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_note_that_cannot_be_written_is_a_failure(run, heat):
    heat.chmod(0o500)
    done = run("lint", heat, "--fix")
    heat.chmod(0o700)
    assert done.returncode == 2
    assert "Heat.md was not fixed: Permission denied\nfixed nothing\n" in done.stderr


def test_the_reason_why_a_note_was_not_written_is_given(graph, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("vaultgraph.changing.transaction._rewrite", refuse)
    vault = graph("-- Heat.md --\n[[Old/Work]]\n-- New/Work.md --\nText.\n")
    repairs = fixing.plan_fixes(vault, lint(vault, choose_rules(["broken-link"])))
    reasons = fixing.apply_fixes(vault, repairs)
    assert reasons == {"Heat.md": "nothing was changed: No space left on device"}


def test_a_fixable_finding_is_marked(run, heat):
    printed = run("lint", heat).stdout
    assert "nothing in the vault is called Old/Work [broken-link] [*]\n" in printed
    assert "1 fixed by --fix · 1 broken link\n" in printed
    assert "[*] is fixed by --fix; --diff shows how\n" in printed


def test_guessing_alone_does_nothing(run, heat):
    assert run("lint", heat, "--unsafe").stderr == (
        "error: --unsafe needs --fix or --diff\n"
        "hint: --diff shows what it would change, --fix changes it\n"
    )


def test_fixes_lead_to_no_new_findings(tmp_path, run):
    import shutil

    vault = tmp_path / "vault"
    shutil.copytree(SAMPLE_VAULT, vault)
    report = ("lint", vault, "--select", "*", "--ignore", "unsynced-edit", "--format", "json")
    before = json.loads(run(*report).stdout)["diagnostics"]
    run(*report, "--fix")
    after = json.loads(run(*report).stdout)["diagnostics"]
    known = {(d["path"], d["rule"], d["message"]) for d in before}
    assert {(d["path"], d["rule"], d["message"]) for d in after} <= known
    assert len(after) < len(before)


def test_a_link_in_a_canvas_is_fixed_where_json_does_not_escape_it(tmp_path, run):
    (tmp_path / "Heat.md").write_text("text")
    plain, escaped = "keep [[https://example.org/a]] this", 'a "b" [[https://example.org/a|b\\\\c]]'
    nodes = [{"id": text[0], "type": "text", "text": text} for text in (plain, escaped)]
    board = tmp_path / "Board.canvas"
    before = json.dumps({"nodes": nodes, "edges": []})
    board.write_text(before)
    run("lint", tmp_path, "--fix")
    assert board.read_text() == before.replace(
        "keep [[https://example.org/a]] this", "keep <https://example.org/a> this"
    )


def test_a_raw_space_in_a_property_does_not_start_a_title(graph):
    text = '-- Heat.md --\n---\nup: "[x](gone/A b.md)"\n---\n-- sub/A b.md --\nText.\n'
    vault = graph(text)
    assert fixing.plan_fixes(vault, lint(vault, choose_rules()), unsafe=True) == []


PROMISED = "-- Heat.md --\n[[Old/Work]] and [[Old/Work|it]]\n-- Work.md --\n# Laws\n"


@pytest.mark.parametrize(("text", "after"), [
    pytest.param("[[Work]]", "[[Work]] and [[Work]]", id="a link that leads to a file"),
    pytest.param("[[Work#Laws]]", "[[Work#Laws]] and [[Work#Laws]]", id="a part that it has"),
    pytest.param("[[Gone]]", None, id="a link that leads nowhere"),
    pytest.param("[[Work#Gone]]", None, id="a part that it lacks"),
    pytest.param("`", None, id="the beginning of code, which takes in the other link"),
    pytest.param("[[Work]]\n# A heading", None, id="another heading"),
    pytest.param("Work", None, id="no link"),
    pytest.param("<https://x.org>", "<https://x.org> and <https://x.org>", id="an address"),
])  # fmt: skip
def test_a_fix_that_breaks_its_promise_is_dropped(graph, text, after):
    vault = graph(PROMISED)
    place = vault.vault.notes["Heat.md"].links
    found = lint(vault, choose_rules(["broken-link"]))
    broken = [each._replace(fix=Fix(text)) for each in found]
    assert [link.target for link in place] == ["Old/Work", "Old/Work"]
    repairs = fixing.plan_fixes(vault, broken)
    assert [repair.after.strip() for repair in repairs] == ([after] if after else [])


def test_one_fix_that_breaks_its_promise_takes_no_other_with_it(graph):
    vault = graph(PROMISED)
    first, second = lint(vault, choose_rules(["broken-link"]))
    found = [first._replace(fix=Fix("[[Gone]]")), second._replace(fix=Fix("[[Work|it]]"))]
    [repair] = fixing.plan_fixes(vault, found)
    assert (repair.after.strip(), repair.number) == ("[[Old/Work]] and [[Work|it]]", 1)


def test_a_note_with_another_name_is_written_under_both(graph):
    vault = graph("-- Heat.md --\n[[Old/Work]]\n-- New/Work.md --\nText.\n")
    file = os.path.join(vault.vault.root, "Heat.md")
    os.link(file, f"{file}.backup")
    repairs = fixing.plan_fixes(vault, lint(vault, choose_rules(["broken-link"])))
    assert fixing.apply_fixes(vault, repairs) == {}
    assert Path(f"{file}.backup").read_text("utf-8").strip() == "[[Work]]"


def test_a_link_to_a_note_is_left_alone(tmp_path, run):
    text = "-- Heat.md --\n---\naliases: [Warmth]\n---\n-- x/Work.md --\n[[Warmth]]\n-- a.md -> x/Work.md --\n"
    root = write_vault(tmp_path / "vault", text)
    answer = run("lint", root, "--fix")
    assert "a.md was not fixed: it is a symbolic link" in answer.stderr
    assert (root / "x/Work.md").read_text().strip() == "[[Heat|Warmth]]"
    assert (root / "a.md").is_symlink()


def test_a_name_that_utf_8_cannot_encode_is_not_written(tmp_path, run):
    alias = b"---\naliases: [Warmth]\n---\n"
    root = write_vault(tmp_path / "vault", "-- a.md --\n[[Warmth]]\n", {"bad\udcff.md": alias})
    answer = run("lint", root, "--fix")
    assert "fixed nothing" in answer.stderr
    assert (root / "a.md").read_text() == "[[Warmth]]\n"


def test_no_fix_makes_a_note_suppress_rules(tmp_path, run):
    name = "%% vaultgraph: ignore-file %%"
    text = f"-- {name}.md --\n---\naliases: [Warmth]\n---\n-- a.md --\n[[Warmth]] [[Old/x]]\n"
    root = write_vault(tmp_path / "vault", text)
    assert "nothing in the vault is called Old/x" in run("lint", root, "--fix").stdout


@pytest.mark.parametrize("name", ["Work.md", 'x\n+++ "y.md'])
@pytest.mark.parametrize("text", ["a\fb [[Warmth]]\x85c\u2028d\r\n\ne", "[[Warmth]]\r\n"])
def test_the_diff_can_be_applied_by_git(tmp_path, run, name, text):
    root = write_vault(
        tmp_path / "vault", "-- Heat.md --\n---\naliases: [Warmth]\n---\n", {name: text.encode()}
    )
    run("lint", root, "--diff", "-o", tmp_path / "x.patch")
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", tmp_path / "x.patch"], cwd=root, check=True
    )
    assert (root / name).read_bytes() == text.replace("[[Warmth]]", "[[Heat|Warmth]]").encode()


def test_a_note_that_is_read_only_is_left_alone(graph):
    vault = graph("-- Heat.md --\n[[Old/Work]]\n-- New/Work.md --\nText.\n")
    os.chmod(os.path.join(vault.vault.root, "Heat.md"), 0o444)
    repairs = fixing.plan_fixes(vault, lint(vault, choose_rules(["broken-link"])))
    assert fixing.apply_fixes(vault, repairs) == {"Heat.md": "it is read-only"}
