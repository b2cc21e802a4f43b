"""README and docs are true: every example is run, every link leads somewhere."""

import importlib.util
import os
import re
import subprocess
import sys
from datetime import date, timedelta

import pytest
import yaml

import vaultgraph
from documents import (
    PAGES,
    blocks,
    blocks_of,
    outputs,
    printed,
    run_line,
    run_words,
    sample_folder,
    split,
)
from vaultgraph import choose_rules
from vaultgraph.linting.starter import starter
from vaultgraph.settings import load_settings
from vaults import ROOT

README = (ROOT / "README.md").read_text("utf-8")
REPOSITORY = "https://github.com/vaultgraph/vaultgraph/blob/main/"
PICTURES = "https://raw.githubusercontent.com/vaultgraph/vaultgraph/main/"

NEEDS_MORE = {"--watch": 0, "--open": 0, "--anki": 1}
"""Options that need a browser, a person or Anki, with the number of their values."""

SHELL = ["git", "pip", "pipx", "python", "python3", "pytest", "ruff", "mypy", "lint-imports"]
SHELL += ["vaultgraph", ".venv/bin/pip", "source", "mkdocs", "npm", ".ci/run", "PYTHONPATH=tests"]
"""What lines of `sh` blocks begin with."""


def named(examples):
    return [pytest.param(each, id=each.name) for each in examples]


@pytest.fixture
def home(tmp_path):
    return sample_folder(tmp_path)


@pytest.mark.parametrize("block", named(blocks_of("console")))
def test_a_command_prints_what_the_example_shows(block, cache):
    assert list(outputs(block.text))
    assert block.text == printed(block.text)


def words_that_run(line, home):
    """The words of *line* up to a pipe, without options that need more than there is here."""
    words = split(line.partition("|")[0])
    soon = date.today() + timedelta(days=20)
    words = [word.replace("YYYY-MM-DD", soon.isoformat()) for word in words]
    for option, values in NEEDS_MORE.items():
        if option in words:
            assert option in run_line(f"vaultgraph {words[1]} --help", home, home).stdout
            place = words.index(option)
            del words[place : place + 1 + values]
    return words


@pytest.mark.parametrize(
    "block",
    named(
        block for block in blocks_of("sh") if re.search("^vaultgraph ", block.text, re.MULTILINE)
    ),
)
@pytest.mark.slow
def test_command_lines_run(block, home, cache):
    """From the home folder if they name a vault, from within the vault otherwise."""
    for line in block.text.splitlines():
        if line.startswith("vaultgraph "):
            words = words_that_run(line, home)
            names_vault = any(word.startswith("~") for word in words)
            result = run_words(words, home, home if names_vault else home / "Notes")
            assert result.returncode in {0, 1}, f"{line}\n{result.stderr}"
            assert "error:" not in result.stderr


def test_shell_examples_begin_with_known_programs():
    lines = [line for block in blocks_of("sh") for line in block.text.splitlines()]
    assert {line.split()[0] for line in lines if line.strip()} <= set(SHELL)


@pytest.mark.parametrize("block", named(block for block in blocks_of("toml") if not block.title))
def test_settings_are_settings(block, tmp_path):
    (tmp_path / ".vaultgraph.toml").write_text(block.text, "utf-8")
    settings = load_settings(str(tmp_path))
    assert settings.source
    choose_rules(settings=settings)


PROGRAMS = [block for block in blocks_of("python") if not block.title and ">>> " not in block.text]
"""What is not a doctest, which pytest collects from docs/api.md."""


@pytest.mark.parametrize("block", named(PROGRAMS))
def test_python_runs(block, monkeypatch):
    monkeypatch.chdir(ROOT)
    exec(block.text, {})


@pytest.mark.parametrize("block", named(blocks_of("yaml")))
def test_yaml_runs_our_commands_and_hooks(block, home, cache):
    value = yaml.safe_load(block.text)
    if "repos" in value:
        hooks = {
            hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
        }
        assert {hook["id"] for repo in value["repos"] for hook in repo["hooks"]} <= hooks
        return
    steps = [step for job in value.get("jobs", {}).values() for step in job["steps"]]
    inputs = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["inputs"]
    ours = [step for step in steps if step.get("uses", "").startswith("vaultgraph/")]
    if ours:
        assert all(step["with"].keys() <= inputs.keys() for step in ours)
        return
    commands = re.findall(r"vaultgraph (?:lint|audit|diff).*", block.text)
    assert commands
    for command in commands:
        folder = home / ("Course" if "origin/" in command else "Notes")
        assert run_line(command.partition(">")[0], home, folder).returncode in {0, 1}


def test_every_code_block_is_of_a_kind_that_is_tried():
    tried = {"console", "sh", "toml", "python", "yaml", "diff"}  # diffs by `test_walks`
    shown = {"markdown", "text", "js"}  # notes and grammars: nothing to run
    others = {
        block.name: block.language
        for page in PAGES
        for block in blocks(page)
        if block.language not in tried | shown and not block.title
    }
    assert others == {}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page):
    text = re.sub(r"```.*?```|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        for prefix in (REPOSITORY, PICTURES):
            if target.startswith(prefix):
                assert (ROOT / target.removeprefix(prefix).partition("#")[0]).exists(), target
        if "://" not in target and not target.startswith("#"):
            assert (page.parent / target.partition("#")[0]).exists(), target


def test_readme_is_short_and_its_links_work_on_the_package_index():
    assert len(README.splitlines()) <= 150
    assert [t for t in re.findall(r"\]\(([^)\s]+)\)", README) if "://" not in t] == []


def test_the_two_commands_of_readme_are_what_the_check_runs():
    first = re.search(r"^## Tests\n.*?```sh\n(.*?)```", README, re.DOTALL | re.MULTILINE)[1]
    assert "--group dev" in first
    assert ".venv/bin/pytest" in first


def every_word(folder="docs"):
    return "\n".join(page.read_text("utf-8") for page in PAGES)


@pytest.mark.parametrize(
    "command",
    [
        "lint",
        "map",
        "audit",
        "plan",
        "quiz",
        "stats",
        "links",
        "path",
        "suggest",
        "export",
        "rules",
        "init",
        "cache",
    ],
)
def test_every_command_is_shown(command):
    assert f"vaultgraph {command}" in every_word()


def test_every_option_is_documented():
    commands = [
        "lint",
        "map_",
        "audit",
        "plan",
        "quiz",
        "stats",
        "links",
        "path",
        "suggest",
        "export",
    ]
    options = set()
    for name in commands:
        module = __import__(f"vaultgraph.commands.{name.rstrip('_')}", fromlist=[name])
        options |= set(getattr(module, name).__kwdefaults__)
    missing = [o for o in sorted(options) if f"--{o.replace('_', '-')}" not in every_word()]
    assert missing == ["color", "output"]  # -o, and what every terminal program has


def test_every_setting_is_on_its_page():
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    settings = set(
        re.findall(r"^# ([a-z-]+) = ", starter().partition("## A rule")[0], re.MULTILINE)
    )
    assert settings >= {"fail-on", "exclude", "allow", "baseline", "forward", "backward", "neutral"}
    assert [name for name in sorted(settings) if f"`{name}`" not in page] == []


@pytest.mark.parametrize("name", [name for name in vaultgraph.__all__ if name != "__version__"])
def test_every_public_name_is_on_the_api_page(name):
    assert f"`{name}" in (ROOT / "docs" / "api.md").read_text("utf-8")


def test_the_pages_of_the_rules_are_those_of_the_rules():
    made = subprocess.run(
        [sys.executable, ROOT / "docs" / "make_rule_pages.py", "--check"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stdout


def test_doctests_are_collected():
    pages = {block.page.name for block in blocks_of("python") if ">>> " in block.text}
    assert pages == {"api.md"}
    assert '"docs/api.md"' in (ROOT / "pyproject.toml").read_text("utf-8")


def note_in(name):
    """The note that the page *name* shows."""
    [block] = [block for block in blocks_of("markdown") if str(block.page).endswith(name)]
    return block.text


def test_the_flashcard_of_the_guide_is_one(vault):
    [card] = (
        vault("-- A.md --", {"Token.md": note_in("flashcards.md").encode()}).notes["Token.md"].cards
    )
    assert (card.question, card.id) == ("O que é um token?", 1741950000001)
    assert card.deck == "Faculdade::PLN"


def test_the_suppressions_of_the_guide_suppress(vault):
    rules = choose_rules(["broken-link", "self-link"])
    note = note_in("guide/lint.md") + "\n[[A]]\n"

    def found_in(text, folder):
        read = vault("", {"A.md": text.encode()}, folder)
        return [found.rule for found in vaultgraph.lint(vaultgraph.VaultGraph(read), rules)]

    assert found_in(note, "suppressed") == []
    assert found_in(note.replace("vaultgraph: ", ""), "plain") == ["broken-link", "self-link"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_modules_that_a_page_names_exist(page):
    made = {block.title for block in blocks(page)}
    text = re.sub(r"^```.*?^```$", "", page.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    files = [
        str(file)
        for folder in ("vaultgraph", "tests", "docs")
        for file in (ROOT / folder).rglob("*.py")
    ]
    names = set(re.findall(r"`(?:python )?([\w/]+\.py)`", text)) - made
    assert [name for name in sorted(names) if not any(f.endswith(f"/{name}") for f in files)] == []
    for name in re.findall(r"`(vaultgraph(?:\.\w+)+)`", text):
        module, _, attribute = name.rpartition(".")
        found = importlib.import_module(module)
        assert hasattr(found, attribute) or importlib.util.find_spec(name), name
