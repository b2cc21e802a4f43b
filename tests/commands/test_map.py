"""The options of `map`, as a user gives them."""

import json
import re
import sys

import pytest

from vaults import write_vault

VAULT = """
    -- Física.md --
    #mapa [[Calor]]
    -- termo/Calor.md --
    TARGET DECK: Termo
    Relações: [[Entropia]]

    O que é? #flashcard
    Energia
    -- termo/Entropia.md --
    ![[chama.png]] [[Motor]]
    -- chama.png --
"""


@pytest.fixture
def drawn(run, tmp_path):
    """What the page is told, by a call of `map` with these words."""

    def draw(*words):
        file = tmp_path / "map.html"
        result = run("map", write_vault(tmp_path / "vault", VAULT), "-o", file, *words)
        assert result.returncode == 0, result.stderr
        return lambda name: json.loads(
            re.search(rf'id="vg-{name}">(.*?)</script>', file.read_text("utf-8"))[1]
        )

    return draw


@pytest.mark.parametrize(
    ("words", "labels"),
    [
        ((), "Calor Entropia Física Motor"),
        (("--focus", "calor", "--depth", "1"), "Calor Entropia Física"),
        (("--focus", "fisica"), "Calor Entropia Física"),
        (("--deck", "termo"), "Calor"),
        (("--tag", "mapa"), "Física"),
        (("--folder", "termo"), "Calor Entropia Motor"),
        (("--relation", "relações"), "Calor Entropia"),
        (("--show", "none"), "Calor Entropia Física"),
        (("--show", "attachments,tags"), "#mapa Calor Entropia Física chama.png"),
        (("--show", "cards, unresolved"), "Calor Entropia Física Motor O que é?"),
    ],
)
def test_what_is_shown(drawn, words, labels):
    assert sorted(note["label"] for note in drawn(*words)("notes")) == sorted(
        re.findall(r"O que é\?|\S+", labels)
    )


def test_the_page_has_the_note_in_focus(drawn):
    page = drawn("--focus", "entropia")
    assert page("notes")[page("page")["focus"]]["label"] == "Entropia"
    assert page("page")["part"] == "Entropia"


@pytest.mark.parametrize("mode", ["layered", "atlas"])
def test_the_mode_can_be_chosen(drawn, mode):
    assert drawn("--mode", mode)("page")["mode"] == mode


def test_language_and_theme_can_be_chosen(drawn):
    page = drawn("--lang", "en", "--theme", "dark")("page")
    assert (page["strings"]["search"][:6], page["theme"]) == ("Search", "dark")


@pytest.mark.parametrize(("words", "error"), [
    (("--focus", "Entropa"), "error: no note is called Entropa\nhint: did you mean Entropia?\n"),
    (("--deck", "Trmo"), "error: no deck is called Trmo\nhint: did you mean Termo?\n"),
    (("--tag", "maap"), "error: no tag is called maap\nhint: did you mean mapa?\n"),
    (("--folder", "temo"), "error: no folder is called temo\nhint: did you mean termo?\n"),
    (("--relation", "Relacao"), "error: no relation is called Relacao\nhint: did you mean Relações?\n"),
    (("--show", "pictures"), "error: cannot show pictures\nhint: choose unresolved, attachments, tags, cards\n"),
    (("--depth", "2"), "error: --depth needs a note to begin at\nhint: name it with --focus\n"),
    (("-o", "map.svg"), "error: unsupported map format: .svg\nhint: end its name in .html; the page saves a drawing as SVG or PNG\n"),
    (("-o", "Note.md"), "error: unsupported map format: .md\nhint: end its name in .html; the page saves a drawing as SVG or PNG\n"),
    (("--focus", "Calor", "--depth", "0"), "error: the depth cannot be 0\nhint: 1 shows the direct links of a note\n"),
    (("-o", "-", "--open"), "error: standard output cannot be opened\nhint: name a file with -o\n"),
])  # fmt: skip
def test_an_unknown_name_is_an_error_of_two_lines(run, tmp_path, words, error):
    result = run("map", write_vault(tmp_path / "vault", VAULT), "-o", tmp_path / "m.html", *words)
    assert (result.stdout, result.stderr, result.returncode) == ("", error, 2)


@pytest.mark.parametrize("name", ["map", "map.htm", "MAP.HTML"])
def test_a_map_may_have_an_html_ending_or_none(run, tmp_path, name):
    result = run("map", write_vault(tmp_path / "vault", VAULT), "-o", tmp_path / name)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / name).read_text("utf-8").startswith("<!DOCTYPE html>")


def test_attachments_and_cards_have_no_counts(drawn):
    notes = drawn("--show", "attachments,cards", "--lang", "pt")("notes")
    assert {note["label"]: note.get("meta") for note in notes} == {
        **dict.fromkeys(["Física", "chama.png", "O que é?"]),
        "Calor": "1 cartão",
        "Entropia": "1 img",
    }


def test_open_shows_the_map_in_the_browser(run, tmp_path):
    seen = tmp_path / "seen"
    browser = tmp_path / "browser.py"
    browser.write_text(f"import sys; open({str(seen)!r}, 'w').write(sys.argv[1])")
    vault, file = write_vault(tmp_path / "vault", VAULT), tmp_path / "m n.html"
    command = f"{sys.executable} {browser} %s"
    assert run("map", vault, "-o", file, "--open", BROWSER=command).returncode == 0
    assert seen.read_text() == file.as_uri()
