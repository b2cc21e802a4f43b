"""`diff` compares two revisions of a vault in git."""

import json

import jsonschema
import pytest

from git_vaults import GitVault, git, needs_git
from vaults import ROOT

pytestmark = needs_git

SCHEMA = json.loads(
    (ROOT / "vaultgraph" / "reports" / "schemas" / "diff.schema.json").read_text("utf-8")
)

BEFORE = """
    -- Heat.md --
    See [[Work]], [[Light]] and [[Sound]].

    What is heat? #flashcard
    Energy that flows
    <!--ID: 1600000000001-->

    What is cold? #flashcard
    Less of it
    <!--ID: 1600000000002-->

    What is warm? #flashcard
    More of it
    <!--ID: 1600000000003-->
    -- Work.md --
    A note of some length, so that git knows it again: [[Heat]].
    -- Light.md --
    A note that will be deleted: [[Heat]].
    -- Old.md --
    Nothing
"""
AFTER = """
    -- Heat.md --
    See [[Work]], [[Light]] and [[Sound]], and [[New]].

    What is heat? #flashcard
    Energy that flows from warm to cold
    <!--ID: 1600000000001-->

    What is cold? #flashcard
    Less of it

    What is hot? #flashcard
    Most of it
    <!--ID: 1600000000004-->
    -- Sound.md --
    Waves: [[Heat]]
    -- New.md --
    [[Heat]]
"""
TEXT = """\
from HEAD~1 to the vault on disk
notes: 2 added, 2 removed, 1 renamed, 1 changed
links: 3 made, 1 removed, 2 broken, 1 fixed
cards: 1 added, 1 removed, 1 changed, 1 lost its ID
findings: 3 new (2 errors, 1 warning, 0 info), 2 resolved

Links that broke
  ! Heat.md:1: [[Work]]: renamed to Labour.md in COMMIT, 3 May 2025
  ! Heat.md:1: [[Light]]: deleted in COMMIT, 3 May 2025

Cards that lost their ID
  ! Heat.md: What is cold?
"""


@pytest.fixture
def vault(tmp_path):
    made = GitVault(tmp_path / "vault")
    made.commit(BEFORE)
    made.commit(AFTER, removed=["Light.md", "Old.md"], moved={"Work.md": "Labour.md"})
    return made


@pytest.fixture
def diff(run, vault):
    """The JSON report of what differs in the vault."""

    def call(*words):
        answer = run("diff", *words, "--vault", vault.root, "--format", "json")
        report = json.loads(answer.stdout)
        jsonschema.validate(report, SCHEMA)
        return report

    return call


def test_text_begins_with_a_summary_and_what_broke(run, vault):
    answer = run("diff", "HEAD~1", "--vault", vault.root)
    commit = git(vault.top, "rev-parse", "HEAD")[:7]
    assert answer.stdout.startswith(TEXT.replace("COMMIT", commit))
    assert answer.returncode == 1


def test_json_has_all_of_it(diff):
    report = diff("HEAD~1")
    assert report["notes"] == {
        "added": ["New.md", "Sound.md"],
        "removed": ["Light.md", "Old.md"],
        "renamed": [{"from": "Work.md", "to": "Labour.md"}],
        "changed": ["Heat.md"],
    }
    links = {
        kind: [(link["path"], link["target"], link["resolved"]) for link in found]
        for kind, found in report["links"].items()
    }
    assert links == {
        "made": [
            ("Heat.md", "New", "New.md"),
            ("New.md", "Heat", "Heat.md"),
            ("Sound.md", "Heat", "Heat.md"),
        ],
        "removed": [("Light.md", "Heat", "Heat.md")],
        "broken": [("Heat.md", "Work", None), ("Heat.md", "Light", None)],
        "fixed": [("Heat.md", "Sound", "Sound.md")],
    }
    cards = report["cards"]
    assert [card["question"] for card in cards["added"]] == ["What is hot?"]
    assert [card["question"] for card in cards["removed"]] == ["What is warm?"]
    [changed], [lost] = cards["changed"], cards["lost_id"]
    assert changed["before"]["answer"] == "Energy that flows"
    assert changed["after"]["answer"] == "Energy that flows from warm to cold"
    assert (lost["before"]["id"], lost["after"]["id"]) == (1600000000002, None)
    assert report["to"] is None
    assert {found["rule"] for found in report["findings"]["new"]} >= {"broken-link"}


def test_two_commits_are_compared_like_a_commit_and_the_vault(diff, vault):
    on_disk = diff("HEAD~1")
    vault.commit("-- Heat.md --\nAll of it is gone.\n")
    between = diff("HEAD~2", "HEAD~1")
    commit = git(vault.top, "rev-parse", "HEAD~1")
    assert between == on_disk | {
        "from": on_disk["from"] | {"revision": "HEAD~2"},
        "to": {"revision": "HEAD~1", "commit": commit},
    }


def test_the_other_direction_is_the_opposite(diff):
    there, back = diff("HEAD~1", "HEAD"), diff("HEAD", "HEAD~1")
    assert there["notes"]["added"] == back["notes"]["removed"]
    assert len(there["links"]["broken"]) == len(there["links"]["fixed"]) + 1
    assert len(back["links"]["fixed"]) == len(there["links"]["broken"])
    assert len(there["findings"]["new"]) == len(back["findings"]["resolved"])


def test_markdown_keeps_names_in_code(run, tmp_path):
    vault = GitVault(tmp_path / "vault")
    vault.commit("-- Heat.md --\nx\n")
    vault.write("-- @team ```x.md --\n[[Heat]] ``` [[@all]]\n")
    answer = run("diff", "HEAD", "--vault", vault.root, "--format", "markdown")
    assert answer.stdout.startswith("### from HEAD to the vault on disk\n\n- notes: 1 added\n")
    assert "#### Notes\n\n````diff\n+ @team ```x.md\n````\n" in answer.stdout


def test_the_report_is_written_to_a_file(run, vault, tmp_path):
    answer = run(
        "diff", "HEAD~1", "--vault", vault.root, "--format", "json", "-o", tmp_path / "d.json"
    )
    assert answer.stdout == ""
    assert json.loads((tmp_path / "d.json").read_text("utf-8"))["schema"] == "vaultgraph-diff/1"


def test_nothing_differs(run, vault):
    answer = run("diff", "HEAD", cwd=vault.root)
    assert answer.stdout == "from HEAD to the vault on disk\nnothing differs\n"
    assert answer.returncode == 0


def test_the_exit_code_is_1_only_if_something_broke(run, vault):
    vault.write("-- Sound.md --\nWaves: [[Heat]] and [[Not yet written]]\n")
    assert run("diff", "HEAD", "--vault", vault.root).returncode == 0
    assert run("diff", "HEAD", "--vault", vault.root, "--fail-on", "info").returncode == 1
    assert run("diff", "HEAD~1", "--vault", vault.root, "--fail-on", "never").returncode == 0


def test_a_link_that_was_rewritten_when_its_note_was_renamed_is_the_same(diff, vault):
    vault.commit(
        "-- Heat.md --\nSee [[Toil|Labour]].\n-- New.md --\n[[Heat]] [[Labour]]\n",
    )
    vault.commit("-- New.md --\n[[Heat]] [[Toil]]\n", moved={"Labour.md": "Toil.md"})
    links = diff("HEAD~1")["links"]
    assert links["made"] == links["removed"] == links["broken"] == []
    assert [link["path"] for link in links["fixed"]] == ["Heat.md"]


def test_a_card_that_moved_to_another_note_is_the_same(diff, vault):
    card = "What is hot? #flashcard\nMost of it\n<!--ID: 1600000000004-->\n"
    vault.commit(f"-- Sound.md --\n{card}-- Heat.md --\nx\n")
    vault.commit(f"-- Sound.md --\nx\n-- Heat.md --\n{card}")
    assert not any(diff("HEAD~1")["cards"].values())


def test_a_vault_that_was_empty_has_only_new_notes(diff, vault):
    first = git(vault.top, "commit-tree", git(vault.top, "mktree"), "-m", "empty")
    report = diff(first)
    assert len(report["notes"]["added"]) == 4
    assert report["findings"]["resolved"] == []


def test_portuguese(run, vault):
    answer = run("diff", "HEAD~1", "--vault", vault.root, "--lang", "pt")
    assert answer.stdout.splitlines()[:2] == [
        "de HEAD~1 para o cofre no disco",
        "notas: 2 a mais, 2 a menos, 1 com outro nome, 1 com alterações",
    ]


def test_a_revision_is_needed(run, vault):
    answer = run("diff", cwd=vault.root)
    assert answer.returncode == 2
    answer = run("diff", "HEAD", "nope", cwd=vault.root)
    assert answer.stderr.splitlines()[-2] == "error: git knows no revision nope"


def test_a_changed_revision_changes_the_report(run, vault):
    """Output is not cached: the next commit is HEAD, too."""
    assert "nothing differs" not in run("diff", "HEAD~1", "--vault", vault.root).stdout
    vault.commit()
    assert "nothing differs" in run("diff", "HEAD~1", "--vault", vault.root).stdout


def test_a_folder_that_is_not_a_revision_may_be_the_vault(run, vault, tmp_path):
    answer = run("diff", "HEAD~1", vault.root, cwd=tmp_path)
    assert answer.stderr.splitlines()[-2:] == [
        f"error: {vault.root} is a folder, not a revision",
        f"hint: name the vault with --vault {vault.root}",
    ]


@pytest.mark.parametrize(
    ("name", "start"), [("d.json", "{"), ("d.md", "### from HEAD"), ("d.txt", "from HEAD~1")]
)
def test_the_name_of_the_file_chooses_the_format(run, vault, tmp_path, name, start):
    answer = run("diff", "HEAD~1", "--vault", vault.root, "-o", tmp_path / name)
    assert answer.stderr == f"{tmp_path / name}\n"
    assert (tmp_path / name).read_text("utf-8").startswith(start)
