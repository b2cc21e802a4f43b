"""The commands `links` and `path` as a user meets them."""

import pytest

from vaults import write_vault

HEAT = """
    -- Heat.md --
    Relações: [[Energy#Laws]]
    [[Entropi]] ![[Work]] ![[engine.png]] ![[gone.png]]

    What is heat? #flashcard
    Energy on its way
    -- Energy.md --
    # Laws
    -- Work.md --
    ---
    aliases: [Trabalho]
    up: "[[Heat]]"
    ---
    -- Physics/Laws.md --
    [[Heat]] and [[Energy]]
    -- Chemistry/Laws.md --
    -- Files/engine.png --
"""

LINKS_OF_HEAT = """\
Heat: 3 links, 2 backlinks, 1 card, 2 images

links
  — Relações →  Energy#Laws        Heat.md:1:11
  — link →      Entropi (missing)  Heat.md:2:1
  — embed →     Work               Heat.md:2:13

backlinks
  ← link —  Physics/Laws  Physics/Laws.md:1:1
  ← up —    Work          Work.md:3:6

cards
  What is heat?  Heat.md:4:1

images
  Files/engine.png    Heat.md:2:23
  gone.png (missing)  Heat.md:2:39
"""

WAY_TO_ENERGY = """\
Work
  — up →        Heat    Work.md:3:6
  — Relações →  Energy  Heat.md:1:11
2 steps
"""


@pytest.fixture
def heat(tmp_path):
    return write_vault(tmp_path / "heat", HEAT)


def test_links_of_a_note(run, heat):
    result = run("links", "Heat", "--vault", ".", cwd=heat)
    assert (result.stdout, result.stderr, result.returncode) == (LINKS_OF_HEAT, "", 0)


def test_links_of_an_image_are_the_notes_that_show_it(run, heat):
    assert run("links", "engine.png", "--vault", ".", cwd=heat).stdout == (
        "Files/engine.png: 1 backlink\n\nbacklinks\n  ← embed —  Heat  Heat.md:2:23\n"
    )


def test_a_note_without_links_says_so(run, heat):
    assert run("links", "Chemistry/Laws", "--vault", heat).stdout == "Chemistry/Laws: no links\n"


def test_a_file_names_itself_and_its_vault(run, heat):
    result = run("links", heat / "Physics" / "Laws.md")
    assert result.stdout.startswith("Physics/Laws: 2 links\n")
    assert result.stderr == ""
    inside = run("links", "Laws.md", cwd=heat / "Physics")
    assert inside.stdout.startswith("Physics/Laws: 2 links\n")
    assert " ../Physics/Laws.md:" in inside.stdout
    assert inside.stderr == f"vault: {heat}\n"


def test_a_vault_is_not_a_note(run, heat):
    (heat / ".obsidian").mkdir(exist_ok=True)
    result = run("links", "heat", cwd=heat.parent)
    hint = "hint: name one of its notes, and the vault with --vault heat"
    assert result.stderr == f"error: heat is a vault, not a note\n{hint}\n"
    assert result.returncode == 2


def test_path_between_two_notes(run, heat):
    result = run("path", "Trabalho", "energy", "--vault", ".", cwd=heat)
    assert (result.stdout, result.stderr, result.returncode) == (WAY_TO_ENERGY, "", 0)


def test_notes_that_nothing_connects(run, heat):
    result = run("path", "Heat", "Chemistry/Laws", "--vault", heat)
    assert (result.stdout, result.returncode) == ("no path connects Heat and Chemistry/Laws\n", 1)


@pytest.mark.parametrize(("words", "error"), [
    (("links", "Energi"), "nothing in the vault is called Energi\nhint: did you mean Energy?"),
    (("path", "Heat", "Laws"), "2 files are called Laws\nhint: name one of them: Chemistry/Laws, Physics/Laws"),
])  # fmt: skip
def test_a_name_that_is_not_clear_is_refused(run, heat, words, error):
    result = run(*words, "--vault", heat)
    assert (result.stdout, result.stderr, result.returncode) == ("", f"error: {error}\n", 2)


@pytest.mark.parametrize(("words", "error"), [
    (("links",), "missing argument 'NOTE'"), (("path", "Heat"), "missing argument 'END'"),
    (("links", "Heat", "Energy"), "got unexpected extra argument"),
])  # fmt: skip
def test_a_missing_or_extra_argument_is_an_error(run, words, error):
    result = run(*words)
    assert result.returncode == 2
    assert result.stderr.startswith(f"error: {error}")


def test_names_that_steer_a_terminal_are_shown_as_what_they_are(run, tmp_path):
    (tmp_path / "a\x1b[31m.md").write_text("[[b\u202e]]")
    result = run("links", "a\x1b[31m", "--vault", tmp_path)
    assert "\x1b" not in result.stdout
    assert "\u202e" not in result.stdout
