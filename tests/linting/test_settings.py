"""What the user decides in `.vaultgraph.toml`."""

import json
import re
import runpy
import tomllib

import jsonschema
import pytest

from vaultgraph import VaultGraph, choose_rules, lint
from vaultgraph.errors import UsageError
from vaultgraph.linting.starter import starter
from vaultgraph.settings import Settings, load_settings
from vaults import ROOT, write_vault

VAULT = """
    -- Heat.md --
    See [[Old/Entropy]].
    -- Alone.md --
    Text.
    -- Work.md --
    See [[Energy]].
    -- Energy.md --
    Text.
    -- Recipes/Card.md --
    See [[Old/Nowhere]].
"""


@pytest.fixture
def reported(vault):
    """What lint tells of a vault with these settings: severity, rule and place."""

    def report(settings, text=VAULT):
        read = vault(text, {".vaultgraph.toml": settings.encode()})
        loaded = load_settings(read.root)
        diagnostics = lint(VaultGraph(read, loaded), choose_rules(settings=loaded))
        return [f"{d.severity} {d.rule} {d.location.path}" for d in diagnostics]

    return report


def test_without_settings_the_defaults_apply(vault):
    assert load_settings(vault(VAULT).root) == Settings()


def test_a_rule_is_turned_off(reported):
    assert "info orphan-note Alone.md" in reported("")
    assert "info orphan-note Alone.md" not in reported('[rules.orphan-note]\nseverity = "off"')


def test_a_rule_gets_another_severity(reported):
    assert "error orphan-note Alone.md" in reported('[rules.orphan-note]\nseverity = "error"')


def test_files_are_left_out_of_one_rule_or_of_all(reported):
    broken = "error broken-link Recipes/Card.md"
    assert broken in reported("")
    assert broken not in reported('exclude = ["Recipes/**"]')
    assert broken not in reported('[rules.broken-link]\nexclude = ["Recipes/**"]')
    assert "error broken-link Heat.md" in reported('[rules.broken-link]\nexclude = ["Recipes/**"]')


def test_a_rule_reports_on_some_files_only(reported):
    found = reported('[rules.broken-link]\npaths = ["Recipes/**"]')
    assert [each for each in found if "broken-link" in each] == [
        "error broken-link Recipes/Card.md"
    ]
    both = reported('[rules.broken-link]\npaths = ["Recipes/**"]\nexclude = ["**/Card.md"]')
    assert not [each for each in both if "broken-link" in each]


@pytest.mark.parametrize("glob", ["Old/Entropy", "Old/*", "old/ENTROPY", "**/Entropy"])
def test_a_target_that_is_allowed_to_be_missing_is_not_reported(reported, glob):
    found = reported(f'allow = ["{glob}"]')
    assert "error broken-link Heat.md" not in found
    assert ("error broken-link Recipes/Card.md" in found) is (glob != "Old/*")


@pytest.mark.parametrize(("text", "rule"), [
    ("![[Scan.png]]", "broken-image"), ("[[Scan 2]]", "unwritten-note"), ("[x](Scan.md)", "broken-link"),
    ('<img src="scan.png">', "broken-image"),
])  # fmt: skip
def test_it_is_allowed_for_every_kind_of_target(reported, text, rule):
    vault = f"-- Heat.md --\n{text}\n"
    assert [each.split()[1] for each in reported("", vault) if "orphan" not in each] == [rule]
    assert [each for each in reported('allow = ["scan*"]', vault) if "orphan" not in each] == []


@pytest.mark.parametrize("settings", [
    'exclude = ["recipes/**"]', '[rules.broken-link]\nexclude = ["RECIPES/*"]', '[rules.broken-link]\npaths = ["heat.md"]',
])  # fmt: skip
def test_capitals_do_not_matter_in_globs(reported, settings):
    assert "error broken-link Recipes/Card.md" not in reported(settings)


def test_labels_of_relations_are_added(vault):
    read = vault("-- Heat.md --\nLeads on to: [[Work]]\n-- Work.md --")
    assert [r.direction for r in VaultGraph(read).relations] == []
    settings = Settings(forward=("Leads on to",))
    assert [r.direction for r in VaultGraph(read, settings).relations] == [1]


@pytest.mark.parametrize(("settings", "error", "hint"), [
    ("exclud = []", "unknown setting exclud", "did you mean exclude?"),
    ("[rules.orphan-notes]", "no rule is called orphan-notes", "did you mean orphan-note?"),
    ("[rules.orphan-note]\nseverty = 1", "orphan-note has no option severty", "did you mean severity?"),
    ('[rules.orphan-note]\nseverity = "loud"', "orphan-note.severity cannot be 'loud'",
     "choose one of off, info, warning, error"),
    ("[rules.orphan-note]\nexclude = 3", "orphan-note.exclude must be a list of globs, not 3",
     'write exclude = ["Templates/**"]'),
    ('fail-on = "panic"', "fail-on cannot be 'panic'", "choose one of error, warning, info, never"),
    ("exclude = 3", "exclude must be a list of strings, not 3", 'write exclude = ["…", "…"]'),
    ("baseline = 3", "baseline must be a string, not 3", "put it in quotes"),
    ("relations = 3", "relations must be a table", "write [relations]"),
    ("[relations]\nfoward = []", "unknown setting relations.foward", "did you mean forward?"),
    ("rules = 3", "rules must be tables", "write [rules.orphan-note]"),
    ("[", ".vaultgraph.toml is not valid TOML", "see https://toml.io"),
])  # fmt: skip
def test_an_unknown_setting_is_an_error_with_the_closest_name(reported, settings, error, hint):
    with pytest.raises(UsageError) as raised:
        reported(settings)
    assert error in str(raised.value)
    assert raised.value.hint == hint


def test_the_command_reports_it_in_two_lines(run, tmp_path):
    vault = write_vault(tmp_path / "v", VAULT, {".vaultgraph.toml": b"exclud = []"})
    answer = run("lint", vault)
    assert answer.returncode == 2
    assert answer.stderr.splitlines() == [
        f"error: {vault}/.vaultgraph.toml: unknown setting exclud",
        "hint: did you mean exclude?",
    ]


def test_a_pyproject_above_the_vault_counts_if_it_has_our_table(tmp_path):
    vault = write_vault(tmp_path / "notes", VAULT)
    (tmp_path / "pyproject.toml").write_text('[tool.vaultgraph]\nfail-on = "never"\n')
    assert load_settings(str(vault)).fail_on == "never"
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert load_settings(str(vault)) == Settings()


def test_the_setting_for_the_exit_code_yields_to_the_option(run, tmp_path):
    vault = write_vault(tmp_path / "v", VAULT, {".vaultgraph.toml": b'fail-on = "never"'})
    assert run("lint", vault).returncode == 0
    assert run("lint", vault, "--fail-on", "error").returncode == 1


def test_accents_may_be_put_together_otherwise(run, tmp_path):
    taken_apart, together = "Revisa\u0303o", "Revis\u00e3o"
    files = {f"{taken_apart}/Heat.md": b"[[gone/X]]", "Work.md": b"[[gone/Y]]"}
    root = write_vault(tmp_path / "vault", "", files)
    (root / ".vaultgraph.toml").write_text(f'exclude = ["{together}/**"]', "utf-8")
    answer = run("lint", root, "--select", "broken-link").stdout
    assert "gone/Y" in answer
    assert "gone/X" not in answer
    (root / ".vaultgraph.toml").unlink()
    answer = run("lint", root, "--select", "broken-link", "--only", together).stdout
    assert "gone/X" in answer
    assert "gone/Y" not in answer


SCHEMA = json.loads((ROOT / "vaultgraph" / "settings.schema.json").read_text("utf-8"))


def uncommented():
    """The settings file of `init` with every setting in it."""
    lines = (
        line.removeprefix("# ") for line in starter().splitlines() if not line.startswith("##")
    )
    tables = re.split(r"(?m)^(?=\[)", "\n".join(lines))
    return tomllib.loads("".join({table.split("\n")[0]: table for table in tables}.values()))


def test_the_schema_for_editors_is_that_of_the_rules():
    made = runpy.run_path(str(ROOT / "docs" / "make_settings_schema.py"))
    assert made["make_schema"]() == made["FILE"].read_text("utf-8"), f"run {made['COMMAND']}"


def test_the_schema_accepts_every_setting():
    settings = uncommented()
    assert settings.keys() == SCHEMA["properties"].keys()
    jsonschema.validate(settings, SCHEMA)


@pytest.mark.parametrize("settings", [
    "fail-on = 'all'", "exclude = 'a'", "alow = []", "[rules.broken-lnk]", "[rules.self-link]\nseverity = 'bad'",
    "[rules.oversized-attachment]\nmegabytes = 'ten'", "[relations]\nup = []",
])  # fmt: skip
def test_the_schema_refuses_what_we_refuse(reported, settings):
    with pytest.raises(UsageError):
        reported(settings)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(tomllib.loads(settings), SCHEMA)


def test_paths_that_match_no_file_are_a_remark(run, tmp_path):
    text = "-- Heat.md --\n[[old/Gone]]\n-- .vaultgraph.toml --\n[rules.broken-link]\npaths = ['Haet.md', 'heat*']\n"
    answer = run("lint", write_vault(tmp_path / "vault", text))
    assert answer.stderr == "broken-link.paths: no file matches Haet.md\n"
    assert run("lint", tmp_path / "vault", "--quiet").stderr == ""
