import json

import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.reading.cards.obsidian_to_anki.styles import neuracache


def test_points_at_the_first_line_of_the_first_card(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        # Cards

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1-->
        What is work? #flashcard
        Force times distance.
        <!--ID: 2-->
    """) == ["Heat.md:3:1: two cards are merged here: no empty line between them"]  # fmt: skip


def test_a_heading_above_the_question_is_not_a_second_card(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        # Cards
        What is heat? #flashcard
        Energy on its way.
    """) == []  # fmt: skip


def test_a_deck_line_above_the_question_is_part_of_it(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        TARGET DECK: Physics
        What is heat? #flashcard
        Energy on its way.
    """) == ["Heat.md:1:1: the deck line is part of this question"]  # fmt: skip


@pytest.mark.parametrize(("line", "number"), [
    ("TARGET DECK\n", 1), ("Text.\nTARGET DECK: A\n", 1), ("See TARGET DECK: A\n", 0), ("TARGET DECKS: A\n", 0),
    ("TARGET DECK: A\n\n", 0),
])  # fmt: skip
def test_what_is_a_deck_line_above_a_question(findings, line, number):
    text = f"-- Heat.md --\n{line}What is heat? #flashcard\nEnergy on its way.\n"
    assert len(findings("merged-cards", text)) == number


def test_a_question_about_the_marker_quotes_it(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        What does `#flashcard` do? #flashcard
        It makes a card.
    """) == []  # fmt: skip


@pytest.mark.parametrize("text", [
    "What are the tags #flashcards and #flashcard-old for? #flashcard\nFor nothing.",
    "The tag #flashcard in a sentence\nends which line? #flashcard\nThat of a question.",
    "What is written? #flashcard\n```\n<!--ID: 1-->\n```",
    "What is written? #flashcard\n~~~\n<!--ID: 1-->\n~~~",
    "Which key has it? #flashcard\nThe key\nID: 12 in the table.\n<!--ID: 1-->",
])  # fmt: skip
def test_a_card_may_be_about_cards(findings, text):
    assert findings("merged-cards", f"-- Heat.md --\n{text}") == []


def test_delimited_cards_need_no_empty_line_between_them(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        START
        Basic
        What is heat?
        <!--ID: 1-->
        Back: Energy on its way.
        <!--ID: 2-->
        END
    """) == []  # fmt: skip


@pytest.mark.parametrize(("text", "hint"), [
    ("Q #flashcard\nA\nR #flashcard\nB", "put an empty line above line 3, between the cards"),
    ("Q #flashcard\nA\n \nR #flashcard\nB", "line 3 only looks empty: remove the spaces in it"),
    ("Q #flashcard\nA\n \nB\nR #flashcard\nC", "line 3 only looks empty: remove the spaces in it"),
    ("Q #flashcard\nA\n \nB\n<!--ID: 1-->\nR #flashcard\nC",
     "put an empty line above line 6, below the ID of the first card"),
    ("Q #flashcard\nA\n<!--ID: 1-->\nLook at this:\nR #flashcard\nB",
     "put an empty line above line 4, below the ID of the first card"),
    ("Q #flashcard\nA\n<!--ID: 1-->\nText.\n<!--ID: 2-->\nR #flashcard\nB",
     "put an empty line above line 4, below the ID of the first card"),
    ("Q #flashcard\nA <!--ID: 1-->\nLook at this:\nR #flashcard\nB",
     "put an empty line above line 3, below the ID of the first card"),
    ("Q #flashcard\n<!--ID: 1-->\nR #flashcard\nB", "the first card has no answer: write one below its question"),
    ("Q #flashcard\nA\nLook at this:\nR #flashcard\nB",
     "put an empty line above line 4, between the cards, or higher if the second question begins there"),
    ("Q #flashcard\nA\nR #flashcard\n\nB", "put an empty line above line 3, between the cards"),
    ("Q #flashcard\n\nA\n# More\n## Of it\nR #flashcard\nB",
     "put an empty line above line 4, between the cards"),
    ("Q #flashcard\n\nR #flashcard\nB", "the first card has no answer: write one below its question"),
    ("Q #flashcard\nR #flashcard\nB", "the first card has no answer: write one below its question"),
    ("Q\n<!--ID: 1-->\nR #flashcard\nB", "put an empty line between the cards"),
])  # fmt: skip
def test_the_hint_says_how_to_separate_them(graph, text, hint):
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["merged-cards"]))
    assert found.hint == hint


def test_the_cards_of_an_expression_are_separated_where_their_tags_are(graph):
    settings = {
        "CUSTOM_REGEXPS": {"Basic": r"^Note ((?:.+\n?)+)", "Gap": neuracache.EXPRESSION},
    }
    data = json.dumps({"settings": settings}).encode()
    text = "-- Heat.md --\nNote Q #flashcard\nA\nR #flashcard\nB\n"
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": data}
    (found,) = lint(graph(text, files), choose_rules(["merged-cards"]))
    assert found.message == "two cards are merged here: no empty line between them"
    assert found.hint == "put an empty line above line 3, between the cards"


MOVE = (
    "; if the note was synced like this, move the ID on line 5 below the answer of the first card"
)


@pytest.mark.parametrize(("text", "hint"), [
    ("What is heat? #flashcard\n\nEnergy.\nWhat is work? #flashcard\n{}\n\n\nForce.", MOVE),
    ("What is heat? #flashcard\nEnergy.\nWhat is work? #flashcard\nForce.\n{}\n", ""),
])  # fmt: skip
def test_the_id_at_the_end_is_that_of_the_card_whose_answer_holds_the_rest(graph, text, hint):
    vault = graph(f"-- Heat.md --\n{text.format('<!--ID: 1700000000001-->')}")
    (found,) = lint(vault, choose_rules(["merged-cards"]))
    assert found.hint.partition("between the cards")[2] == hint


def test_a_card_of_an_expression_contains_the_id_of_another_one(graph):
    settings = {"settings": {"CUSTOM_REGEXPS": {"Basic": r"^Q: (.+)\nA: ((?:.+\n?)+)"}}}
    (found,) = lint(graph(f"""-- Heat.md --
Q: What is heat?
A: Energy on its way.
<!--ID: 1700000000001-->
Q: What is work?
A: Force times distance.
<!--ID: 1700000000002-->
-- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
{json.dumps(settings)}
"""), choose_rules(["merged-cards"]))  # fmt: skip
    assert found.message == "this card contains the ID of another one"
    assert found.hint == "if two cards are merged here, separate them as the expression requires"
