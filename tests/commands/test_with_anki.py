"""`--anki`: the vault beside a collection that Anki's own package made."""

import json

import pytest

from anki_collections import anki_connect, made
from vaults import write_vault

__all__ = ["anki_connect", "made"]

NOTE = """
    -- {name}.md --
    TARGET DECK: Física::Calor
    {relation}

    {question} #flashcard
    {answer}
    <!--ID: {number}-->
"""


@pytest.fixture
def vault(made, tmp_path):
    """A vault of three notes: one like Anki has it, one that drifted, one that Anki lost."""
    numbers = made.notes
    text = "".join(
        NOTE.format(name=name, relation=relation, question=question, answer=answer, number=number)
        for name, relation, question, answer, number in (
            ("Calor", "Relações: [[Trabalho]]", "leech", "**leech** & mais", numbers["leech"]),
            ("Trabalho", "", "due", "due, e nada", numbers["due"]),
            ("Perdida", "", "Onde?", "Em lugar nenhum", 1_600_000_000_000),
        )
    )
    return write_vault(tmp_path / "vault", text)


def test_lint_compares_with_a_file(run, vault, made):
    result = run("lint", vault, "--anki", made.file, "--ignore", "orphan-note", "--format", "json")
    found = [(d["rule"], d["path"]) for d in json.loads(result.stdout)["diagnostics"]]
    gone = made.notes.keys() - {"leech", "due", "elsewhere"}
    assert found == [
        *[("gone-from-vault", ".")] * len(gone),
        ("unknown-to-anki", "Perdida.md"),
        ("text-drift", "Trabalho.md"),
    ]
    assert result.returncode == 1


def test_lint_reports_the_comparison_with_anki_as_text(run, vault, made):
    said = run("lint", vault, "--anki", made.file, "--select", "unknown-to-anki").stdout
    assert "Perdida.md:6:9: error: Anki has no note 1600000000000" in said


def test_lint_without_anki_reports_nothing_about_it(run, vault):
    assert "Anki has no note" not in run("lint", vault).stdout


def test_lint_asks_a_running_anki(run, vault, anki_connect):
    port = anki_connect().server_address[1]
    said = run("lint", vault, "--anki", f"connect:{port}", "--select", "text-drift").stdout
    assert "Anki has “due mais” where this note has “due e nada”" in said


def test_a_file_that_is_not_from_anki_is_named(run, vault):
    result = run("lint", vault, "--anki", vault / "Calor.md")
    assert result.stderr.startswith(
        f"error: {vault / 'Calor.md'} is not an Anki collection\nhint: "
    )
    assert result.returncode == 2


def test_a_rule_about_anki_asks_for_it(run, vault):
    result = run("lint", vault, "--select", "text-drift")
    assert result.stderr == (
        "error: text-drift compares the vault with Anki\nhint: add --anki FILE, or --anki connect\n"
    )
    assert result.returncode == 2
