"""The linear parsers find what the plugin's regular expressions find."""

import json
import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from card_expressions import EXAMPLES, MARKS, STOCK, SUFFIXES
from sampling import times
from vaultgraph.reading import read_vault
from vaultgraph.reading.cards.obsidian_to_anki.custom import Custom
from vaultgraph.reading.cards.obsidian_to_anki.found import Suffix
from vaultgraph.reading.cards.obsidian_to_anki.styles import STYLES
from vaults import write_vault


def stock(pattern):
    return next(parser for style in STYLES.values() if (parser := style.parser(pattern)))


@pytest.mark.parametrize("pattern", STOCK.values(), ids=STOCK)
def test_the_example_of_a_style_is_a_card(pattern):
    text, suffix = EXAMPLES[pattern], Suffix(tags=False, id=False)
    assert [card.start for card in stock(pattern).find(text, suffix)] == [0]


@pytest.mark.parametrize("pattern", STOCK.values(), ids=STOCK)
def test_the_marker_of_a_style_is_in_its_example(pattern):
    marker, example = stock(pattern).marker, EXAMPLES[pattern]
    assert marker in example, f"no text without {marker!r} is searched, so {example!r} is no card"


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("is_named", [True, False], ids=["by name", "by expression"])
def test_a_card_of_a_style_is_found_in_a_vault(name, is_named, tmp_path):
    style = STYLES[name]
    defaults = {"CurlyCloze": True, "CurlyCloze - Highlights to Clozes": True}
    settings = {"CUSTOM_REGEXPS": {style.NOTE_TYPE: style.EXPRESSION}, "Defaults": defaults}
    files = {} if is_named else {PLUGIN: json.dumps({"settings": settings}).encode()}
    text = f"About heat.\n\n{style.EXAMPLE}\n\nThat is all."
    vault = write_vault(tmp_path, f"-- Heat.md --\n{text}", files)
    [card] = read_vault(str(vault), [name] if is_named else ()).notes["Heat.md"].cards
    assert (card.style, card.note_type) == (name, style.NOTE_TYPE)
    assert card.start == text.index(style.EXAMPLE)


ENDS = ["", " Tags: x", "\n<!--ID: 5-->", "\nID: 6", "ID: 7", "Tags: x", "Tags: x ID: 8"]


def texts(pattern):
    """Return a strategy for texts with a card in them, among marks and pieces of this card.

    One card in three is cut off somewhere, as the first characters of an answer are special.
    """
    example = EXAMPLES[pattern]
    short = re.sub(r"\w+( on its way)?\Z", "a", example)
    cut = st.integers(0, len(example)).map(lambda length: example[:length])
    card = st.one_of(st.just(example), st.just(short), cut)
    pieces = st.lists(st.sampled_from([*MARKS, *re.findall(r"\w+|\W", example)]), max_size=9)
    own = st.tuples(st.sampled_from(["", "\n\n"]), card, st.sampled_from(ENDS))
    parts = st.tuples(pieces, own, pieces)
    return parts.map(lambda part: "".join([*part[0], *part[1], *part[2]]))


@pytest.mark.slow
@pytest.mark.parametrize("pattern", STOCK.values(), ids=STOCK)
def test_many_random_texts_hold_a_card_of_the_style(pattern):
    """Otherwise a parser that finds nothing would pass the comparison below."""
    numbers = []

    @given(text=texts(pattern))
    @settings(max_examples=100, database=None)
    def count_cards(text):
        numbers.append(len([*Custom(pattern).find(text, Suffix(tags=False, id=False))]))

    count_cards()
    assert sum(map(bool, numbers)) > len(numbers) / 3


@pytest.mark.slow
@pytest.mark.parametrize("suffix", SUFFIXES, ids=["tags and ID", "tags", "ID", "nothing"])
@pytest.mark.parametrize("pattern", STOCK.values(), ids=STOCK)
@given(data=st.data())
@settings(max_examples=times(80))
def test_finds_what_the_expression_finds(pattern, suffix, data):
    text = data.draw(texts(pattern))
    assert [*stock(pattern).find(text, suffix)] == [*Custom(f"(?:){pattern}").find(text, suffix)]


AFTER_ANSWER = ["ID: 7", "ID: x", "Tags: a", "\n", "<!--", "abcd"]


@pytest.mark.parametrize("pattern", STOCK.values(), ids=STOCK)
def test_an_answer_ends_where_the_expression_says(pattern):
    expression, parser = Custom(f"(?:){pattern}"), stock(pattern)
    for pieces in product(AFTER_ANSWER, repeat=3):
        text = EXAMPLES[pattern] + "".join(pieces)
        for suffix in SUFFIXES:
            assert [*parser.find(text, suffix)] == [*expression.find(text, suffix)]


@pytest.mark.parametrize(("pattern", "text"), [
    (STOCK["qa"], "Q: ab\nA: \u2028c"),
    (STOCK["qa"], "a\rQ: ab\nA: c"),
    (STOCK["qa"], "Q: a\nA: b\nA: ID: 7"),
    (STOCK["headings of a level"], "##\ufeffa\nbcde"),
    (STOCK["headings of a level"], "##\x1ca\nbcde"),
    (STOCK["headings of a level"].replace(r"\s", " "), "##\ta\nbcde"),
    (STOCK["remnote"], "\u2028::#"),
    (STOCK["remnote"], "a::b\r::c"),
    (STOCK["remnote"], "a::\u2028b::c"),
])  # fmt: skip
def test_finds_what_the_expression_finds_in(pattern, text):
    custom = Custom(f"(?:){pattern}")
    for suffix in SUFFIXES:
        assert list(stock(pattern).find(text, suffix)) == list(custom.find(text, suffix))


@given(text=st.lists(st.sampled_from(MARKS), max_size=14).map("".join))
def test_an_expression_that_begins_with_a_paragraph_is_tried_once_in_each(text):
    stock = Custom(STOCK["neuracache"])
    sought_everywhere = Custom(f"(?:){STOCK['neuracache']}")
    suffix = Suffix(tags=False, id=False)
    assert list(stock.find(text, suffix)) == list(sought_everywhere.find(text, suffix))


PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


@pytest.fixture
def cards(graph):
    """The cards of a note in a vault whose plugin is set like this."""

    def find(text, path="Note.md", **plugin):
        data = {"settings": {"CUSTOM_REGEXPS": {"Basic": ""}, **plugin}, "fields_dict": FIELDS}
        body = text.encode() if isinstance(text, str) else text
        note = graph("-- Other.md --", {PLUGIN: json.dumps(data).encode(), path: body}).vault.notes[
            path
        ]
        return [(card.question, card.answer, card.id) for card in note.cards]

    return find


FIELDS = {"Basic": ["Front", "Back"], "Cloze": ["Text", "Extra"]}


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("START\nBasic\nQ\nBack: A\n<!--ID: 7-->\nEND", [("Q", "A", 7)], id="block"),
    pytest.param("START\nBasic\nQ\nR\nBack:\nA\n\nB\nEND", [("Q\nR", "A\n\nB", 0)], id="several lines"),
    pytest.param("START\nBasic\nFront: Q\nBack: A\nTags: a b\nID: 7\nEND", [("Q", "A", 7)], id="tags"),
    pytest.param("START\nBasic \nQ\nBack: A\nEND", [], id="a blank behind the note type"),
    pytest.param("START\nNobody\nQ\nEND", [], id="unknown note type"),
    pytest.param("START\nBasic\nQ", [], id="without an end"),
    pytest.param("a START\nBasic\nQ\nEND", [], id="not at the start of a line"),
    pytest.param("```\nSTART\nBasic\nQ\nEND\n```", [("Q", "", 0)], id="in code"),
    pytest.param("$5\n\nSTART\nBasic\nQ\nEND\n\n7$", [("Q", "", 0)], id="between prices"),
    pytest.param("`STARTI [Basic] Q ENDI`", [("Q", "", 0)], id="inline, in code"),
    pytest.param("START\nEND\nBasic\nQ\nEND", [], id="the word END right below START"),
    pytest.param("START\nBasic\nQ\nFrontBack: A\nEND", [("Q\nFrontBack: A", "", 0)], id="no field"),
    pytest.param("STARTI [Basic] Q Back:A ENDI", [("Q Back:A", "", 0)], id="no space behind a field"),
    pytest.param("x STARTI [Basic] Q Back: A <!--ID: 7--> ENDI y", [("Q", "A", 7)], id="inline"),
    pytest.param("START\nBasic\nQ\nID: ٣\nEND", [("Q\nID: ٣", "", 0)], id="an ID in other digits"),
    pytest.param("STARTI [Basic] Q ID: ٣ ENDI", [("Q ID: ٣", "", 0)], id="inline, an ID in other digits"),
    pytest.param("STARTI [Basic] Q\u2028 ENDI", [], id="inline, on two lines"),
    pytest.param("STARTI [Basic] Q ENDI STARTI [Basic] R ENDI", [("Q", "", 0), ("R", "", 0)], id="two inline"),
    pytest.param("STARTI Q Back: A ENDI", [], id="inline without a note type"),
    pytest.param("Q #flashcard\nA", [], id="a style that is off"),
])  # fmt: skip
def test_blocks(cards, text, expected):
    assert cards(text) == expected


def test_each_field_of_a_note_type_is_one(graph):
    data = {
        "settings": {"Defaults": {"Deck": "D"}},
        "fields_dict": {"Word": ["Word", "Meaning", "Use", "Hint"]},
    }
    text = "-- a.md --\nSTART\nWord\nHeat\nMeaning: energy\nHint: fire\nEND"
    (card,) = graph(text, {PLUGIN: json.dumps(data).encode()}).vault.notes["a.md"].cards
    assert (card.question, card.answer, card.more) == ("Heat", "energy", ("", "fire"))
    assert card.back == "energy\nfire"


def test_words_can_be_renamed(cards):
    syntax = {"Begin Note": "CARD", "End Note": "DONE", "Target Deck Line": "DECK"}
    assert cards("CARD\nBasic\nQ\nBack: A\nDONE", Syntax=syntax) == [("Q", "A", 0)]
    assert cards("START\nBasic\nQ\nEND", Syntax=syntax) == []
    inline = {"Begin Note": "CARD", "Begin Inline Note": "SHORT", "End Inline Note": "DONE"}
    assert cards("SHORT [Basic] Q Back: A DONE", Syntax=inline) == [("Q", "A", 0)]


def test_an_expression_of_ones_own_is_run(cards):
    pattern = {"Basic": r"^Frage (?<f>.+)\nAntwort (.+)"}
    assert cards("Frage 1\nAntwort 2\n<!--ID: 7-->", CUSTOM_REGEXPS=pattern) == [("1", "2", 7)]


@pytest.mark.slow
@pytest.mark.parametrize(("pattern", "fault"), [
    ("(", "the expression for Basic is not valid: missing ) at position 1"),
    (r"(a+)+\1y", "the expression for Basic takes too long: not all cards are found"),
])  # fmt: skip
def test_an_unusable_expression_is_reported_and_does_not_hang(graph, pattern, fault):
    data = json.dumps({"settings": {"CUSTOM_REGEXPS": {"Basic": pattern}}}).encode()
    asked = graph("-- a.md --\n" + "a" * 5000 + "b\n-- b.md --\n" + "a" * 5000, {PLUGIN: data})
    assert asked.vault.unreadable == {PLUGIN: fault}


@pytest.mark.slow
def test_a_careless_expression_finds_all_its_cards(cards):
    expression = {"Basic": r"^(a+a+)+y (.+)"}
    text = "a" * 5000 + "\n\n" + "a" * 40 + "y b\n<!--ID: 7-->"
    assert cards(text, CUSTOM_REGEXPS=expression) == [("a" * 40, "b", 7)]


@pytest.mark.slow
def test_nothing_is_reported_about_a_note_cut_off_by_a_limit(graph):
    data = {"settings": {"CUSTOM_REGEXPS": {"Basic": r"^Q (.+) A (.+)$|(a+)+\3y"}}}
    files = {PLUGIN: json.dumps(data).encode()}
    card = "Q heat A energy\n<!--ID: 1700000000001-->\n"
    notes = graph(f"-- a.md --\n{card}{'a' * 5000}\n-- b.md --\n{card}", files).vault.notes
    assert (notes["a.md"].cards, notes["a.md"].parsed.card_ids) == ((), ())
    assert [found.question for found in notes["b.md"].cards] == ["heat"]


@pytest.mark.parametrize(("path", "plugin"), [
    ("Index/a.md", {"IGNORED_FILE_GLOBS": ["Index/**"]}),
    ("a.excalidraw.md", {"IGNORED_FILE_GLOBS": ["**/*.excalidraw.md"]}),
    ("a.md", {"Defaults": {"Scan Directory": "Index"}}),
])  # fmt: skip
def test_notes_that_the_plugin_does_not_scan_have_no_cards(cards, graph, path, plugin):
    assert cards("START\nBasic\nQ\nEND", path, **plugin) == (
        [] if "Defaults" not in plugin else [("Q", "", 0)]
    )


def test_the_innermost_folder_with_a_deck_names_it(graph):
    data = {
        "settings": {"FOLDER_DECKS": {"a": "A", "a/b": "", "a/c": "C"}, "Defaults": {"Deck": "D"}}
    }
    body = b"START\nBasic\nQ\nEND"
    paths = ("a/b/x.md", "a/c/x.md", "x.md")
    vault = graph(
        "-- y.md --", {PLUGIN: json.dumps(data).encode(), **dict.fromkeys(paths, body)}
    ).vault
    assert [vault.notes[path].cards[0].deck for path in paths] == ["A", "C", "D"]


@pytest.mark.parametrize(
    "data",
    [b"{}", b"[", b"[1]", b'{"settings": 3}', b'{"settings": {"Syntax": 1, "CUSTOM_REGEXPS": []}}'],
)
def test_broken_settings_stop_nothing(graph, data):
    graph("-- x.md --\nQ #flashcard\nA", {PLUGIN: data})


def test_an_expression_nested_without_end_is_none(vault):
    pattern = "(" * 3000 + "a" + ")" * 3000
    data = json.dumps({"settings": {"CUSTOM_REGEXPS": {"Basic": pattern}}}).encode()
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": data}
    assert vault("-- Heat.md --\na\n", files).notes["Heat.md"].cards == ()
