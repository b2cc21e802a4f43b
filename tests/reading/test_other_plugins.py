"""Flashcards of the plugins Spaced Repetition and flashcards-obsidian."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.reading.cards import Flashcards
from vaultgraph.reading.cards.flashcards_obsidian import FlashcardsObsidian
from vaultgraph.reading.cards.spaced_repetition import Settings, SpacedRepetition
from vaultgraph.reading.note import parse_note

SPACED = ".obsidian/plugins/obsidian-spaced-repetition/data.json"
FLASHCARDS = ".obsidian/plugins/flashcards-obsidian/data.json"
ANKI = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


@pytest.fixture
def cards(graph):
    """The cards of a note in a vault with these settings of a plugin."""

    def find(text, plugin=None, **settings):
        data = {plugin: json.dumps({"settings": settings}).encode()} if plugin else {}
        asked = graph("-- Other.md --", {"Physics/Heat.md": text.encode(), **data})
        return asked.vault.notes["Physics/Heat.md"].cards

    return find


def sides(cards):
    return [(card.question, card.answer) for card in cards]


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("Q::A", [("Q", "A")], id="one line"),
    pytest.param("Q:::A", [("Q", "A")], id="one line, both ways"),
    pytest.param("Q\nR\n?\nA\nB\n\nC", [("Q\nR", "A\nB")], id="several lines"),
    pytest.param("Q\n??\nA", [("Q", "A")], id="several lines, both ways"),
    pytest.param("?\nA", [], id="nothing is asked"),
    pytest.param("Heat is ==energy== on its way.", [("Heat is ==energy== on its way.", "")], id="cloze"),
    pytest.param("`a::b`", [], id="in code"),
    pytest.param("`x` Q::A", [("`x` Q", "A")], id="behind code"),
    pytest.param("Q\n?\n```\na\n\nb\n```\nB", [("Q", "```\na\n\nb\n```\nB")], id="code in an answer"),
    pytest.param("~~~\nQ::A\n~~~", [], id="in a block of code"),
    pytest.param("<!-- Q::A -->\nR::B\nS::C", [("S", "C")], id="a comment takes the line below too"),
    pytest.param("<!-- Q::A\n-->\n\nS::C", [], id="a comment of several lines takes the rest"),
    pytest.param("`a::b", [("`a", "b")], id="behind an odd backtick"),
    pytest.param("Heat is ==.", [], id="half a cloze"),
    pytest.param("Q\n?\nA\nR::B", [("R", "B")], id="colons take the card above"),
    pytest.param("Q::A\nR::B", [("Q", "A"), ("R", "B")], id="line by line"),
    pytest.param("No card.", [], id="prose"),
    pytest.param("??\nA", [("", "A")], id="the longer mark at the start of a paragraph"),
    pytest.param("?\nQ\n??\nA", [("", "Q\n??\nA")], id="the first mark between the sides counts"),
    pytest.param("Q ==a== b\n?\nA", [("Q ==a== b", "A")], id="a cloze above a mark"),
    pytest.param("Q\n?\nA ==b==", [("Q", "A ==b==")], id="a cloze below a mark"),
    pytest.param("====", [], id="a cloze without text"),
    pytest.param("Heat is **hot** or {{hot}}.", [], id="marks that are off"),
    pytest.param("```\n==a==\n```", [], id="a cloze in a block of code"),
    pytest.param("Q\n?\n~~~\na\n\nb", [("Q", "~~~\na\n\nb")], id="code to the end of the note"),
    pytest.param("`a`::b`", [("`a`", "b`")], id="between pieces of code"),
    pytest.param("Q\r\n?\r\nA\r\n\r\nB", [("Q", "A")], id="Windows line endings"),
])  # fmt: skip
def test_spaced_repetition(cards, text, expected):
    assert sides(cards(f"#flashcards\n\n{text}", SPACED)) == expected


def test_a_card_is_due_on_the_first_day_of_its_schedule(cards):
    found = cards("""#flashcards

Q:::A <!--SR:!2026-05-14,13,234!2026-05-13,14,254-->
R::B
<!--SR:!2026-06-01,3,250-->
S::C
T
?
D
<!--SR:!fsrs,2026-07-01,3,250-->
""", SPACED)  # fmt: skip
    assert sides(found) == [("Q", "A"), ("R", "B"), ("S", "C"), ("T", "D")]
    assert [card.due for card in found] == ["2026-05-13", "2026-06-01", "", "2026-07-01"]


@pytest.mark.parametrize(("text", "expected"), [
    ("Q::A\n> [!sr|card-metadata]\n> <!--SR:!2026-05-14,13,234-->\nR::B", [("Q", "A", "2026-05-14"), ("R", "B", "")]),
    ("Q\n?\nA\n> [!sr|card-metadata]\n> <!--SR:!2026-05-14,13,234-->", [("Q", "A", "2026-05-14")]),
    ("Q::A\n> [!note]\n> <!--SR:!2026-05-14,13,234-->", [("Q", "A", "")]),
    ("Q <!--SR:!2026-05-14::3-->", [("Q", "", "2026-05-14")]),
    ("<!--SR:!2026-05-14,13,234-->\nR::B", [("R", "B", "")]),
])  # fmt: skip
def test_where_a_schedule_may_be(cards, text, expected):
    found = cards(f"#flashcards\n\n{text}", SPACED)
    assert [(card.question, card.answer, card.due) for card in found] == expected


@pytest.mark.parametrize(("text", "part"), [
    ("Q::A\nMore.", "Q::A"), ("Q::A\n<!--SR:!2026-05-14,13,234-->\nMore.", "Q::A\n<!--SR:!2026-05-14,13,234-->"),
    ("Q\n?\nA\n\nMore.", "Q\n?\nA"), ("Q::A\n> [!sr|card-metadata]\n> <!--SR:-->\nMore.", "Q::A\n> [!sr|card-metadata]\n> <!--SR:-->"),
])  # fmt: skip
def test_where_a_card_of_spaced_repetition_ends(cards, text, part):
    for above in ("#flashcards\n", "---\ntags: flashcards\n---\n"):
        (card,) = cards(above + text, SPACED)
        assert (above + text)[card.start : card.end] == part


@pytest.mark.parametrize(("text", "note_type"), [
    ("Q::A", "Basic"), ("Q:::A", "Basic (and reversed card)"), ("Q\n?\nA", "Basic"),
    ("Q\n??\nA", "Basic (and reversed card)"), ("Q ==A==", "Cloze"),
])  # fmt: skip
def test_the_note_type_of_a_card_of_spaced_repetition(cards, text, note_type):
    assert [card.note_type for card in cards(f"#flashcards\n{text}", SPACED)] == [note_type]


def test_decks_are_tags(cards):
    text = "#flashcards/a\nQ::A\n#flashcards/b R::B\nS::C\n#flashcards\nT::D"
    assert [card.deck for card in cards(text, SPACED)] == [
        "flashcards/a", "flashcards/b", "flashcards/a", "flashcards",
    ]  # fmt: skip
    assert cards("Q::A", SPACED) == ()
    assert cards("---\ntags: flashcards/c\n---\nQ::A", SPACED)[0].deck == "flashcards/c"
    assert cards("Q::A", SPACED, convertFoldersToDecks=True)[0].deck == "Physics"
    assert cards("#cards\nQ::A", SPACED, flashcardTags=["#cards"])[0].deck == "cards"
    assert cards("#cards\nQ::A", SPACED, flashcardTags="#cards") == ()
    assert cards("#flashcards/a\nQ\n?\nA\n#flashcards/b\n\nR::B", SPACED)[1].deck == "flashcards/a"
    assert cards("#flashcards/a\n\n#flashcards/b Q\n?\nA", SPACED)[0].deck == "flashcards/b"


def test_a_tag_in_a_line_names_the_deck_of_the_cards_below(cards):
    text = "# Heat #flashcards/a\n\nQ::A\n\nMore, see #flashcards/b\n\nR::B"
    assert [card.deck for card in cards(text, SPACED)] == ["flashcards/a", "flashcards/b"]


@pytest.mark.parametrize(("settings", "number"), [
    ({"noteFoldersToIgnore": ["Physics"]}, 0),
    ({"noteFoldersToIgnore": ["**/H*.md"]}, 0),
    ({"noteFoldersToIgnore": ["Other", "*.md", 3, ""]}, 1),
    ({"noteFoldersToIgnore": "Physics"}, 1),
    ({"flashcardTagsToIgnore": ["#old"]}, 0),
    ({"flashcardTagsToIgnore": ["#older"]}, 1),
])  # fmt: skip
def test_some_notes_are_ignored(cards, settings, number):
    for tags in ("#flashcards #old", "---\ntags: [flashcards, old]\n---"):
        assert len(cards(f"{tags}\nQ::A", SPACED, **settings)) == number


def test_marks_can_be_renamed(cards):
    marks = {
        "singleLineCardSeparator": ">>",
        "multilineCardSeparator": "&",
        "multilineCardEndMarker": "!",
    }
    found = cards("#flashcards\nQ>>A\n\nR\n&\nB\n\nC\n!\n", SPACED, **marks)
    assert sides(found) == [("Q", "A"), ("R", "B\n\nC")]
    assert cards("#flashcards\nHeat is ==so==.", SPACED, convertHighlightsToClozes=False) == ()
    assert cards("#flashcards\nHeat is **so**.", SPACED, convertBoldTextToClozes=True) != ()
    assert cards("#flashcards\nHeat is {{so}}.", SPACED, convertCurlyBracketsToClozes=True) != ()
    assert sides(cards("#flashcards\nQ::A", SPACED, singleLineCardSeparator=3)) == [("Q", "A")]


@pytest.mark.parametrize(("patterns", "text", "number"), [
    (["**[123;;]answer[;;hint]**"], "The **sky** is blue.", 1),
    (["**[123;;]answer[;;hint]**"], "The **1;;sky;;above** is blue.", 1),
    (["**[123;;]answer[;;hint]**"], "The ==sky== is blue.", 0),
    (["{{[123::]answer[::hint]}}"], "The {{sky}} is blue.", 1),
    ([r"==answer==[^\[hint\]][\[^123\]]"], "The ==sky==^[above][^1] is blue.", 1),
    ([], "The ==sky== is blue.", 0),
    (["answer", 3], "The sky is blue.", 0),
    (["answer**", "**answer"], "The **sky** is blue.", 0),
    (["==answer=="], "An ==a== is one letter.", 1),
])  # fmt: skip
def test_patterns_say_what_a_cloze_is(cards, patterns, text, number):
    found = cards(f"#flashcards\n\n{text}", SPACED, clozePatterns=patterns)
    assert [card.style for card in found] == ["cloze"] * number


def test_with_a_word_at_the_end_a_cloze_may_have_empty_lines(cards):
    found = cards("#flashcards\nA ==b==\n\nc\n+++\nd", SPACED, multilineCardEndMarker="+++")
    assert sides(found) == [("A ==b==\n\nc", "")]


def test_without_the_plugin_only_what_has_a_schedule_is_a_card(cards):
    assert sides(cards("Q::A <!--SR:!2026-05-14,13,234-->\nR::B")) == [("Q", "A")]
    assert cards("#flashcards\nQ::A") == ()


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("Q #card\nA\n^1638982929779", [("Q", "A", 1638982929779)], id="hashtag"),
    pytest.param("## Q #card\nA", [("Q", "A", 0)], id="heading"),
    pytest.param("Q\nR #card-reverse #x\nA\nB\n\nC", [("Q\nR", "A\nB", 0)], id="reverse"),
    pytest.param("Q #card/reverse\nA", [("Q", "A", 0)], id="reverse, nested"),
    pytest.param("A thought #card-spaced", [("A thought", "", 0)], id="spaced"),
    pytest.param("Q #card\n\nA\n\nB", [("Q", "A", 0)], id="an empty line before the answer"),
    pytest.param("Q\n#card\nA", [("Q", "A", 0)], id="the tag on a line of its own"),
    pytest.param("Q#card\nA ^1638982929779", [("Q", "A", 1638982929779)], id="without a space"),
    pytest.param("Q #card", [], id="no answer"),
    pytest.param("- a:: b\n^1638982929779\n- c:::d", [("a", "b", 1638982929779), ("c", "d", 0)], id="a list"),
    pytest.param("- a:: b ^1638982929779", [("a", "b", 1638982929779)], id="the ID on the line"),
    pytest.param("- a:: b", [], id="the plugin never met the note"),
    pytest.param("R #card\nA\n^1638982929779\n\n`x::y`", [("R", "A", 1638982929779)], id="colons in code"),
    pytest.param("Q #cards\nA", [], id="another tag"),
    pytest.param("Q #card and more\nA", [], id="text behind the tag"),
    pytest.param("Q::A\n^1638982929779", [("Q", "A", 1638982929779)], id="one line"),
    pytest.param("Heat is ==energy==.\n^1638982929779", [("Heat is ==energy==.", "", 1638982929779)], id="cloze"),
    pytest.param("Heat is ==energy==.", [], id="a highlight"),
    pytest.param("```\nQ #card\nA\n```", [], id="code"),
    pytest.param("```\n\nQ #card\nA\n\n```", [], id="code with empty lines"),
    pytest.param("Q #card-spaced\n^1638982929779", [("Q", "", 1638982929779)], id="spaced, with an ID"),
    pytest.param("Q #card\n^1638982929779", [("Q", "", 1638982929779)], id="an ID without an answer"),
    pytest.param("#card\nA", [], id="no question"),
    pytest.param("P\n\n\nQ #card\n\n\nA\n\nB", [("Q", "A", 0)], id="among empty lines"),
    pytest.param("R #card S #card\nA", [("R #card S", "A", 0)], id="only the tag at the end of the line counts"),
    pytest.param("Q #card\nA\nR #card\nB", [("Q", "A\nR #card\nB", 0)], id="a tag in the answer"),
    pytest.param("Q #card\nA\n\nR #card\nB", [("Q", "A", 0), ("R", "B", 0)], id="two"),
    pytest.param("$$\n\nQ #card\nA\n\n$$\n\nR #card\nB", [("R", "B", 0)], id="a formula"),
    pytest.param("Heat is {so}.\n\n^1638982929779", [], id="the ID of a cloze must be on the line below"),
])  # fmt: skip
def test_flashcards_obsidian(cards, text, expected):
    found = cards(text, FLASHCARDS)
    assert [(card.question, card.answer, card.id) for card in found] == expected


def test_the_properties_show_that_the_plugin_met_the_note(cards):
    text = "---\ncards-deck: Physics\ntags: exam\n---\n# Heat\n- Q:: A #warm\n- ==Heat== flows.\n"
    found = cards(text, FLASHCARDS, defaultAnkiTag="vault")
    assert [(c.question, c.answer, c.deck, c.tags) for c in found] == [
        ("Q", "A", "Physics", ("vault", "exam", "warm")),
        ("- ==Heat== flows.", "", "Physics", ("vault", "exam")),
    ]


@pytest.mark.parametrize(("text", "expected"), [
    ("cards-deck::A\n\nTags::B", []),
    ("Q::", []),
    ("::A", []),
    ("Q::#x", []),
    ("Q::A b #x #y/z\n^1638982929779", [("Q", "A b", 1638982929779)]),
    ("Q::A ^1638982929779 more", [("Q", "A", 1638982929779)]),
    ("`Q`::`A`", [("`Q`", "`A`", 0)]),
    ("`Q::A`", []),
    ("`Q::A`\n^1638982929779", [("`Q", "A`", 1638982929779)]),
    ("$Q::A$", []),
    ("1. Q::A\n## R::B\n* S::C", [("Q", "A", 0), ("R", "B", 0), ("S", "C", 0)]),
    ("Heat is {so}.", [("Heat is {so}.", "", 0)]),
    ("Heat is `{so}` and [[{so}]].", []),
    ("Heat is `{so}`.\n^1638982929779", [("Heat is `{so}`.", "", 1638982929779)]),
    ("Q::A ==b==", [("Q", "A ==b==", 0)]),
    ("Q #card\nA ==b==\nc::d", [("Q", "A ==b==\nc::d", 0)]),
    ("Q #card\nA\n\nR::B\n\nS #card\nC", [("Q", "A", 0), ("R", "B", 0), ("S", "C", 0)]),
    ("```\nQ::A\n```\nR::B\n```\n==c==\n```", [("R", "B", 0)]),
    ("```\nQ::A\n~~~\nR::B\n```\nS::C\n````\nT::D\n```\nU::E", [("S", "C", 0)]),
])  # fmt: skip
def test_lines_of_a_note_that_the_plugin_met(cards, text, expected):
    found = cards(f"---\ncards-deck: Physics\n---\n{text}", FLASHCARDS)
    assert [(card.question, card.answer, card.id) for card in found] == expected


@pytest.mark.parametrize(("text", "part"), [
    ("Q #card\nA\n\nMore.", "Q #card\nA"), ("Q #card\nA \n^1638982929779\n\nMore.", "Q #card\nA \n^1638982929779"),
    ("More.\n\nQ #card-spaced\n\nMore.", "Q #card-spaced"), ("Q #card-spaced\n^1638982929779", "Q #card-spaced\n^1638982929779"),
    ("Q::A\nMore.", "Q::A"), ("Q::A\n^1638982929779", "Q::A\n^1638982929779"), ("Q::A ^1638982929779 b", "Q::A ^1638982929779"),
    ("Q ==A==\nMore.", "Q ==A=="), ("Q ==A==\n^1638982929779", "Q ==A==\n^1638982929779"),
])  # fmt: skip
def test_where_a_card_of_version_1_ends(cards, text, part):
    above = "---\ncards-deck: Physics\n---\n"
    (card,) = cards(above + text, FLASHCARDS)
    assert (above + text)[card.start : card.end] == part
    assert not card.id or (above + text).startswith("1638982929779", card.id_start)


@pytest.mark.parametrize(("text", "note_type", "tags"), [
    ("Q #card #x/y #z\nA", "Basic", ("x::y", "z")), ("Q #Card-Reverse\nA", "Basic (and reversed card)", ()),
    ("Q #card/reverse #x\nA", "Basic (and reversed card)", ("x",)), ("Q #card-spaced", "Spaced", ()),
    ("Q::A #x #y z\n^1638982929779", "Basic", ("x", "y")), ("Q:::A\n^1638982929779", "Basic (and reversed card)", ()),
    ("Q ==A==\n^1638982929779", "Cloze", ()),
])  # fmt: skip
def test_the_note_type_and_tags_of_a_card_of_version_1(cards, text, note_type, tags):
    assert [(card.note_type, card.tags) for card in cards(text, FLASHCARDS)] == [(note_type, tags)]


@pytest.mark.parametrize(("settings", "questions"), [
    ({"inline": {"enabled": False}}, []),
    ({"inline": {"enabled": True}}, ["Q", "T"]),
    ({"inlineSeparator": ">>"}, ["S", "T"]),
    ({"inlineSeparatorReverse": "<>"}, ["Q", "R", "T"]),
    ({"inlineReverseSeparator": "<>"}, ["Q", "R", "T"]),
])  # fmt: skip
def test_the_separators_can_be_renamed_or_disabled(cards, settings, questions):
    text = "---\ncards-deck: Physics\n---\nQ::A\nR<>B\nS>>C\nT:::D"
    assert [card.question for card in cards(text, FLASHCARDS, **settings)] == questions


@pytest.mark.parametrize(("settings", "tags"), [
    ({"defaultAnkiTag": "a"}, ("a",)), ({"defaultAnkiTag": ""}, ()), ({"defaultTags": ["a", "", 3, "b"]}, ("a", "b")),
    ({"defaultTags": 3}, ()), ({"defaultTags": "a", "defaultAnkiTag": "b"}, ("a",)), ({}, ()), ({"hashtag": {}}, ("obsidian",)),
])  # fmt: skip
def test_the_tags_of_every_card(cards, settings, tags):
    assert [card.tags for card in cards("Q #card\nA", FLASHCARDS, **settings)] == [tags]


@pytest.mark.parametrize(("settings", "deck"), [
    ({"folderBasedDeck": True, "deck": "Usual"}, "Physics"),
    ({"folderBasedDeck": "yes"}, "Default"),
    ({"folderBasedDeck": False, "deck": "Usual"}, "Usual"),
    ({"defaultDeck": "Usual"}, "Usual"),
    ({"folderBasedDecks": True}, "Physics"),
])  # fmt: skip
def test_the_deck_of_a_note_that_names_none(cards, settings, deck):
    (found,) = cards("Q #card\nA", FLASHCARDS, **settings)
    assert found.deck == deck


MANIFEST = ".obsidian/plugins/flashcards-obsidian/manifest.json"


@pytest.fixture
def of_second(graph):
    """The cards of a note in a vault with version 2 of the plugin."""

    def find(text):
        files = {MANIFEST: b'{"version": "2.1.1"}', "Physics/Heat.md": text.encode()}
        return graph("-- Other.md --", files).vault.notes["Physics/Heat.md"].cards

    return find


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("## Q #card\nA\n\n### More\nB ^q-ab2c\n\n## Else\nC", [("Q", "A\n\n### More\nB")], id="a section"),
    pytest.param("## Q\n#card-reverse\nA", [("Q", "A")], id="the tag below the heading"),
    pytest.param("## Q #card\nR::B", [("Q", "R::B")], id="a section owns what is in it"),
    pytest.param("Q #card\nA\n\nB", [("Q", "A")], id="a paragraph"),
    pytest.param("Q #card\n\nA\n\nB", [("Q", "A")], id="the next block answers"),
    pytest.param("Keep it short. #card-reminder\n\nB", [("Keep it short.", "")], id="a reminder"),
    pytest.param("```flashcard\nfront: Q\nback: A\n\nB\ntype: reversed\n```\n^q-ab2c", [("Q", "A\n\nB")], id="a fence"),
    pytest.param("```flashcard\nfront: Q\n```", [], id="a fence without an answer"),
    pytest.param("```js\nQ #card\nA\n```", [], id="code"),
    pytest.param("> [!CARD] : Q\n> A\n>\n> B", [("Q", "A\n\nB")], id="a callout"),
    pytest.param("> Q #card\n> A", [], id="a quote"),
    pytest.param("- Q::A ^q-ab2c\n  - B\n- R::C ^q-ab2d", [("Q", "A\n  - B"), ("R", "C")], id="a list"),
    pytest.param("Heat is ==energy==. ^q-ab2c", [("Heat is ==energy==.", "")], id="a cloze"),
    pytest.param("Heat is ==energy==.", [], id="a highlight"),
    pytest.param("See a::b.", [], id="colons"),
    pytest.param("```js\n```\nQ #card\nA", [("Q", "A")], id="below an empty fence"),
    pytest.param("## Q #card\n## R\nB", [("Q", "")], id="an empty section"),
    pytest.param("## Q\nSee #card here.\nB", [("See", "here.\nB")], id="a tag among the words below the heading"),
    pytest.param("## Q\nSee #card\nB", [("See", "B")], id="a tag after words below the heading"),
    pytest.param("## Q #card\n```\n# x\n```\nA\n# R\nB", [("Q", "```\n# x\n```\nA")], id="a heading in code ends no section"),
    pytest.param("## Q #card-reminder\nA", [("Q", "")], id="a section that is a reminder"),
    pytest.param("<!--\nQ #card\nA\n-->\nR #card\nB", [("R", "B")], id="a comment"),
    pytest.param("<!-- Q -->\nR #card\nB", [("R", "B")], id="below a comment"),
    pytest.param("<!--\nQ #card\nA", [], id="a comment without an end"),
    pytest.param("$$ and\n\nQ #card\nA", [("Q", "A")], id="dollars that open no formula"),
    pytest.param("Costs $$\nQ #card\nA\n$$", [("Costs $$\nQ", "A\n$$")], id="dollars after words"),
    pytest.param("$$\n==a==\n^q-ab2c\n$$", [], id="a formula at the end"),
    pytest.param("```flashcard\nx\nfront: Q\nback: A\n```", [("Q", "A")], id="a fence with other text"),
    pytest.param("```flashcard\nfront: Q\ntype: reminder\n```", [("Q", "")], id="a fence with a reminder"),
    pytest.param("```flashcard\ncontent: ==Q==\ntype: cloze\n```", [("==Q==", "")], id="a fence with a cloze"),
    pytest.param("```flashcard\nback: A\n```", [], id="a fence without a question"),
    pytest.param("~~~ flashcard\nfront: Q\nback: A", [("Q", "A")], id="a fence to the end of the note"),
    pytest.param("> [!CARD] :\n> A", [], id="a callout without a question"),
    pytest.param("Q::A ^q-ab2c\n> R\n- S::B ^q-ab2d", [("Q", "A"), ("S", "B")], id="a quote and an item below a line"),
    pytest.param("Q::A ^q-ab2c\n# R\nS::B", [("Q", "A")], id="a heading below a line"),
    pytest.param("- Q::A ^q-ab2c\n\n  B\n\n C", [("Q", "A\n\n  B")], id="paragraphs of an item"),
    pytest.param("- Q::A ^q-ab2c\n\n", [("Q", "A")], id="an item above empty lines"),
    pytest.param("  - Q::A ^q-ab2c\n- R::B ^q-ab2d", [("Q", "A"), ("R", "B")], id="an item below a deeper one"),
    pytest.param("`a::b` ^q-ab2c\n\n`==c==` ^q-ab2d", [], id="colons and a cloze in code"),
    pytest.param("::A ^q-ab2c\n\nQ:: \n", [], id="colons without a side"),
    pytest.param("Q #card\n\n## R\nB", [], id="a heading answers nothing"),
    pytest.param("Q #card", [], id="a tag at the end of the note"),
    pytest.param("Q #card\n\n```\nA\n\nB\n```\nC", [("Q", "```\nA\n\nB\n```")], id="code answers"),
    pytest.param("Q #card ^q-ab2c\n\nA", [("Q", "A")], id="an anchor between question and answer"),
    pytest.param("Q #card-reminder A", [("Q", "")], id="a reminder with words after it"),
])  # fmt: skip
def test_version_2_of_flashcards_obsidian(of_second, text, expected):
    assert sides(of_second(text)) == expected


MET = "---\ncards-deck: Physics\n---\n"


@pytest.mark.parametrize("formula", [
    "$$\n\\frac{1}{2}\n$$", "$$\na::b\n$$", "$$ {x} $$", "See $$ \\frac{1}{2} $$ here.", "$$\n\n{x}\n\n$$",
    "- Item\n\n  $$\n  a_{1} ==b==\n  $$", "$$\n\nQ #card\nA\n\n$$",
])  # fmt: skip
def test_a_formula_is_not_a_card(cards, of_second, formula):
    assert sides(cards(f"{MET}{formula}\n\nQ::A", FLASHCARDS)) == [("Q", "A")]
    assert sides(of_second(f"{MET}{formula}\n\nQ::A")) == [("Q", "A")]


def test_properties_map_anchors_to_notes_of_anki(of_second, cards):
    text = (
        "---\nflashcards:\n  q-ab2c: { nid: 1638982929779, hash: x }\n  q-ab2d: { hash: y }\n---\n"
        "Q::A ^q-ab2c\n\nR::B ^q-ab2d\n\nS::C ^1638982929780\n"
    )
    found = of_second(text)
    assert [card.id for card in found] == [1638982929779, 0, 1638982929780]
    assert {card.deck for card in found} == {"Physics"}
    assert {card.tags for card in found} == {("obsidian",)}
    assert [card.id for card in cards(text)] == [1638982929779, 0, 1638982929780]


@pytest.mark.parametrize("plugin", [None, FLASHCARDS])
@pytest.mark.parametrize(
    "text", ["{}^q-ab2c\n  - B", "---\nflashcards: {{x: 1}}\n---\n{}^1638982929780\n  - B"]
)
def test_an_anchor_or_a_property_shows_version_2(cards, text, plugin):
    found = cards(text.format("- Q::A "), plugin)
    assert sides(found) == [("Q", "A\n  - B")]


def test_without_the_plugin_only_notes_with_its_ids_have_cards(cards):
    assert cards("Q #card\nA") == ()
    assert cards("Q #card\nA\n\n    ^1638982929779\n\n```\n^1638982929779\n```") == ()
    assert cards("Q #card\nA\n\n```\n```js\n^1638982929779\n```") == ()
    assert sides(cards("Q #card\nA\n^1638982929779\n\nR #card\nB")) == [("Q", "A"), ("R", "B")]


@pytest.mark.parametrize(("enabled", "number"), [
    ('["dataview"]', 0), ('["flashcards-obsidian", "obsidian-spaced-repetition"]', 2), ("", 2),
])  # fmt: skip
def test_a_plugin_that_is_off_finds_only_what_has_an_id_or_a_schedule(graph, enabled, number):
    plugins = {".obsidian/community-plugins.json": enabled, SPACED: "{}", FLASHCARDS: "{}"}
    read = graph("""
        -- New.md --
        Q #card
        A

        #flashcards

        R::B
        -- Met.md --
        Q #card
        A
        ^1638982929779

        #flashcards

        R::B <!--SR:!2026-11-24,3,250-->
    """, {path: text.encode() for path, text in plugins.items()}).vault  # fmt: skip
    assert [len(read.notes[path].cards) for path in ("Met.md", "New.md")] == [2, number]


def test_what_obsidian_to_anki_sees_is_its_card(graph):
    expression = r"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)"
    data = json.dumps({"settings": {"CUSTOM_REGEXPS": {"Basic": expression}}}).encode()
    text = b"#flashcards\nQ::A\n\nR\n?\nB"
    files = {"Heat.md": text, ANKI: data, SPACED: b"{}"}
    found = graph("-- Other.md --", files).vault.notes["Heat.md"].cards
    assert [(card.plugin, card.question) for card in found] == [
        ("Obsidian_to_Anki", "Q"), ("Spaced Repetition", "R"),
    ]  # fmt: skip


@pytest.mark.parametrize("rule", [
    "orphan-card-id", "merged-cards", "blank-line-in-card", "deck-line",
    "implausible-card-id", "unsupported-embed", "duplicate-question",
])  # fmt: skip
def test_the_rules_for_anki_leave_the_cards_of_others_alone(findings, rule):
    assert findings(rule, """
        -- Heat.md --
        Q #card
        ![[film.mp4]]
        ^1638982929779

        R #card
        A
        ^1638982929780

        Q::A <!--SR:!2026-05-14,13,234-->
        -- film.mp4 --
    """) == []  # fmt: skip


def test_a_card_of_flashcards_obsidian_needs_an_id_too(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        Q #card
        A
        ^1638982929779

        R #card
        B

        S::C <!--SR:!2026-05-14,13,234-->
    """) == ["Heat.md:5:1: this card has no ID: it is not in Anki"]  # fmt: skip


SCHEDULE = "<!--SR:!2026-05-14,13,234-->"
PIECES = ["Q", "::", ":::", "\n", "\n\n", "?\n", "#flashcards", " #card", "==", "{", "}", "`", "```\n",
          SCHEDULE, "<!--", "-->", "\n^1638982929779", " ^q-ab2c", "## ", "- ", "> [!CARD] : ", "#card-spaced", "```flashcard\nfront: ", "> [!sr|card-metadata]\n", "\r\n"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join), st.booleans())
def test_the_span_of_every_card_contains_it(text, is_second):
    plugins = Flashcards(
        spaced_repetition=SpacedRepetition(Settings(installed=True, by_folder=True)),
        flashcards_obsidian=FlashcardsObsidian(installed=True, is_second=is_second),
    )
    for card in parse_note("Physics/Heat.md", text, (), plugins).cards:
        first = card.question.partition("\n")[0].rstrip("\r")
        assert first.replace(SCHEDULE, "") in text[card.start : card.end].replace(SCHEDULE, "")
        assert 0 <= card.start <= card.end <= len(text)


def test_a_note_that_obsidian_to_anki_left_out_is_of_spaced_repetition(graph):
    expression = r"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)"
    synced = {"settings": {"CUSTOM_REGEXPS": {"Basic": expression}}, "File Hashes": {"Old.md": "0"}}
    files = {"Heat.md": b"#flashcards\nQ::A", ANKI: json.dumps(synced).encode(), SPACED: b"{}"}
    (card,) = graph("-- Other.md --", files).vault.notes["Heat.md"].cards
    assert card.plugin == "Spaced Repetition"


def test_a_card_with_a_schedule_is_of_spaced_repetition(graph):
    expression = r"^(.*[^\n:]{1}):{2}([^\n:]{1}.*)"
    data = json.dumps({"settings": {"CUSTOM_REGEXPS": {"Basic": expression}}}).encode()
    text = b"#flashcards\nQ::A <!--SR:!2026-05-14,13,234-->\n\nR::B"
    cards = (
        graph("-- Other.md --", {"Heat.md": text, ANKI: data, SPACED: b"{}"})
        .vault.notes["Heat.md"]
        .cards
    )
    assert [card.plugin for card in cards] == ["Spaced Repetition", "Obsidian_to_Anki"]


def test_an_empty_separator_makes_no_cards(graph):
    settings = b'{"singleLineCardSeparator": "", "multilineCardSeparator": ""}'
    text = b"#flashcards\nQ::A\n\nR\n?\nB\n\nS:::C"
    cards = (
        graph("-- Other.md --", {"Heat.md": text, SPACED: settings}).vault.notes["Heat.md"].cards
    )
    assert [card.question for card in cards] == ["S"]


@pytest.mark.parametrize(("text", "part"), [
    ("Q #card\nA", "Q #card\nA"), ("Q #card\nA\n\nMore.", "Q #card\nA"), ("> [!CARD] : Q\n> A\n\nMore.", "> [!CARD] : Q\n> A"),
    ("## Q #card\nA\n\n## Else\nB", "## Q #card\nA"), ("- Q::A ^q-ab2c\n- More", "- Q::A ^q-ab2c"),
    ("## Q #card\n\n\n## Else\nB", "## Q #card"), ("```flashcard\nfront: Q\nback: A\n```\n^q-ab2c", "```flashcard\nfront: Q\nback: A\n```\n^q-ab2c"),
    ("```flashcard\nfront: Q\nback: A\n```\nMore ^q-ab2c", "```flashcard\nfront: Q\nback: A\n```"), ("> [!CARD] : Q\n> A\n^q-ab2c\nMore", "> [!CARD] : Q\n> A\n^q-ab2c"),
    ("> [!CARD] : Q\n> A\nMore ^q-ab2c", "> [!CARD] : Q\n> A"), ("Q #card\n\nA\n\nMore.", "Q #card\n\nA"),
])  # fmt: skip
def test_where_a_card_of_version_2_ends(of_second, text, part):
    (card,) = of_second(text)
    assert text[card.start : card.end] == part


@pytest.mark.parametrize(("text", "note_type"), [
    ("Q:::A ^q-ab2c", "Basic (and reversed card)"), ("## Q #card-reverse\nA", "Basic (and reversed card)"),
    ("Q #card/reverse\nA", "Basic (and reversed card)"), ("Q #card-reminder", "Spaced"), ("Q ==A== ^q-ab2c", "Cloze"),
    ("```flashcard\nfront: Q\nback: A\ntype: reversed\n```", "Basic (and reversed card)"), ("Q::A ^q-ab2c", "Basic"),
])  # fmt: skip
def test_the_note_type_of_a_card_of_version_2(of_second, text, note_type):
    assert [card.note_type for card in of_second(text)] == [note_type]


@pytest.mark.parametrize("settings", [{"hashtag": {"basicTag": "ask"}}, {"flashcardsTag": "ask"}])
def test_the_tag_of_cards_can_be_renamed(cards, settings):
    assert sides(cards("Q #ask\nA\n\nR #card\nB", FLASHCARDS, **settings)) == [("Q", "A")]


def test_the_id_of_a_new_cloze_belongs_below_it(cards):
    (card,) = cards(f"{MET}Heat is ==energy==.", FLASHCARDS)
    assert card.id_start == card.end
