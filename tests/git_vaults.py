"""Vaults in git: commits with fixed authors and dates, whatever the user's settings of git are."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from vaults import write_vault

__all__ = ["ENVIRONMENT", "GitVault", "git", "needs_git"]

needs_git = [
    pytest.mark.skipif(not shutil.which("git"), reason="git is not installed"),
    pytest.mark.slow,  # each commit starts three processes
]

ENVIRONMENT = {
    "GIT_AUTHOR_NAME": "Ana",
    "GIT_AUTHOR_EMAIL": "ana@example.org",
    "GIT_COMMITTER_NAME": "Ana",
    "GIT_COMMITTER_EMAIL": "ana@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
}


def git(folder, *words, date="2025-05-03T12:00:00+0200", **environment):
    """Run git with *words* in *folder* on that *date*; return what it prints."""
    dates = {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    ran = subprocess.run(
        ["git", *map(str, words)],
        cwd=folder,
        env={**os.environ, **ENVIRONMENT, **dates, **environment},
        capture_output=True,
        check=True,
    )
    return os.fsdecode(ran.stdout).strip()


class GitVault:
    """A vault at *root* in a repository at *top*, with as many commits as were made."""

    def __init__(self, root: Path, top: Path | None = None, *options):
        self.root, self.top = root, top or root
        self.top.mkdir(parents=True, exist_ok=True)
        git(self.top, "init", "-q", "-b", "main", *options)

    def write(self, text, files=None):
        """Write the files of *text* and *files*, as `write_vault` does, without a commit."""
        write_vault(self.root, text, files)
        return self

    def commit(self, text="", files=None, *, removed=(), moved=(), date="2025-05-03T12:00:00+0200"):
        """Write, remove and move files, and commit everything; return the hash of the commit."""
        self.write(text, files)
        for path in removed:
            (self.root / path).unlink()
        for path, target in dict(moved).items():
            (self.root / target).parent.mkdir(parents=True, exist_ok=True)
            (self.root / path).rename(self.root / target)
        git(self.top, "add", "-A")
        git(self.top, "commit", "-q", "--allow-empty", "-m", "x", date=date)
        return git(self.top, "rev-parse", "HEAD")
