"""The code blocks of README and docs, and what their commands print.

`python tests/documents.py` writes the output of today into every `console` block.
"""

import atexit
import re
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from git_vaults import GitVault, git
from running import run_here
from vaults import ROOT, SAMPLE_VAULT

PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")),
    *sorted(path for path in (ROOT / "docs").rglob("*.md") if path.parent.name != "rules"),
    ROOT / "docs" / "rules" / "index.md",
]
"""What is written by hand; the examples of rules are tried by `tests/rules`."""

CUT = "..."
"""A line of an output that stands for any number of lines."""

_FENCE = re.compile(
    r"^( *)```(\w*)(?: title=\"([^\"\n]+)\")?\n(.*?)^\1```$", re.MULTILINE | re.DOTALL
)
_COMMAND = re.compile(r"^\$ (.+)$", re.MULTILINE)


class Block(NamedTuple):
    """A code block of *page*: its language, the file that it is to be put into, its text."""

    page: Path
    line: int
    language: str
    title: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def blocks(page: Path) -> Iterator[Block]:
    """Yield the code blocks of *page*."""
    text = page.read_text("utf-8")
    for found in _FENCE.finditer(text):
        indent, language, title, body = found.groups()
        body = re.sub(f"^{indent}", "", body, flags=re.MULTILINE)
        yield Block(page, text.count("\n", 0, found.start()) + 1, language, title or "", body)


def blocks_of(*languages: str) -> list[Block]:
    """The code blocks of all pages in one of *languages*."""
    return [block for page in PAGES for block in blocks(page) if block.language in languages]


COURSE = """
    -- Heat.md --
    Relations: [[Work]], [[Entropy]]

    What is heat? #flashcard
    Energy that flows from warm to cold
    <!--ID: 1600000000001-->
    -- Work.md --
    Force times distance, which can be turned into [[Heat]] without a rest.
    -- Entropy.md --
    It grows whenever [[Heat]] flows.
"""
CHANGES = """
    -- Heat.md --
    Relations: [[Work]], [[Entropy]], [[Engine]]

    What is heat? #flashcard
    Energy that flows from a warm body to a cold one
    <!--ID: 1600000000001-->
    -- Engine.md --
    It turns [[Heat]] into [[Mechanics/Work|work]].
"""


@cache
def course() -> Path:
    """A vault in git with two commits, of which the second one renames a note."""
    folder = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, folder)
    vault = GitVault(folder, None, "--template=")
    vault.commit(COURSE)
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    vault.commit(CHANGES, moved={"Work.md": "Mechanics/Work and power.md"})
    return folder


def sample_folder(parent: Path) -> Path:
    """*parent* with a copy of the sample vault, and as `Notes` one without its faulty cards.

    If git is installed, `Course` is a vault in git.
    """
    if shutil.which("git"):
        shutil.copytree(course(), parent / "Course")
    shutil.copytree(SAMPLE_VAULT, parent / "sample_vault")
    sound = shutil.ignore_patterns("Simulados", "Revisão")
    shutil.copytree(SAMPLE_VAULT, parent / "Notes", ignore=sound)
    return parent


def run_line(line: str, home: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a *line* that begins with `vaultgraph`, in *cwd*, where `~` is *home*."""
    return run_words(split(line), home, cwd)


def run_words(words: list[str], home: Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line *words* likewise."""
    expanded = [word.replace("~", str(home), 1) if word[:1] == "~" else word for word in words]
    return run_here(*expanded[1:], cwd=cwd, LANGUAGE="en", HOME=str(home))


def split(line: str) -> list[str]:
    return shlex.split(line, comments=True)


def outputs(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of the *text* of a `console` block, and what it is said to print."""
    _, *parts = _COMMAND.split(text)
    for command, output in zip(parts[::2], parts[1::2], strict=True):
        yield command, output.removeprefix("\n")


def shortened(output: str, shown: str) -> str:
    """As many lines of *output* as are *shown* before and behind a cut; all if there is none."""
    lines = [line.rstrip() for line in output.splitlines()]
    kept = shown.splitlines()
    if CUT in kept:
        before = kept.index(CUT)
        behind = len(kept) - before - 1
        lines = [*lines[:before], CUT, *lines[len(lines) - behind :]]
    return "".join(f"{line}\n" for line in lines)


def printed(text: str) -> str:
    """The *text* of a `console` block with what its commands print now."""
    with tempfile.TemporaryDirectory() as name:
        folder = sample_folder(Path(name))
        result = ""
        for command, shown in outputs(text):
            ran = run_line(command, folder, folder)
            result += f"$ {command}\n" + shortened(ran.stdout + ran.stderr, shown)
        return result


def rewrite(page: Path) -> None:
    """Write the output of today into the `console` blocks of *page*."""

    def renewed(found: re.Match[str]) -> str:
        indent, language, _, body = found.groups()
        if language != "console":
            return found[0]
        text = printed(re.sub(f"^{indent}", "", body, flags=re.MULTILINE))
        return (
            f"{indent}```console\n{re.sub('^(?=.)', indent, text, flags=re.MULTILINE)}{indent}```"
        )

    text = page.read_text("utf-8")
    new = _FENCE.sub(renewed, text)
    if new != text:
        page.write_text(new, "utf-8")


if __name__ == "__main__":
    for each in PAGES:
        rewrite(each)
