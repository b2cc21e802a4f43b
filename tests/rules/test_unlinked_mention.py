import pytest

from vaultgraph import VaultGraph, choose_rules, lint
from vaultgraph.settings import Settings

CARNOT = "-- Carnot cycle.md --\nFour steps.\n"


def test_a_note_is_reported_once_for_each_that_it_names(findings):
    text = f"-- Engine.md --\nA Carnot cycle, a Carnot cycle.\n{CARNOT}"
    assert findings("unlinked-mention", text) == [
        "Engine.md:1:3: Carnot cycle is named, but not linked"
    ]


@pytest.mark.parametrize(("written", "link"), [
    ("Carnot cycle", "[[Carnot cycle]]"),
    ("carnot cycles", "[[Carnot cycle|carnot cycles]]"),
])  # fmt: skip
def test_the_link_shows_what_was_written(diagnostics, written, link):
    [found] = diagnostics("unlinked-mention", f"-- Engine.md --\nA {written}.\n{CARNOT}")
    assert found.fix.text == link
    assert found.fix.safe


def test_in_a_table_the_bar_has_a_backslash(diagnostics):
    table = "| a | carnot cycles |\n|---|---|\n| b | c |\n"
    [found] = diagnostics("unlinked-mention", f"-- Engine.md --\n{table}{CARNOT}")
    assert found.fix.text == r"[[Carnot cycle\|carnot cycles]]"


@pytest.mark.parametrize(("settings", "link"), [
    ('{"newLinkFormat": "absolute"}', "[[Laws/Carnot cycle|Carnot cycle]]"),
    ('{"newLinkFormat": "relative"}', "[[../Laws/Carnot cycle|Carnot cycle]]"),
    ("{}", "[[Carnot cycle]]"),
])  # fmt: skip
def test_the_path_is_as_the_vault_is_set(diagnostics, settings, link):
    text = "-- Old/Engine.md --\nA Carnot cycle.\n-- Laws/Carnot cycle.md --\nFour steps.\n"
    [found] = diagnostics("unlinked-mention", f"-- .obsidian/app.json --\n{settings}\n{text}")
    assert found.fix.text == link


def test_a_name_across_two_lines_is_reported_but_not_fixed(diagnostics):
    [found] = diagnostics("unlinked-mention", f"-- Engine.md --\nA Carnot\ncycle.\n{CARNOT}")
    assert found.fix is None
    assert not found.hint


HEADING = f"-- Engine.md --\n# The Carnot cycle\n{CARNOT}"
QUESTION = f"-- Engine.md --\nWhat is a Carnot cycle? #flashcard\nFour steps\n{CARNOT}"


@pytest.mark.parametrize(("text", "option"), [(HEADING, "headings"), (QUESTION, "questions")])
def test_headings_and_questions_are_left_alone_unless_asked(findings, text, option):
    assert findings("unlinked-mention", text) == []
    asked = f"-- .vaultgraph.toml --\n[rules.unlinked-mention]\n{option} = true\n"
    assert len(findings("unlinked-mention", asked + text)) == 1


def test_an_answer_may_have_a_link_and_a_cloze_may_not(findings):
    answer = "What? #flashcard\nA Carnot cycle\n"
    assert len(findings("unlinked-mention", f"-- Engine.md --\n{answer}{CARNOT}")) == 1
    cloze = "START\nCloze\nA {{c1::Carnot cycle}} has four steps\nBack: A Carnot cycle\nEND\n"
    assert findings("unlinked-mention", f"-- Engine.md --\n{cloze}{CARNOT}") == []


@pytest.mark.parametrize("name", ["Carnot\ncycle", "Carnot`cycle"])
def test_no_link_is_written_with_a_name_that_would_end_the_text(vault, name):
    files = {f"{name}.md": b"Four steps.\n"}
    graph = VaultGraph(vault("-- Engine.md --\nA Carnot cycle.\n", files))
    found = lint(graph, choose_rules(["unlinked-mention"], (), Settings()))
    assert [each.fix for each in found] == [None]


def test_it_runs_only_on_request():
    assert "unlinked-mention" not in {rule.name for rule in choose_rules((), (), Settings())}


def test_the_fix_leaves_nothing_to_report_and_other_text_as_it_was(run, tmp_path):
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "Carnot cycle.md").write_text("Four steps.\n", "utf-8")
    before = "\ufeffTwo carnot cycles, `Carnot cycle`,\r\nand a Carnot cycle\r\n"
    (vault / "Engine.md").write_bytes(before.encode())
    run("lint", vault, "--fix", "--select", "unlinked-mention")
    after = before.replace("carnot cycles", "[[Carnot cycle|carnot cycles]]")
    assert (vault / "Engine.md").read_bytes() == after.encode()
    assert "0 info" in run("lint", vault, "--select", "unlinked-mention", "--lang", "en").stdout
