"""Notes that Obsidian_to_Anki does not scan, by its globs and its folder."""

import json

import pytest

from vaultgraph.reading.cards.obsidian_to_anki.ignored import is_ignored
from vaultgraph.reading.cards.obsidian_to_anki.styles import neuracache

FIELDS = ("cards", "card_faults", "card_marks", "card_ids")
PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


# What multimatch 7 with minimatch 9 answers.
@pytest.mark.parametrize(("globs", "path", "ignored"), [
    (["Templates/**"], "Templates/deep/A.md", True),
    (["Templates/**"], "x/Templates/A.md", False),
    (["Templates"], "Templates/A.md", False),
    (["Templates/"], "Templates/A.md", False),
    (["/Templates/**"], "Templates/A.md", False),
    (["Templates//**"], "Templates/A.md", True),
    (["templates/**"], "Templates/A.md", False),
    (["**/*.draft.md"], "B.draft.md", True),
    (["**.md"], "x/B.md", False),
    (["Old?/*.md"], "Old1/D.md", True),
    (["Old?/*.md"], "Old12/D.md", False),
    (["*"], "A.md", True),
    (["*"], "x/A.md", False),
    (["{Templates,Archive}/**"], "Archive/B.md", True),
    (["{Templates,Archive/{2023,2024}}/**"], "Archive/2024/B.md", True),
    (["{Templates}/**"], "Templates/A.md", False),
    (["Week {08..10}.md"], "Week 09.md", True),
    (["Week {8..10}.md"], "Week 09.md", False),
    (["{a..c}.md"], "b.md", True),
    (["[_]*.md"], "_d.md", True),
    (["[A-C]*.md"], "Bee.md", True),
    (["[!A-C]*.md"], "Bee.md", False),
    (["[[:alpha:]]*.md"], "é.md", True),
    (["[]a].md"], "].md", True),
    (["[a.md"], "[a.md", True),
    ([r"\*.md"], "a.md", False),
    ([r"\*.md"], "*.md", True),
    (["#*.md"], "#a.md", False),
    (["**", "!Cards/**"], "Cards/A.md", False),
    (["!Cards/**", "**"], "Cards/A.md", True),
    (["!Cards/**"], "Other/A.md", False),
    (["!!Cards/**"], "Other/A.md", False),
    (["**/@(a|b).md"], "x/b.md", True),
    (["+([0-9]).md"], "2024.md", True),
    (["!(index).md", "!x"], "a.md", False),
    (["x/!(index).md"], "x/a.md", True),
    (["x/!(index).md"], "x/index.md", False),
    (["a**b/*.md"], "aXb/c.md", True),
    (["*.md"], ".hidden.md", False),
    (["?hidden.md"], ".hidden.md", False),
])  # fmt: skip
def test_which_notes_the_globs_leave_out(globs, path, ignored):
    assert is_ignored(path, globs) is ignored


@pytest.mark.parametrize(("glob", "path"), [
    ("*a" * 300 + "b", "a" * 3_000),
    ("**/a/" * 50 + "c", "a/" * 2_000 + "b"),
    ("+(a|aa)b", "a" * 3_000),
    ("+(*a)b", "a" * 3_000),
    ("{a,b}" * 40, "x"),
    ("{1..999999999}", "x"),
    ("{" * 5_000, "x"),
    ("{a," * 500 + "}" * 500, "x"),
])  # fmt: skip
def test_no_glob_takes_for_ever(glob, path):
    assert not is_ignored(path, [glob])


@pytest.mark.parametrize("settings", [
    {"IGNORED_FILE_GLOBS": ["{Drafts,Old}/**"]},
    {"Defaults": {"Scan Directory": "Cards"}},
])  # fmt: skip
def test_a_note_that_is_not_scanned_has_no_cards_and_no_faults(graph, settings):
    data = {"settings": {"CUSTOM_REGEXPS": {"Basic": neuracache.EXPRESSION}, **settings}}
    body = "TARGET DECK:x\nQ?#flashcard\n\nSTARTI Q ENDI\n\nR? #flashcard\nA\n<!--ID: 7-->\n"
    text = f"-- Drafts/a.md --\n{body}-- Cards/a.md --\n{body}"
    notes = graph(text, {PLUGIN: json.dumps(data).encode()}).vault.notes
    seen = {
        path: [bool(getattr(note.parsed, field)) for field in FIELDS]
        for path, note in notes.items()
    }
    assert seen == {"Drafts/a.md": [False] * 4, "Cards/a.md": [True] * 4}


def test_a_note_that_is_not_scanned_names_no_deck(graph):
    data = json.dumps({"settings": {"IGNORED_FILE_GLOBS": ["Templates/**"]}})
    text = f"-- Templates/a.md --\n-- a.md --\n-- {PLUGIN} --\n{data}"
    finder = graph(text).vault.card_finder
    body = "TARGET DECK: Physics\n"
    assert finder.named_deck("a.md", body) == "Physics"
    assert finder.named_deck("Templates/a.md", body) == ""
