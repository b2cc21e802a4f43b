"""What `pip install` brings along, and what is said where something is missing."""

import subprocess
import sys
import tomllib
from zipfile import ZipFile

import pytest

from vaultgraph.version import install_command
from vaults import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

PACKAGE = ("export", ".", "--format", "apkg", "-o", "x.apkg")
MISSING = [
    ("apkg", ["genanki"], PACKAGE),
    ("anki", ["compression", "backports"], ("lint", ".", "--anki", "x.colpkg")),
]
"""Extras, the modules that they install, and commands that need them."""


def run_without(modules, words, folder):
    """Run the command line *words* in *folder*, as if *modules* were not installed."""
    program = (
        f"import sys; sys.modules.update(dict.fromkeys({modules!r})); sys.argv[1:] = {words!r}\n"
        "from vaultgraph.__main__ import main; main()"
    )
    return subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def folder(tmp_path):
    """A vault with a flashcard, and a backup as newer versions of Anki write it."""
    (tmp_path / "A.md").write_text("Q? #flashcard\nA\n<!--ID: 1741950000001-->\n")
    with ZipFile(tmp_path / "x.colpkg", "w") as package:
        package.writestr("collection.anki21b", b"")
    return tmp_path


@pytest.mark.parametrize(("extra", "modules", "words"), MISSING)
def test_a_missing_optional_package_is_an_error_with_the_command_that_installs_it(
    folder, extra, modules, words
):
    result = run_without(modules, words, folder)
    error, hint = result.stderr.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith(f"hint: {install_command(extra)}")
    assert (result.stdout, result.returncode) == ("", 2)


def test_every_extra_is_tried_without_its_packages():
    assert {extra for extra, _, _ in MISSING} == PROJECT["optional-dependencies"].keys()


def test_the_hints_name_the_distribution():
    assert install_command("apkg") == f"pip install '{PROJECT['name']}[apkg]'"


def test_the_command_has_the_name_of_the_package():
    assert PROJECT["scripts"] == {"vaultgraph": "vaultgraph.__main__:main"}
