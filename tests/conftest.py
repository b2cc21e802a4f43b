"""A vault is written as text in the test that needs it."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from inspect import cleandoc
from pathlib import Path

import pytest

from vaultgraph.graph import VaultGraph
from vaultgraph.linting import lint
from vaultgraph.reading import Vault, read_vault
from vaultgraph.rules import load_rules

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
REAL_VAULT = SHARED / "vaults" / "nlp"

_FILE = re.compile(r"^-- (.+) --\n", re.MULTILINE)


def write_vault(folder: Path, text: str) -> Path:
    """Write the files of *text*, each under a heading `-- path --`, below *folder*."""
    (folder / ".obsidian").mkdir(parents=True, exist_ok=True)
    _, *parts = _FILE.split(cleandoc(text) + "\n")
    for path, body in zip(parts[::2], parts[1::2], strict=True):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, "utf-8", newline="")
    return folder


@pytest.fixture
def vault(tmp_path: Path) -> Callable[[str], Vault]:
    return lambda text: read_vault(str(write_vault(tmp_path / "vault", text)))


@pytest.fixture
def graph(vault: Callable[[str], Vault]) -> Callable[[str], VaultGraph]:
    return lambda text: VaultGraph(vault(text))


@pytest.fixture
def note(vault):
    """The one note of a vault, from its text as it stands."""

    def parse(text: str):
        from vaultgraph.reading.note import parse_note

        return parse_note("Note.md", text)

    return parse


@pytest.fixture
def findings(graph):
    """What a rule says of a vault: `path:line:column: message`, in order."""

    def find(rule: str, text: str) -> list[str]:
        diagnostics = lint(graph(text), [load_rules()[rule]])
        return [f"{found.location}: {found.message}" for found in diagnostics]

    return find


@pytest.fixture
def run(tmp_path: Path):
    """Run `vaultgraph` as a user would; the result has returncode, stdout and stderr."""

    def call(
        *words: object, cwd: Path = ROOT, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "vaultgraph", *map(str, words)],
            cwd=cwd,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1", **environment},
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            check=False,
        )

    return call
