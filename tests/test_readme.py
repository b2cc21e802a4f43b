"""The README tells the truth."""

import re

import pytest

from vaultgraph import choose_rules
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES
from vaultgraph.rules import load_rules
from vaultgraph.settings import load_settings
from vaults import ROOT

README = (ROOT / "README.md").read_text("utf-8")


def test_the_table_of_rules_is_that_of_the_rules():
    rows = [f"| `{rule.name}` | {rule.level} | {rule.summary} |" for rule in load_rules().values()]
    table = README.split("|---|---|---|\n")[1].split("\n\n")[0]
    assert table == "\n".join(rows)


@pytest.mark.parametrize(
    "command", ["lint", "map", "audit", "stats", "links", "path", "export", "rules", "init"]
)
def test_every_command_is_shown(command):
    assert f"vaultgraph {command}" in README


def test_every_card_style_is_shown():
    table = README.split("| style | a card |\n|---|---|\n")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)` \|", table, re.MULTILINE) == list(STYLES)


def test_its_table_of_decks_is_what_stats_prints(run):
    example = re.search(r"```\n(flashcards\n.*?)```", README, re.DOTALL)[1]
    assert example in run("stats", "sample_vault").stdout


def test_its_answer_is_what_audit_prints(run):
    example = re.search(r"```\n(Ready to study.*?)```", README, re.DOTALL)[1]
    note = ("--note", "Large Language Model", "--lang", "en")
    assert run("audit", "sample_vault", *note).stdout.startswith(example)


def test_its_example_is_what_lint_prints(run):
    example = re.search(r"```\n(Simulados.*?)```", README, re.DOTALL)[1]
    assert example in run("lint", "sample_vault").stdout


def test_its_links_and_its_path_are_what_the_commands_print(run):
    links, path = re.findall(r"```\n((?:Transformer:|word2vec\n).*?)```", README, re.DOTALL)
    assert run("links", "Transformer", "--vault", "sample_vault").stdout.startswith(links)
    words = ("word2vec", "Large Language Model", "--vault", "sample_vault")
    assert run("path", *words).stdout == path


def test_its_settings_are_settings(tmp_path):
    (tmp_path / ".vaultgraph.toml").write_text(
        re.search(r"```toml\n(.*?)```", README, re.DOTALL)[1]
    )
    settings = load_settings(str(tmp_path))
    assert settings.exclude == ("Templates/**",)
    assert "missing-property" in {rule.name for rule in choose_rules(settings=settings)}


def test_its_python_runs(monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(re.search(r"```python\n(.*?)```", README, re.DOTALL)[1], {})
