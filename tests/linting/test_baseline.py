"""Known debts are set aside."""

import json
from collections import Counter

import pytest

from vaultgraph.linting.baseline import Baseline
from vaults import write_vault

VAULT = """
    -- Heat.md --
    See [[Old/Entropy]].
    -- Work.md --
    See [[Heat]] and [[Old/Entropy]].
"""


@pytest.fixture
def heat(tmp_path):
    return write_vault(tmp_path / "vault", VAULT)


@pytest.fixture
def lint(run, heat, tmp_path):
    """Lint the vault with a baseline: exit code, what it tells, what it says of the baseline."""

    def call(*words):
        answer = run(
            "lint", heat, "--baseline", tmp_path / "known.json", "--format", "json", *words
        )
        told = [(d["path"], d["line"], d["rule"]) for d in json.loads(answer.stdout)["diagnostics"]]
        return answer.returncode, told, answer.stderr.replace(str(tmp_path), ".").strip()

    return call


@pytest.fixture(autouse=True)
def accepted(run, heat, tmp_path):
    """What accepting the findings says."""
    answer = run("lint", heat, "--write-baseline", tmp_path / "known.json")
    assert answer.returncode == 0
    return answer.stderr.replace(str(tmp_path), ".").strip()


def test_what_was_accepted_is_known(accepted, lint):
    assert accepted == "./known.json: wrote a baseline of 2 findings"
    assert lint() == (0, [], "./known.json: 2 known")


def test_a_known_finding_may_move_to_another_line(lint, heat):
    (heat / "Heat.md").write_text("A new paragraph.\n\n  See   [[Old/Entropy]].")
    assert lint() == (0, [], "./known.json: 2 known")


def test_new_findings_are_reported_and_resolved_ones_counted(lint, heat):
    (heat / "Heat.md").write_text("See [[Old/Enthalpy]].")
    assert lint() == (
        1,
        [("Heat.md", 1, "broken-link")],
        "./known.json: 1 known, 1 resolved\n  resolved: Heat.md: See [[Old/Entropy]]. [broken-link]",
    )


def test_a_second_copy_of_a_known_finding_is_new(lint, heat):
    (heat / "Heat.md").write_text("See [[Old/Entropy]].\n\nSee [[Old/Entropy]].")
    assert lint() == (1, [("Heat.md", 3, "broken-link")], "./known.json: 2 known")


def test_the_settings_can_name_it(run, heat):
    (heat / ".vaultgraph.toml").write_text('baseline = ".vaultgraph-baseline.json"')
    baseline = heat / ".vaultgraph-baseline.json"
    answer = run("lint", heat)
    assert answer.returncode == 2
    assert f"hint: create it with --write-baseline {baseline}" in answer.stderr
    assert not baseline.exists()
    assert run("lint", heat, "--write-baseline", baseline).returncode == 0
    assert "2 known" in run("lint", heat).stderr


def test_the_settings_name_no_file_outside_of_the_vault(run, heat, tmp_path):
    (heat / ".vaultgraph.toml").write_text('baseline = "../known.json"')
    answer = run("lint", heat)
    assert answer.returncode == 2
    assert "error: the baseline ../known.json is not in the vault\n" in answer.stderr


@pytest.mark.parametrize("words", [
    ["--select", "orphan-note"], ["--ignore", "broken-link"], ["--only", "Work.md", "--ignore", "broken-link"],
])  # fmt: skip
def test_what_was_not_looked_at_is_not_resolved(lint, words):
    assert lint(*words)[2] == "./known.json: 0 known"


def test_no_baseline_is_made_of_a_part(lint, heat, run, tmp_path):
    words = ("--write-baseline", tmp_path / "new.json", "--select", "broken-link")
    answer = run("lint", heat, *words)
    assert answer.returncode == 2
    assert "error: a baseline covers the whole vault and all rules\n" in answer.stderr


@pytest.mark.parametrize("text", [
    "", "[]", '{"schema": "x"}', '{"schema": "vaultgraph-baseline/1"}',
    '{"schema": "vaultgraph-baseline/2", "findings": []}',
    '{"schema": "vaultgraph-baseline/1", "findings": [{"rule": "x", "path": 5, "text": null, "count": 1}]}',
    '{"schema": "vaultgraph-baseline/1", "findings": [{"rule": "x", "path": "a", "text": "b", "count": 1e999}]}',
])  # fmt: skip
def test_a_file_that_is_not_a_baseline_is_left_alone(run, heat, tmp_path, text):
    (tmp_path / "known.json").write_text(text)
    answer = run("lint", heat, "--baseline", tmp_path / "known.json")
    assert answer.returncode == 2
    assert answer.stderr.startswith(
        f"error: {tmp_path / 'known.json'} is not a baseline file\nhint: "
    )
    assert (tmp_path / "known.json").read_text() == text


def test_each_of_equal_findings_is_accepted(run, lint, heat, tmp_path):
    (heat / "Heat.md").write_text("See [[Old/Entropy]].\n\n" * 3)
    run("lint", heat, "--write-baseline", tmp_path / "known.json")
    assert lint() == (0, [], "./known.json: 4 known")


@pytest.mark.parametrize("count", [0, -1])
def test_a_finding_that_is_accepted_no_times_is_new(lint, tmp_path, count):
    file = tmp_path / "known.json"
    file.write_text(file.read_text().replace('"count": 1', f'"count": {count}'))
    assert lint()[2] == "./known.json: 0 known"


def test_only_what_is_in_a_place_is_compared(run, lint, heat, tmp_path):
    for folder in ("Steam", "Steam engines"):
        (heat / folder).mkdir()
        (heat / folder / f"{folder}.md").write_text(f"See [[Old/{folder}]].")
    run("lint", heat, "--write-baseline", tmp_path / "known.json")
    for folder in ("Steam", "Steam engines"):
        (heat / folder / f"{folder}.md").write_text(f"About {folder}, see [[Heat]].")
    assert lint("--only", heat / "Steam")[2] == (
        "./known.json: 0 known, 1 resolved\n"
        "  resolved: Steam/Steam.md: See [[Old/Steam]]. [broken-link]"
    )
    assert "2 known, 2 resolved" in lint("--only", heat)[2]


def test_a_baseline_is_written_line_by_line(tmp_path):
    baseline = Baseline(Counter({("broken-link", "Heat.md", "[[Ação]]"): 2}))
    assert (
        baseline.render()
        == """\
{
 "schema": "vaultgraph-baseline/1",
 "findings": [
  {
   "rule": "broken-link",
   "path": "Heat.md",
   "text": "[[Ação]]",
   "count": 2
  }
 ]
}
"""
    )
