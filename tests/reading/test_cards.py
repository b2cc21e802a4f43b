"""Flashcards in the style of Neuracache."""

import pytest

from vaultgraph.reading.note import parse_note


def cards(note, text):
    return [(card.question, card.answer, card.id) for card in note(text).cards]


@pytest.mark.parametrize(("text", "expected"), [
    pytest.param("Q? #flashcard \nA\n<!--ID: 1-->", [("Q?", "A", 1)], id="one"),
    pytest.param("Q? #flashcard\nA\nID: 1", [("Q?", "A", 1)], id="bare ID"),
    pytest.param("Q? #flashcard\nA <!--ID: 1-->", [("Q?", "A <!--", 1)], id="ID on the answer's line"),
    pytest.param("Q\nR? #flashcard\nA\nB", [("Q\nR?", "A\nB", 0)], id="several lines"),
    pytest.param("Q? #flashcard\n\n\nA", [("Q?", "A", 0)], id="empty lines before the answer"),
    pytest.param("Q? #flashcard\nA\n\n<!--ID: 1-->", [("Q?", "A", 0)], id="detached ID"),
    pytest.param("Q? #flashcard  \nA", [], id="two blanks behind the marker"),
    pytest.param("Q?#flashcard\nA", [], id="no blank before the marker"),
    pytest.param("Q? #flashcards\nA", [], id="another tag"),
    pytest.param("Q? #flashcard\n", [], id="no answer"),
    pytest.param("Q? #flashcard\n<!--ID: 1-->", [], id="only an ID"),
    pytest.param(
        "Q? #flashcard\nA\nR? #flashcard\nB",
        [("Q? #flashcard\nA\nR?", "B", 0)],
        id="the last marker of a paragraph wins",
    ),
    pytest.param(
        "Q? #flashcard\nA\n<!--ID: 1-->\n\nR? #flashcard\nB\n<!--ID: 2-->",
        [("Q?", "A", 1), ("R?", "B", 2)],
        id="two",
    ),
    pytest.param("Q? #flashcard\r\nA\r\n", [], id="Windows lines are invisible to the plugin"),
    pytest.param("```\nQ? #flashcard\nA\n```", [], id="in a fence"),
    pytest.param("Q? #flashcard\n```\nA\n```", [("Q?", "```\nA\n```", 0)], id="fence in the answer"),
])  # fmt: skip
def test_cards(note, text, expected):
    assert cards(note, text) == expected


@pytest.mark.parametrize(("text", "deck"), [
    pytest.param("TARGET DECK: A::B c\n\n", "A::B c", id="same line"),
    pytest.param("TARGET DECK\nA\n\n", "A", id="next line"),
    pytest.param("TARGET DECK:A\n\n", "Default", id="no blank: not seen"),
    pytest.param("", "Default", id="none"),
])  # fmt: skip
def test_decks(note, text, deck):
    (card,) = note(text + "Q? #flashcard\nA").cards
    assert card.deck == deck


def test_a_card_spans_from_its_question_to_its_id(note):
    text = "TARGET DECK: A\n\nQ? #flashcard\nA\n<!--ID: 12-->\n\nMore."
    (card,) = note(text).cards
    assert text[card.start : card.end] == "Q? #flashcard\nA\n<!--ID: 12-->"
    assert text[card.id_start :].startswith("12-->")


@pytest.mark.parametrize("text", [
    "START\nBasic\n12?\nBack: 12\n<!--ID: 12-->\nEND", "STARTI [Basic] 12? Back: 12 <!--ID: 12--> ENDI",
    "12? #flashcard\n12\n<!--ID: 12-->", "STARTI [Basic] 12? Back: 12 ID: 12 ENDI and <!--ID: 12",
])  # fmt: skip
def test_where_the_id_of_a_card_is(note, text):
    (card,) = note(text).cards
    assert card.id_start == text.index("ID: 12") + len("ID: ")


@pytest.mark.parametrize(("text", "question"), [
    ("START\nBasic\nQ\nBack: A\nEND", "Q"),
    ("x STARTI [Basic] Q Back: A ENDI", "Q"),
    ("# Cards\n\nQ? #flashcard\nA", "Q?"),
])  # fmt: skip
def test_a_finding_points_at_the_question(note, text, question):
    (card,) = note(text).cards
    place = card.span("Note.md")
    assert text[place.start : place.end] == question


@pytest.mark.parametrize(("question", "title"), [
    ("![[engine.svg]]\nWhat is this", "What is this"),
    ("What is this\n![an engine](engine.svg)", "What is this"),
    ("![[engine.svg]]", "![[engine.svg]]"),
    ("First line\nWhat is it? Say\nso", "What is it? Say"),
])  # fmt: skip
def test_the_title_of_a_card_is_its_question_line(note, question, title):
    (card,) = note(f"START\nBasic\n{question}\nBack: A\nEND").cards
    assert card.title == title


@pytest.mark.parametrize("text", [
    "What is heat? #flashcard\nEnergy.\n<!--ID: {}-->", "START\nBasic\nWhat is heat?\nBack: Energy.\n<!--ID: {}-->\nEND",
    "STARTI [Basic] What is heat? Back: Energy. <!--ID: {}--> ENDI", "Text.\n\n<!--ID: {}-->",
])  # fmt: skip
def test_an_id_longer_than_any_number_stops_nothing(note, text):
    assert not any(card.id for card in note(text.format("1" * 5000)).cards)


@pytest.mark.parametrize(("text", "ids"), [
    ("Q #flashcard\nb\nID: 1700000000002\nmore\n", [1700000000002, 0]),
    ("Q #flashcard\nb\nTags: x\nmore\n", [0]),
    ("Q #flashcard\nb\n<!--ID: 1700000000002-->\n", [1700000000002]),
])  # fmt: skip
def test_an_answer_that_an_id_or_tags_cut_off_is_also_found_in_full(text, ids):
    assert sorted(card.id for card in parse_note("N.md", text).cards) == sorted(ids)


def test_an_id_between_answers_ends_a_card_that_begins_in_another():
    text = "q #flashcard\n\nID: 99a\n<!--ID: 1234567890123-->\nq #flashcard\nID: 99$ID: 99\r"
    assert len(parse_note("N.md", text).cards) == 3


def test_marks_are_in_text_order(note):
    one = note("What is heat? #flashcard\nEnergy.\n\nWhat is work? #Flashcard\nEnergy, too.\n")
    assert one.parsed.card_marks == (("#flashcard", 14), ("#Flashcard", 48))


def test_an_inline_card_is_found_below_one_that_nothing_closes(note):
    found = note("STARTI [Basic] Q Back: A\n\nSTARTI [Basic] R Back: B ENDI\n").cards
    assert [(card.question, card.answer) for card in found] == [("R", "B")]
