"""The `quiz` command."""

import pytest

from vaults import write_vault

VAULT = "-- Heat.md --\nTARGET DECK: Physics\n\nWhat is heat? #flashcard\nEnergy on its way\n-- Bare.md --\nNothing.\n"


@pytest.fixture
def root(tmp_path):
    return write_vault(tmp_path / "vault", VAULT)


def test_it_writes_one_page(run, root, tmp_path):
    said = run("quiz", root, "--lang", "en", "-o", "quiz.html", cwd=tmp_path)
    assert said.returncode == 0
    assert said.stderr == "quiz.html: open it in a browser\n"
    assert "What is heat?" in (tmp_path / "quiz.html").read_text("utf-8")


def test_the_same_vault_gives_the_same_page(run, root):
    first, second = (run("quiz", root, "-o", "-").stdout for _ in range(2))
    assert first == second


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--note", "Bare"], "error: there are no cards here"),
        (["--deck", "Chemistry"], "error: no card is in the deck Chemistry"),
        (["-o", "quiz.md"], "error: a quiz is a page, not quiz.md"),
    ],
)
def test_bad_input_is_two_lines(run, root, tmp_path, words, message):
    said = run("quiz", root, "--lang", "en", *words, cwd=tmp_path)
    assert said.returncode == 2
    assert said.stderr.splitlines()[0] == message
    assert len(said.stderr.splitlines()) == 2


def test_it_is_not_written_into_the_vault_unasked(run, root):
    said = run("quiz", root, "--lang", "en", cwd=root)
    assert said.stderr.startswith("error: quiz.html would be written into your vault")
    assert not (root / "quiz.html").exists()
