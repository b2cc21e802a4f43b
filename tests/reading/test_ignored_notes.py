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
    (["[[:upper:]].md"], "É.md", True),
    (["[[:digit:]].md"], "٣.md", True),
    (["[[:punct:]].md"], "¿.md", True),
    (["[[:ascii:]].md"], "é.md", False),
    (["[[:graph:]].md"], "é.md", True),
    (["[b-ac].md"], "c.md", True),
    (["[a-[:digit:]].md"], "a.md", False),
    (["[!a]b.md"], ".b.md", False),
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


# What minimatch 9 answers.
@pytest.mark.parametrize(("glob", "fitting", "others"), [
    ("a/**/b", ["a/b", "a/x/b", "a/x/y/b"], ["a/.x/b", "a/x/b/c", "x/a/b"]),
    ("a/**", ["a/x", "a/x/y"], ["a/.x/b", "a/x/.b", "b/x"]),
    ("**/**/b", ["b", "x/b", "x/y/b"], ["b/x"]),
    ("a/**/**", ["a/b", "a/b/c"], ["b/a"]),
    ("a/**/c/**/d", ["a/c/d", "a/x/c/c/y/d", "a/c/x/c/d"], ["a/c/x", "a/d/c"]),
    ("a//b", ["a/b"], ["a/x/b", "ab"]),
    ("a/b", ["a/b"], ["a", "a/b/c"]),
    ("a*b*c", ["abc", "aXbYc", "abbc", "abcbc"], ["acb", "aXbY", "Xabc", "ac"]),
    ("*b*", ["abc", "b"], ["ac", ".b"]),
    ("**b", ["ab", "b"], ["ba", "x/b"]),
    ("a**", ["a", "abc"], ["ba", "a/b"]),
    ("***", ["a"], ["a/b", ".a"]),
    ("a?c", ["abc"], ["ac", "abbc", "a/c"]),
    ("{1..3}", ["1", "2", "3"], ["0", "4"]),
    ("{3..1}", ["1", "2", "3"], ["0", "4"]),
    ("{1..5..2}", ["1", "3", "5"], ["2", "4", "7"]),
    ("{5..1..-2}", ["1", "3", "5"], ["2", "4"]),
    ("{1..3..0}", ["1", "2", "3"], []),
    ("{-1..1}", ["-1", "0", "1"], ["-2", "2"]),
    ("{08..10}", ["08", "09", "10"], ["8", "11"]),
    ("{8..010}", ["008", "009", "010"], ["8", "10"]),
    ("{a..c}", ["a", "b", "c"], ["d", "B"]),
    ("{c..a}", ["a", "b", "c"], ["d"]),
    ("{a..e..2}", ["a", "c", "e"], ["b", "d", "g"]),
    ("{e..a..2}", ["a", "c", "e"], ["b", "d"]),
    ("{1..a}", ["{1..a}"], ["1", "a"]),
    ("{a}", ["{a}"], ["a"]),
    ("{a,b", ["{a,b"], ["a", "b"]),
    ("{,a}b", ["b", "ab"], ["a"]),
    ("{a,{b,c}}", ["a", "b", "c"], ["{b", "c}"]),
    ("{a{1..2},b}", ["a1", "a2", "b"], ["a", "b1"]),
    ("x{a,b}y{c,d}", ["xayc", "xbyd"], ["xy", "xbybd"]),
    ("${a,b}", ["${a,b}"], ["$a"]),
    (r"\{a,b}", ["{a,b}"], ["a"]),
    ("[a-c]", ["a", "b", "c"], ["d", "-"]),
    ("[^a-c]", ["d"], ["b"]),
    ("[a-]", ["a", "-"], ["b"]),
    ("[-a]", ["a", "-"], ["b"]),
    (r"[a\-c]", ["a", "-", "c"], ["b"]),
    (r"[\]]", ["]"], ["a"]),
    ("[]a]", ["]", "a"], ["b"]),
    ("[[]", ["["], ["a"]),
    ("[c-a]", [], ["b", "[c-a]"]),
    ("[]", ["[]"], ["a"]),
    ("[a-cx-z]", ["b", "y"], ["w", "-"]),
    ("[[:digit:]a]", ["3", "a"], ["b", ":"]),
    ("[^[:digit:]]", ["b"], ["3"]),
    ("[[:alpha:][:digit:]]", ["a", "4"], ["_"]),
    ("[[:upper:]]", ["A"], ["a"]),
    ("[[:lower:]]", ["a"], ["A"]),
    ("[[:alnum:]]", ["a", "1"], ["_"]),
    ("[[:word:]]", ["a", "_"], ["-"]),
    ("[[:xdigit:]]", ["f", "0"], ["g"]),
    ("[[:punct:]]", ["!", "_"], ["a"]),
    ("[[:space:]a]b", [" b", "ab"], ["_b"]),
    ("?(a|b)c", ["c", "ac", "bc"], ["abc"]),
    ("+(ab|c)", ["ab", "abc", "ccab"], ["a", "b"]),
    ("x*(ab|c)", ["x", "xababc"], ["xa"]),
    ("@(a*|b)", ["a", "axx", "b"], ["bx"]),
    ("a@(b|c*)d", ["abd", "acxd"], ["ad", "abxd"]),
    ("@(a|@(b|c))", ["a", "b", "c"], ["@(b", "c)"]),
    ("x!(a|c)b", ["xb", "xcab"], ["xab", "xcb"]),
    ("*@(a|b)*", ["xay"], ["xy", ".a"]),
    ("@(a", ["@(a"], ["a"]),
    ("a(b)", ["a(b)"], ["ab"]),
])  # fmt: skip
def test_what_a_glob_fits(glob, fitting, others):
    assert [path for path in (*fitting, *others) if is_ignored(path, [glob])] == fitting


@pytest.mark.slow
@pytest.mark.parametrize(("glob", "path"), [
    ("*@(a|b)*c*", "xayc"),
    ("*a" * 300 + "b", "a" * 3_000),
    (r"[\]" * 3_000, "a" * 3_000),
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
    settings = {
        "IGNORED_FILE_GLOBS": ["Templates/**"],
        "FOLDER_DECKS": {"Physics": "P", "Templates": "T"},
    }
    data = json.dumps({"settings": settings})
    text = f"-- Templates/a.md --\n-- a.md --\n-- {PLUGIN} --\n{data}"
    finder = graph(text).vault.card_finder
    body = "TARGET DECK: Physics\n"
    assert finder.named_deck("a.md", body) == "Physics"
    assert finder.named_deck("Templates/a.md", body) == ""
    decks = [
        finder.named_deck(f"{folder}a.md", "Text.") for folder in ("", "Physics/", "Templates/")
    ]
    assert decks == ["", "P", ""]
