"""What the vault's own settings of Obsidian_to_Anki decide."""

import json

import pytest

from vaultgraph import UsageError, read_vault
from vaultgraph.reading.cards.obsidian_to_anki.deletions import has_deletion, with_deletions
from vaultgraph.reading.cards.obsidian_to_anki.settings import scanned_folder
from vaultgraph.reading.cards.obsidian_to_anki.styles import neuracache
from vaults import write_vault

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
FIELDS = {"Basic": ["Front", "Back"], "Cloze": ["Text", "Extra"]}
CLOZE = r"((?:.+\n)*(?:.*{.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"
HIGHLIGHT = r"((?:.+\n)*(?:.*==.*)(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"


@pytest.fixture
def note(graph):
    """A note in a vault whose plugin is set like this."""

    def read(text, path="Note.md", **settings):
        data = {"settings": {"Defaults": {"Deck": "D"}, **settings}, "fields_dict": FIELDS}
        files = {PLUGIN: json.dumps(data).encode(), path: text.encode()}
        return graph("-- Other.md --", files).vault.notes[path]

    return read


@pytest.mark.parametrize(("text", "expected"), [
    ("Heat is {{c1::energy}}.", True),
    ("Heat is {{c1::}}.", False),
    ("Heat is {{c1::energy.", False),
    ("Heat is {{c1::energy}\n}}.", True),
    ("Heat is {energy}.", False),
])  # fmt: skip
def test_what_is_a_deletion(text, expected):
    assert has_deletion(text) is expected


# What the plugin's own source (3.6.0) makes of these texts.
@pytest.mark.parametrize(("text", "expected"), [
    ("Heat is {energy} and {work}.", "Heat is {{c1::energy}} and {{c2::work}}."),
    ("Heat is {2:energy}, {c3|work}.", "Heat is {{c2::energy}}, {{c3::work}}."),
    ("Heat is {energy\nand more}.", "Heat is {{c1::energy\nand more}}."),
    ("Heat is {energy\n\nand more}.", "Heat is {energy\n\nand more}."),
    ("Heat is {}.", "Heat is {}."),
    ("Heat is {} or so}.", "Heat is {{c1::} or so}}."),
    ("Heat is {1:}.", "Heat is {{c1::1:}}."),
    ("Heat is {{energy}}.", "Heat is {{energy}}."),
    ("Heat is $\\frac{a}{b}$.", "Heat is $\\frac{a}{b}$."),
    ("Heat is {$\\frac{a}{b_{c}}$}.", "Heat is {{c1::$\\frac{a}{b_{c}}$}}."),
    ("Heat is {1:$$x_{a}$$} \\({b}\\).", "Heat is {{c1::$$x_{a}$$}} \\({b}\\)."),
    ("Heat is `{energy}` {or ```{work}```}.", "Heat is `{energy}` {{c1::or ```{work}```}}."),
    ("Heat is ==energy==.", "Heat is {{c1::energy}}."),
    ("Heat is ==$a = b$ for all==.", "Heat is {{c1::$a = b$ for all}}."),
    ("Heat is ==a = b==.", "Heat is {{c1::a = b}}."),
    ("Heat is {==energy==}.", "Heat is {{energy}}."),
    ("Heat is ==energy\n==.", "Heat is ==energy\n==."),
    ("Heat is `==energy==`.", "Heat is `==energy==`."),
    ("For $5 {or} $ and $6 more.", "For $5 {{c1::or}} $ and $6 more."),
    ("$1 for {heat}, 2$ for {work}", "$1 for {heat}, 2$ for {{c1::work}}"),
])  # fmt: skip
def test_braces_and_highlights_become_deletions(text, expected):
    assert with_deletions(text, highlights=True) == expected


def test_highlights_are_deletions_only_where_the_settings_say_so():
    text = "Heat is ==energy== {on} its way."
    assert with_deletions(text, highlights=False) == "Heat is ==energy== {{c1::on}} its way."


@pytest.mark.parametrize(("pattern", "defaults", "text", "expected"), [
    (CLOZE, {"CurlyCloze": True}, "Heat is {energy}.\n<!--ID: 7-->", [("Heat is {energy}.", 7)]),
    (CLOZE, {"CurlyCloze": False}, "Heat is {energy}.", []),
    (CLOZE, {}, "Heat is {{c1::energy}}.", [("Heat is {{c1::energy}}.", 0)]),
    (HIGHLIGHT, {"CurlyCloze": True, "CurlyCloze - Highlights to Clozes": True},
     "Heat is ==energy==.", [("Heat is ==energy==.", 0)]),
    (HIGHLIGHT, {"CurlyCloze": True}, "Heat is ==energy==.", []),
    (neuracache.EXPRESSION, {}, "Heat is energy. #flashcard\nYes.", []),
    (neuracache.EXPRESSION, {}, "Heat is what? #flashcard\n{{c1::Energy}}", [("Heat is what?", 0)]),
])  # fmt: skip
def test_a_cloze_that_deletes_nothing_is_not_a_card(note, pattern, defaults, text, expected):
    read = note(text, CUSTOM_REGEXPS={"Cloze": pattern}, Defaults=defaults)
    assert [(card.question, card.id) for card in read.cards] == expected


def test_frozen_fields_hold_no_cards(note):
    text = "FROZEN - Basic:\nBack: see\nQ: frozen\nA: too\n\nQ: a\nA: b"
    pattern = r"^Q: ((?:.+\n)*)\n*A: (.+(?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))*)"
    assert [c.question for c in note(text, CUSTOM_REGEXPS={"Basic": pattern}).cards] == ["a"]


def test_frozen_fields_are_those_of_a_note_type(graph):
    data = {"settings": {"Defaults": {"Deck": "D"}}, "fields_dict": FIELDS}
    finder = graph("-- Other.md --", {PLUGIN: json.dumps(data).encode()}).vault.card_finder
    text = "FROZEN - Basic:\nsee\nBack: also\nthis\n\nFROZEN - Cloze:\n\nFROZEN - None:\nthat"
    assert finder.frozen_fields(text) == {"Basic": ("see", "also\nthis"), "None": ("that", "")}
    assert finder.frozen_fields("FROZEN fields are not here.") == {}


def test_an_id_below_the_word_delete_is_ignored(note):
    text = "DELETE\n<!--ID: 7-->\n\nDELETE<!--ID: 8-->\n\nx\n<!--ID: 9-->"
    assert note(text).parsed.card_ids == ((9, text.index("9-->")),)
    renamed = note("GONE\n<!--ID: 7-->", Syntax={"Delete Note Line": "GONE"})
    assert renamed.parsed.card_ids == ()


@pytest.mark.parametrize(("is_on", "tags"), [(True, ("d", "a", "c", "e")), (False, ("d",))])
def test_tags_within_a_card_count_if_the_settings_say_so(note, is_on, tags):
    text = "START\nBasic\nQ #a [[x#b]] [y](z.md#b)\nBack: [y](https://z.z#c) #e-f\nTags: d\nEND"
    read = note(text, Defaults={"Deck": "D", "Add Obsidian Tags": is_on})
    assert read.cards[0].tags == tags


def test_tags_come_from_all_folders_the_note_and_the_card(note):
    text = "FILE TAGS: b c\nSTART\nBasic\nQ\nBack: A\nTags: d\nEND"
    read = note(text, "x/y/Note.md", FOLDER_TAGS={"x": "a", "x/y": "aa", "z": "no"})
    assert read.cards[0].tags == ("aa", "a", "b", "c", "d")


@pytest.mark.parametrize("scanned", ["/Index", "Index/", "Nowhere"])
def test_a_folder_that_the_plugin_does_not_find_leaves_everything(note, scanned):
    text = "START\nBasic\nQ\nBack: A\nEND"
    assert note(text, "Index/a.md", Defaults={"Scan Directory": scanned}).cards
    assert note(text, "a.md", Defaults={"Scan Directory": scanned}).cards


def test_only_the_folder_to_scan_has_cards(note):
    text = "START\nBasic\nQ\nBack: A\nEND"
    assert note(text, "Index/a.md", Defaults={"Scan Directory": "Index"}).cards
    assert not note(text, "a.md", Defaults={"Scan Directory": "Index"}).cards


@pytest.mark.parametrize("scanned", ["/etc", "../Other", "Notes/../../Other", "a\0b"])
def test_no_folder_elsewhere_is_looked_for(tmp_path, scanned):
    (tmp_path / PLUGIN).parent.mkdir(parents=True)
    (tmp_path / PLUGIN).write_text(
        json.dumps({"settings": {"Defaults": {"Scan Directory": scanned}}})
    )
    assert [*scanned_folder(str(tmp_path))] == []


def test_settings_that_are_not_valid_json_are_reported(findings):
    assert findings("unreadable-note", f"-- a.md --\n-- {PLUGIN} --\n{{") == [
        f"{PLUGIN}:1:1: this cannot be read: it is not valid JSON, so the plugin's default settings are assumed"
    ]


@pytest.mark.parametrize(("pattern", "text", "question"), [
    (r"^F (.+)$", "F one\r\nF two", "one"),
    (r"^F (\d+)", "F ٣\nF 3", "3"),
    (r"^F (\w+)$", "F é\nF e", "e"),
    (r"^F\s(.+)", "F\u00a0x", "x"),
    (r"^F\s(.+)", "F\ufeffx", "x"),
    (r"^F ([\d]+)", "F ٣\nF 3", "3"),
    (r"^F {(.+)}", "F {x}", "x"),
    (r"^F (?<word>.+)\n\1", "F x\nx", "x"),
    (r"^F \/(.+)\/", "F /x/", "x"),
    (r"^F ([^\]]+)]", "F x]", "x"),
    (r"^F ([^]]+)", "F x]", "x]"),
    (r"^F ([]|x)", "F x", "x"),
    (r"^F (.{2,3})$", "F xyz", "xyz"),
])  # fmt: skip
def test_an_expression_is_read_as_javascript_does(note, pattern, text, question):
    assert [c.question for c in note(text, CUSTOM_REGEXPS={"Basic": pattern}).cards][:1] == [
        question
    ]


def test_cards_with_an_id_come_first_and_hide_only_what_is_inside_them(note):
    pattern = r"^F (.+(?:\n.+)?)\n?"
    read = note("F a\nID: 7\nTags: x", CUSTOM_REGEXPS={"Basic": pattern})
    assert [(card.question, card.id) for card in read.cards] == [("a", 7), ("a\nID: 7", 0)]


@pytest.mark.parametrize("data", [
    {"settings": {"Defaults": {"Deck": ["x"], "Scan Directory": 3}}, "fields_dict": {"Basic": [["x"], 3]}},
    {"settings": {"CUSTOM_REGEXPS": {"Basic": 3}, "FOLDER_TAGS": [], "IGNORED_FILE_GLOBS": [3]}},
    {"settings": {"Syntax": {"Begin Note": None}}, "fields_dict": {"Basic": None}, "File Hashes": [1]},
])  # fmt: skip
def test_settings_of_the_wrong_type_are_ignored(graph, data):
    files = {PLUGIN: json.dumps(data).encode(), "Note.md": b"START\nBasic\nQ\nBack: A\nEND"}
    (card,) = graph("-- Other.md --", files).vault.notes["Note.md"].cards
    assert (card.question, card.answer, card.deck) == ("Q", "A", "Default")


IN_CODE = "How:\n\n  ```\n  Write #flashcard\n  and an answer\n  ```\n"


@pytest.mark.parametrize(("text", "number"), [
    pytest.param(IN_CODE, 0, id="an indented fence"),
    pytest.param("How:\n```\nWrite #flashcard\nand an answer\n```", 0, id="a fence below text"),
    pytest.param("~~~\nWrite #flashcard\nand an answer\n~~~", 0, id="a fence of tildes"),
    pytest.param("How:\n\n    Write #flashcard\n    and an answer", 0, id="an indented block"),
    pytest.param("~~~\nWrite #flashcard\nand an answer\n<!--ID: 7-->\n~~~", 1, id="it has an ID"),
    pytest.param("What? #flashcard\n```\ncode\n```", 1, id="code in the answer"),
])  # fmt: skip
def test_without_settings_what_obsidian_takes_for_code_is_an_example(graph, text, number):
    note = graph(f"-- Heat.md --\n{text}").vault.notes["Heat.md"]
    assert len(note.cards) == number
    assert len(note.parsed.card_marks) == (text.startswith("What"))


def test_with_settings_the_plugin_sees_a_card_even_there(note):
    style = {"CUSTOM_REGEXPS": {"Basic": neuracache.EXPRESSION}}
    assert len(note(IN_CODE, **style).cards) == 1


@pytest.mark.parametrize(("enabled", "number"), [
    ('["dataview"]', 0), ('["obsidian-to-anki-plugin"]', 1), ("", 1), ("{}", 1), ("[", 1),
])  # fmt: skip
def test_a_vault_that_does_without_the_plugin_has_no_such_cards(graph, enabled, number):
    plugins = {".obsidian/community-plugins.json": enabled.encode()}
    read = graph("-- Heat.md --\nWhat? #flashcard\nThat.", plugins).vault
    assert len(read.notes["Heat.md"].cards) == number


@pytest.mark.parametrize("word", ["\n", "\nSTARTI", " ", ""])
def test_a_word_that_marks_no_card_is_the_usual_one(vault, word):
    data = {"settings": {"Syntax": {"Begin Inline Note": word, "End Note": word}}}
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": json.dumps(data).encode()}
    (card,) = vault("-- Heat.md --\nSTARTI [Basic] Q Back: A ENDI\n", files).notes["Heat.md"].cards
    assert card.question == "Q"


def test_styles_can_be_chosen_instead_of_those_of_the_settings(tmp_path):
    root = write_vault(
        tmp_path, "-- Heat.md --\nQ: What is heat?\nA: Energy.\n\nWork::Force times distance.\n"
    )
    for style, questions in (("qa", ["What is heat?"]), ("remnote", ["Work"])):
        cards = read_vault(str(root), card_styles=[style]).notes["Heat.md"].cards
        assert [card.question for card in cards] == questions


@pytest.mark.parametrize(("style", "data", "number"), [
    ("cloze", None, 1), ("highlight", None, 1), ("cloze", {"CurlyCloze": True}, 1), ("cloze", {"CurlyCloze": False}, 0),
    ("highlight", {"CurlyCloze": True}, 1),
])  # fmt: skip
def test_a_chosen_style_makes_its_deletions(tmp_path, style, data, number):
    text = "{energy}" if style == "cloze" else "==energy=="
    settings = {PLUGIN: json.dumps({"settings": {"Defaults": data}}).encode()} if data else {}
    root = write_vault(tmp_path, f"-- Heat.md --\nHeat is {text}.\n", settings)
    assert len(read_vault(str(root), card_styles=[style]).notes["Heat.md"].cards) == number


def test_an_unknown_style_is_refused_with_the_most_similar_one(tmp_path):
    with pytest.raises(UsageError, match="no card style is called neuracash") as raised:
        read_vault(str(tmp_path), card_styles=["neuracash"])
    assert raised.value.hint.startswith("did you mean neuracache? there are ")


@pytest.mark.parametrize(("data", "folders"), [
    ('{"settings": {"Defaults": {"Scan Directory": "Index/"}}}', ["Index"]), ('{"settings": {}}', []), ("{", []),
])  # fmt: skip
def test_the_folder_to_scan_need_not_exist(tmp_path, data, folders):
    write_vault(tmp_path, f"-- {PLUGIN} --\n{data}")
    assert [*scanned_folder(str(tmp_path))] == folders
