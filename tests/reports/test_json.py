"""What programs read, and the schemas that describe it."""

import json
from datetime import date, timedelta

import jsonschema
import pytest

from vaults import ROOT, write_vault

VAULT = """
    -- Heat.md --
    TARGET DECK: Physics

    up:: [[Work]] and [[Old/Gone]] ![[engine.png]]

    What is heat? #flashcard
    Energy on its way
    -- Work.md --
    [[Heat#Laws]] ![[Heat]]
    -- Alone.md --
"""

COMMANDS = {
    "lint": ["lint", "."], "stats": ["stats"], "links": ["links", "Heat"], "path": ["path", "Heat", "Work"],
    "rules": ["rules"], "audit": ["audit"], "cache": ["cache"],
    "suggestions": ["suggest", "Heat"],
    "plan": ["plan", "--exam", (date.today() + timedelta(days=9)).isoformat()],
}  # fmt: skip


@pytest.fixture
def ask(run, tmp_path):
    vault = write_vault(tmp_path / "vault", VAULT)

    def call(*words):
        return json.loads(run(*words, "--format", "json", cwd=vault).stdout)

    return call


def schema(name):
    return json.loads((ROOT / f"vaultgraph/reports/schemas/{name}.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_answers_as_its_schema_says(ask, name):
    document = ask(*COMMANDS[name])
    assert document["schema"] == schema(name)["title"] or name in {"audit", "plan"}
    jsonschema.Draft202012Validator.check_schema(schema(name))
    jsonschema.validate(document, schema(name))


def test_links_have_their_targets_and_places(ask):
    found = ask("links", "Heat")
    assert [(link["target"], link["relation"], link["line"]) for link in found["links"]] == [
        ("Work.md", "up", 3), (None, "up", 3),
    ]  # fmt: skip
    assert [link["written"] for link in found["images"]] == ["engine.png"]
    assert [(link["source"], link["embed"]) for link in found["backlinks"]] == [
        ("Work.md", False), ("Work.md", True),
    ]  # fmt: skip
    assert found["cards"] == [{"question": "What is heat?", "id": None, "line": 5, "column": 1}]


def test_a_path_has_its_steps_or_none(ask):
    [step] = ask("path", "Heat", "Work")["steps"]
    assert (step["from"], step["to"], step["forward"], step["relation"]) == (
        "Heat.md",
        "Work.md",
        True,
        "up",
    )
    assert ask("path", "Heat", "Alone")["steps"] is None
    assert ask("path", "Heat", "Heat")["steps"] == []


def test_rules_may_be_chosen_and_are_in_english_unless_asked(ask, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "pt_BR")
    [rule] = ask("rules", "self-link")["rules"]
    assert (rule["summary"], rule["is_on"]) == ("A note links to itself.", False)
    [rule] = ask("rules", "self-link", "--lang", "pt")["rules"]
    assert rule["summary"] == "Uma nota tem link para si mesma."


def test_the_audit_takes_its_format_by_name_or_from_the_file(run, ask, tmp_path):
    assert ask("audit")["ready"] is False
    vault = tmp_path / "vault"
    written = run("audit", vault, "--lang", "en", "--format", "json", "-o", tmp_path / "audit.txt")
    assert (
        written.stderr
        == f"{tmp_path}/audit.txt: Not ready to study yet: 1 problem in 1 card (1 note).\n"
    )
    assert json.loads((tmp_path / "audit.txt").read_text("utf-8"))["ready"] is False
