"""What is imported, and what a start costs."""

import os
import subprocess
import sys

import pytest

from vaults import REAL_VAULT, ROOT, needs_real_vault
from work import SETTLED

pytestmark = pytest.mark.slow

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


@pytest.mark.parametrize(
    "words",
    [
        ["stats", "sample_vault"],
        ["audit", "sample_vault"],
        ["map", "sample_vault", "-o", os.devnull],
    ],
    ids=lambda words: words[0],
)
def test_only_needed_modules_are_imported(words, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert not modules_of(words) & {"networkx", "pyvis", "IPython", "typer", "pydantic"}


@pytest.mark.parametrize("command", ["lint", "stats", "audit"])
def test_cached_output_imports_next_to_nothing(command, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".cache"))
    (tmp_path / "Note.md").write_text("a note", encoding="utf-8")
    os.utime(tmp_path / "Note.md", (1e9, 1e9))
    words = [command, str(tmp_path)]
    modules_of(words)
    again = modules_of(words)
    assert not again & (HEAVY | {"collections", "functools", "importlib", "re", "typing"})


def modules_of(words):
    """The modules, by their top names, that answering *words* imports."""
    script = SETTLED + (
        "import sys; before = set(sys.modules)\n"
        "from vaultgraph.__main__ import answer\n"
        "answer(sys.argv[1:])\n"
        "print(*sorted(set(sys.modules) - before), file=sys.stderr)"
    )
    return {name.partition(".")[0] for name in last_line(script, words).split()}


# A start is measured in calls of functions, Python's and C's: the same number on every machine, busy or not.
# The bounds lie a quarter above what was counted on Python 3.11 (2,215, 7,488, 662,635 and 15,383).


def test_the_version_costs_few_calls():
    assert calls_of(["--version"]) < 2_800


def test_cached_help_costs_few_calls(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = ["lint", "--help"]
    calls_of(words)
    assert calls_of(words) < 9_300


@needs_real_vault
def test_lint_of_the_real_vault_costs_as_many_calls_as_it_did():
    assert calls_of(["lint", str(REAL_VAULT), "--no-cache"]) < 830_000


@needs_real_vault
def test_lint_of_the_unchanged_real_vault_costs_few_calls(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    words = ["lint", str(REAL_VAULT)]
    calls_of(words)
    assert calls_of(words) < 19_500


def calls_of(words):
    """How many functions are called for an answer to *words*, imports among them."""
    script = (
        "import sys\n"
        "counted = 0\n"
        "def count(frame, event, argument):\n"
        "    global counted\n"
        "    counted += event in ('call', 'c_call')\n"
        "sys.setprofile(count)\n"
        "from vaultgraph.__main__ import answer\n"
        "answer(sys.argv[1:])\n"
        "sys.setprofile(None)\n"
        "print(counted, file=sys.stderr)"
    )
    return int(last_line(script, words))


def last_line(script, words):
    """The last line on stderr of a program that is given *words* and has no site packages to look for."""
    result = subprocess.run(
        [sys.executable, "-S", "-c", script, *words],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
        env=os.environ | {"PYTHONPATH": ":".join(filter(None, sys.path)), "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    return result.stderr.splitlines()[-1]
