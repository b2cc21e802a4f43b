"""The Code Quality report: what GitLab reads, and by what it recognizes a finding."""

import json

import pytest

from vaults import SAMPLE_VAULT, write_vault

HEAT = "See [[Old/Entropy]] and [[Old/Entropy]].\n"


@pytest.fixture
def issues(run, tmp_path):
    """The issues in a vault from the text of its files."""

    def find(text, *words):
        vault = write_vault(tmp_path / "notes", text)
        return json.loads(
            run("lint", vault, "--format", "gitlab", *words, cwd=tmp_path, LANGUAGE="pt").stdout
        )

    return find


def fingerprints(issues):
    return [issue["fingerprint"] for issue in issues]


def test_an_issue_has_what_gitlab_reads(issues):
    first, *_ = issues(f"-- Heat.md --\n\n{HEAT}", "--select", "broken-link")
    assert first == {
        "engine_name": "vaultgraph",
        "check_name": "broken-link",
        "description": "nothing in the vault is called Old/Entropy",
        "severity": "major",
        "fingerprint": first["fingerprint"],
        "location": {"path": "notes/Heat.md", "lines": {"begin": 2}},
    }


def test_every_finding_has_a_fingerprint_of_its_own(run):
    found = json.loads(run("lint", SAMPLE_VAULT, "--format", "gitlab", "--select", "*").stdout)
    assert len({*fingerprints(found)}) == len(found) > 50
    assert {issue["severity"] for issue in found} == {"major", "minor", "info"}


def test_a_finding_that_moves_is_the_same(issues):
    select = ("--select", "broken-link")
    before = issues(f"-- Heat.md --\n{HEAT}", *select)
    after = issues(f"-- Heat.md --\nA line above.\n\nMore: {HEAT}", *select)
    assert fingerprints(after) == fingerprints(before)
    assert [issue["location"]["lines"]["begin"] for issue in after] == [3, 3]


def test_a_finding_is_the_same_in_every_language(issues):
    text = f"-- Heat.md --\n{HEAT}-- Alone.md --\nText.\n-- Empty.md --\n"
    english, portuguese = issues(text), issues(text, "--lang", "pt")
    assert fingerprints(english) == fingerprints(portuguese)
    assert [each["description"] for each in english] != [each["description"] for each in portuguese]


def test_a_finding_of_another_note_or_link_is_another(issues):
    select = ("--select", "broken-link")
    here = fingerprints(issues(f"-- Heat.md --\n{HEAT}", *select))
    other = issues("-- Heat.md --\n[[Old/Work]]\n-- Work.md --\n[[Old/Entropy]]\n", *select)
    assert not {*here} & {*fingerprints(other)}


def test_a_vault_without_findings_is_an_empty_array(issues):
    assert issues("-- A.md --\n[[B]]\n-- B.md --\nText.") == []


def test_every_finding_is_an_issue_even_of_a_group(issues):
    found = issues("".join(f"-- n{number}.md --\n" for number in range(9)))
    assert sum(issue["check_name"] == "empty-note" for issue in found) == 9
