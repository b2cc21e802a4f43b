"""The walks in docs/contributing lead where they say, in a copy of the project."""

import os
import re
import shlex
import shutil
import subprocess
import sys

import pytest

from documents import blocks
from vaults import ROOT

pytestmark = pytest.mark.slow

WALKS = sorted((ROOT / "docs" / "contributing").glob("first-*.md"))
PARTS = ["vaultgraph", "tests", "docs", "sample_vault", "pyproject.toml"]
ROWS = {
    "first-audit-section.md": ("docs/guide/audit.md", "| `order` |"),
    "first-card-style.md": ("docs/guide/flashcards.md", "| `cloze` |"),
    "first-export-format.md": ("docs/guide/export.md", "| `apkg` |"),
    "first-report-format.md": ("docs/guide/lint.md", "| `github` |"),
}
"""The table that gets the row of a walk, and the row that is to follow it."""
QUICK = "pytest -q -n 2 -m quick"
"""The last command of a walk: not run here, as it fails until someone has translated the messages."""


@pytest.fixture
def project(tmp_path):
    """A copy of the project."""
    ignored = shutil.ignore_patterns("__pycache__", "speed", "faults")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tmp_path / part, ignore=ignored)
        else:
            shutil.copy(source, tmp_path / part)
    return tmp_path


def apply(diff, project):
    """Change the files of *project* as the unified *diff* says."""
    for part in re.split(r"^--- .+\n", diff, flags=re.MULTILINE)[1:]:
        name, *hunks = re.split(r"^@@ .+\n", part, flags=re.MULTILINE)
        file = project / name.strip().removeprefix("+++ b/")
        text = file.read_text("utf-8")
        for hunk in hunks:
            lines = hunk.splitlines(keepends=True)
            old = "".join(line[1:] for line in lines if line[0] != "+")
            assert text.count(old) == 1
            text = text.replace(old, "".join(line[1:] for line in lines if line[0] != "-"))
        file.write_text(text, "utf-8")


def run(command, project):
    words = shlex.split(command)
    program = [sys.executable] if words[0] == "python" else [sys.executable, "-m", words[0]]
    environment = {**os.environ, "PYTHONPATH": str(project)}
    options = ["-p", "no:cacheprovider"] if words[0] == "pytest" else []
    return subprocess.run(
        [*program, *words[1:], *options],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("page", WALKS, ids=lambda page: page.stem)
def test_the_result_of_each_walk_passes_every_check(page, project):
    commands = []
    for block in blocks(page):
        if block.title:
            (project / block.title).write_text(block.text, "utf-8")
        elif block.language == "diff":
            apply(block.text, project)
        elif block.language == "markdown":
            name, following = ROWS[page.name]
            table = project / name
            text = table.read_text("utf-8")
            table.write_text(text.replace(following, block.text + following, 1), "utf-8")
        elif block.language == "sh":
            commands += block.text.splitlines()
    *commands, last = commands
    assert len(commands) >= 3
    assert last == QUICK
    for command in commands:
        result = run(command, project)
        assert result.returncode == 0 or re.search("vaultgraph (lint|audit)", command), (
            result.stdout
        )
        assert "Traceback" not in result.stderr
        if command.startswith("pytest"):
            assert re.search(r"\d+ passed", result.stdout)
            assert "skipped" not in result.stdout
