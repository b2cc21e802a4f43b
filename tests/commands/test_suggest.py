"""The command `suggest` as a user meets it."""

import json

import pytest

from vaults import write_vault

VAULT = """
    -- Engine.md --
    Relações: [[Work]]
    An engine follows the Carnot cycle.
    -- Heat.md --
    [[Work]] The carnot cycles are ideal.
    -- Work.md --
    Force times distance.
    -- Carnot cycle.md --
    Four steps, and back.
"""

OF_THE_VAULT = """\
vault: 2 notes named without a link

  Engine → Carnot cycle  named once
    Engine.md:2:23  An engine follows the Carnot cycle.

  Heat → Carnot cycle  named once
    Heat.md:1:14  [[Work]] The carnot cycles are ideal.

Named but never linked
  Carnot cycle  in 2 notes
"""


@pytest.fixture
def vault(tmp_path):
    return write_vault(tmp_path / "vault", VAULT)


def test_without_a_note_the_mentions_of_the_vault(run, vault):
    assert run("suggest", "--lang", "en", cwd=vault).stdout == OF_THE_VAULT


def test_for_a_note_its_suggestions_with_reasons(run, vault):
    lines = run("suggest", "Engine", "--lang", "en", cwd=vault).stdout.splitlines()
    assert lines[2:5] == [
        "  Carnot cycle",
        "    named once; both speak of Carnot and cycle",
        "    Engine.md:2:23  An engine follows the Carnot cycle.",
    ]
    assert "both are linked with Work" in "\n".join(lines)
    assert lines[-1] == "  as a line: Relações: [[Carnot cycle]], [[Heat]]"


def test_as_a_note_whose_links_do_not_count(run, vault):
    note = vault / "Suggested.md"
    run("suggest", "Engine", "-o", note, "--lang", "en", cwd=vault)
    text = note.read_text("utf-8")
    assert "- [ ] [[Carnot cycle]] – named once" in text
    before = json.loads(run("suggest", "--format", "json", cwd=vault).stdout)
    assert [mention["source"] for mention in before["mentions"]] == ["Engine.md", "Heat.md"]


def test_as_a_note_of_the_vault(run, vault):
    text = run("suggest", "--format", "markdown", "--lang", "en", cwd=vault).stdout
    assert "## [[Heat]]\n\n- [ ] [[Carnot cycle]] – named once: " in text
    assert "The **carnot cycles** are ideal." in text


def test_an_edit_is_noticed_although_the_output_is_cached(run, vault):
    for _ in range(2):
        assert run("suggest", "--lang", "en", cwd=vault).stdout == OF_THE_VAULT
    (vault / "Heat.md").write_text("No more of it.\n", "utf-8")
    said = run("suggest", "--lang", "en", cwd=vault).stdout
    assert said.startswith("vault: 1 note named without a link\n")


def test_in_portuguese(run, vault):
    said = run("suggest", "Engine", "--lang", "pt", cwd=vault).stdout
    assert said.splitlines()[0] == "Engine: 2 links sugeridos"


def test_places_of_json_are_those_of_the_text(run, vault):
    found = json.loads(run("suggest", "Heat", "--format", "json", cwd=vault).stdout)
    [place] = found["suggestions"][0]["mention"]["places"]
    assert place == {"written": "carnot cycles", "line": 1, "column": 14, "start": 13, "end": 26}


@pytest.mark.parametrize(("words", "message"), [
    (["Nothing"], "nothing in the vault is called Nothing"),
    (["Engine", "--format", "xml"], "format"),
    (["Engine", "-o", "x.pdf"], ""),
])  # fmt: skip
def test_bad_input_is_an_error_of_two_lines(run, vault, words, message):
    said = run("suggest", *words, "--lang", "en", cwd=vault)
    if message:
        assert said.returncode == 2
        assert message in said.stderr
    assert "Traceback" not in said.stderr


def test_nothing_is_suggested_for_a_vault_without_mentions(run, tmp_path):
    vault = write_vault(tmp_path / "vault", "-- A.md --\nOne.\n")
    assert (
        run("suggest", "--lang", "en", cwd=vault).stdout == "vault: 0 notes named without a link\n"
    )
    assert run("suggest", "A", "--lang", "en", cwd=vault).stdout == "A: 0 suggested links\n"
