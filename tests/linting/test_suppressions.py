"""What a note says to ignore."""

import pytest

from vaultgraph import choose_rules, lint
from vaults import write_vault


@pytest.mark.parametrize(("text", "lines"), [
    pytest.param("[[x/A]]\n[[x/B]]\n[[x/C]]", [1, 2, 3], id="nothing"),
    pytest.param("[[x/A]] %% vaultgraph: ignore broken-link %%\n[[x/B]]\n[[x/C]]", [3], id="a line and the next"),
    pytest.param("[[x/A]]\n%% vaultgraph: ignore broken-link %%\n[[x/B]]\n[[x/C]]", [1, 4], id="the line above"),
    pytest.param("[[x/A]]\n%%vaultgraph: ignore broken-*, orphan-note%%\n[[x/B]]", [1], id="globs"),
    pytest.param("[[x/A]]\n%% vaultgraph: ignore %%\n[[x/B]]", [1], id="every rule"),
    pytest.param("[[x/A]]\n%% vaultgraph: ignore orphan-note %%\n[[x/B]]", [1, 3], id="another rule"),
    pytest.param("%% vaultgraph: ignore-file broken-link %%\n[[x/A]]\n\n[[x/B]]", [], id="the whole note"),
    pytest.param("%% vaultgraph: ignore-file %%\n[[x/A]]\n\n[[x/B]]", [], id="every rule in the whole note"),
    pytest.param("---\nvaultgraph-ignore: [broken-link]\n---\n[[x/A]]", [], id="a property"),
    pytest.param("---\nvaultgraph-ignore: broken-link, orphan-note\n---\n[[x/A]]", [], id="a property as text"),
    pytest.param("---\nvaultgraph-ignore: 3\n---\n[[x/A]]", [4], id="a property that names nothing"),
    pytest.param("%%Vaultgraph:Ignore broken-link%%\n[[x/A]]", [], id="capitals, and no blanks"),
    pytest.param("%% vaultgraph: ignore-files %%\n[[x/A]]", [2], id="another word"),
])  # fmt: skip
def test_comments_and_properties_suppress_rules(findings, text, lines):
    told = findings("broken-link", f"-- Heat.md --\n{text}")
    assert [int(line.split(":")[1]) for line in told] == lines


def test_a_finding_about_the_whole_note_is_suppressed_by_the_note(findings):
    assert findings("orphan-note", "-- Heat.md --\n%% vaultgraph: ignore-file orphan-note %%") == []


def test_unknown_rule_names_are_reported(run, tmp_path):
    heat = write_vault(tmp_path, """
        -- Heat.md --
        ---
        vaultgraph-ignore: [orphan-notes]
        ---

        %% vaultgraph: ignore brokn-link, xyz %%
        [[x/A]]
        """)  # fmt: skip
    assert run("lint", heat).stderr.splitlines() == [
        "Heat.md:1: unknown rule orphan-notes, nothing is suppressed; did you mean orphan-note?",
        "Heat.md:5: unknown rule brokn-link, nothing is suppressed; did you mean broken-link?",
        "Heat.md:5: unknown rule xyz, nothing is suppressed",
    ]


def test_installed_packages_are_skipped(run, tmp_path):
    vault = write_vault(
        tmp_path,
        "-- Heat.md --\n[[README]] [[Old/Gone]]\n-- app/node_modules/x/README.md --\n[[Old/No]]",
    )
    told = run("lint", vault).stdout
    assert "skipped 1 note in node_modules" in told
    assert "is called Old/Gone" in told
    assert "node_modules/x" not in told


@pytest.mark.parametrize(
    "shown",
    ["```\n%% vaultgraph: ignore-file %%\n```\n[[x/q]]", "`%% vaultgraph: ignore %%` [[x/q]]"],
    ids=["fence", "backticks"],
)
def test_a_comment_that_is_shown_as_code_says_nothing(graph, shown):
    told = lint(graph(f"-- Heat.md --\n{shown}\n"), choose_rules(["broken-link"]))
    assert [found.rule for found in told] == ["broken-link"]
