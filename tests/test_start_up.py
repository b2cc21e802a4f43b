"""What is imported, and what a start costs."""

import os
import subprocess
import sys
import time
from resource import RUSAGE_CHILDREN, getrusage

import pytest

from vaults import REAL_VAULT, ROOT

HEAVY = {"networkx", "pyvis", "numpy", "jinja2", "rich", "typer", "pydantic", "frontmatter", "yaml",
         "inspect", "dataclasses", "pathlib", "json"}  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["lint", "--no-cache", "sample_vault"],
        ["links", "Transformer", "--vault", "sample_vault"],
        ["path", "word2vec", "Transformer", "--vault", "sample_vault"],
    ],
    ids=["version", "lint", "links", "path"],
)
def test_imports_nothing_heavy(words):
    allowed = set() if words == ["--version"] else {"json"}  # the sample vault has a canvas
    loaded = modules_of(words)
    assert loaded & HEAVY <= allowed
    assert "vaultgraph" in loaded


def test_an_answer_given_again_imports_next_to_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    (tmp_path / "Note.md").write_text("a note", encoding="utf-8")
    os.utime(tmp_path / "Note.md", (1e9, 1e9))
    time.sleep(2.1)  # so that the note cannot have changed without a sign
    words = ["lint", str(tmp_path)]
    modules_of(words)
    again = modules_of(words)
    assert not again & (HEAVY | {"collections", "functools", "importlib", "re", "typing"})


def modules_of(words):
    """The modules, by their top names, that answering *words* imports."""
    script = (
        "import sys; before = set(sys.modules)\n"
        "from vaultgraph.__main__ import answer\n"
        "answer(sys.argv[1:])\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-S", "-c", script, *words],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONPATH": ":".join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return {name.partition(".")[0] for name in result.stderr.splitlines()[-1].split()}


@pytest.fixture
def ratio():
    """How many times the CPU of an empty program some words take at least, the two run in turn.

    Modules are compiled once, as they are wherever they have run before.
    """

    def cpu(words):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, check=False)
        after = getrusage(RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def least(*words):
        runs = [(cpu(["-m", "vaultgraph", *words]), cpu(["-c", "pass"])) for _ in range(7)]
        ours, empty = (min(each) for each in zip(*runs, strict=True))
        return ours / empty

    return least


def test_the_version_costs_at_most_three_empty_programs(ratio):
    assert ratio("--version") < 3


def test_help_costs_at_most_five_empty_programs(ratio):
    assert ratio("lint", "--help") < 5


@pytest.mark.skipif(not REAL_VAULT.exists(), reason="needs the real vault")
def test_lint_of_the_real_vault_costs_at_most_fifteen_empty_programs(ratio):
    assert ratio("lint", str(REAL_VAULT), "--no-cache") < 15


@pytest.mark.skipif(not REAL_VAULT.exists(), reason="needs the real vault")
def test_lint_of_the_unchanged_real_vault_costs_at_most_six_empty_programs(ratio):
    assert ratio("lint", str(REAL_VAULT)) < 6
