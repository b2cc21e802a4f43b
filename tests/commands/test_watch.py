"""`lint --watch`: the vault is linted again after each save."""

import queue
import signal
import subprocess
import sys
import threading

import pytest

from vaults import write_vault

pytestmark = pytest.mark.slow

VAULT = """
    -- Heat.md --
    See [[Work]].
    -- Work.md --
    Force times distance, see [[Heat]].
"""

# Tests that run in the background pass on that Ctrl-C is to be ignored.
HEEDING_CTRL_C = """
import signal
from vaultgraph.__main__ import main
signal.signal(signal.SIGINT, signal.default_int_handler)
main()
"""


@pytest.fixture
def heat(tmp_path):
    return write_vault(tmp_path / "vault", VAULT)


@pytest.fixture
def watched(heat):
    """A running `lint --watch`: `until(end)` gives the lines up to one that holds *end*."""
    process = subprocess.Popen(
        [sys.executable, "-c", HEEDING_CTRL_C, "lint", ".", "--watch"], cwd=heat,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8",
    )  # fmt: skip
    lines = queue.Queue()
    threading.Thread(target=lambda: [*map(lines.put, process.stdout)], daemon=True).start()

    def until(end):
        seen = []
        while not seen or end not in seen[-1]:
            seen.append(lines.get(timeout=20).rstrip("\n"))
        return seen

    until("watching")
    yield until
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 130
    assert list(lines.queue) == []


def test_a_save_reports_new_and_resolved_findings(heat, watched):
    (heat / "Heat.md").write_text("See [[x/Gone]] and [[Work]].")
    assert watched("Heat.md: ") == [
        "Heat.md:1:5: error: nothing in the vault is called x/Gone [broken-link]",
        "    1 | See [[x/Gone]] and [[Work]].",
        "      |     ^^^^^^^^^^",
        "",
        "Heat.md: 1 new finding · 1 error, 0 warnings, 0 info",
    ]
    (heat / "Heat.md").write_text("A line more.\n\nSee [[x/Gone]] and [[Work]].")
    assert watched("Heat.md: ") == ["Heat.md: nothing new · 1 error, 0 warnings, 0 info"]
    (heat / "Heat.md").write_text("See [[Work]].")
    assert watched("resolved: ") == [
        "Heat.md: 1 resolved · 0 errors, 0 warnings, 0 info",
        "  resolved: Heat.md: See [[x/Gone]] and [[Work]]. [broken-link]",
    ]


def test_a_deleted_file_breaks_links_elsewhere(heat, watched):
    (heat / "Work.md").unlink()
    told = watched("Work.md: ")
    assert "Heat.md:1:5: info: Work is not written yet [unwritten-note]" in told


def test_settings_are_read_again(heat, watched):
    (heat / ".vaultgraph.toml").write_text("[rules.missing-relation]\nseverity = 'error'\n")
    assert watched("2 new")[-1] == ".vaultgraph.toml: 2 new findings · 2 errors, 0 warnings, 0 info"
    (heat / ".vaultgraph.toml").write_text("[rules.mising-relation]\n")
    assert "no rule is called mising-relation" in watched("error")[-1]
    assert watched("hint") == ["hint: did you mean missing-relation?"]
    (heat / ".vaultgraph.toml").write_text("")
    assert watched("resolved") == [".vaultgraph.toml: 2 resolved · 0 errors, 0 warnings, 0 info"]
    assert len([*watched("resolved: "), *watched("resolved: ")]) == 2


def test_changes_in_hidden_folders_are_ignored(heat, watched):
    (heat / ".obsidian" / "workspace.json").write_text("{}")
    (heat / "Heat.md").write_text("See [[Work]] again.")
    assert watched(" · ") == ["Heat.md: nothing new · 0 errors, 0 warnings, 0 info"]


def test_a_file_that_is_deleted_at_once_is_ignored(heat, watched):
    passing = heat / "sedA1b2C3"
    passing.write_text("See [[Work]] once more.")
    passing.replace(heat / "Heat.md")
    assert watched(" · ") == ["Heat.md: nothing new · 0 errors, 0 warnings, 0 info"]


@pytest.mark.parametrize("word", ["--fix", "--diff", "--statistics", "--format=json", "--output=x"])
def test_watch_excludes_other_modes(run, heat, word):
    answer = run("lint", heat, "--watch", word)
    other = word.partition("=")[0]
    error = f"error: --watch cannot be combined with {other}\nhint: use one of them\n"
    assert (answer.returncode, answer.stderr) == (2, error)


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode here")
def test_a_name_that_is_not_unicode_does_not_stop_the_watch(heat, watched):
    (heat / "b\udcff.md").write_text("See [[x/Odd]].")
    assert "b\\udcff.md:1:5: error: nothing in the vault is called x/Odd [broken-link]" in watched(
        " new"
    )
