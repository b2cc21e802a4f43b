import json

import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.reading.cards.obsidian_to_anki.styles import neuracache


@pytest.mark.parametrize(("line", "reason"), [
    ("What?#flashcard", "there is no space before the tag"),
    ("What? #flashcard  ", "there is more than one space after the tag"),
    ("What? #flashcard #todo", "there is text after the tag"),
    ("What? #Flashcard", "the tag has capital letters"),
])  # fmt: skip
def test_says_why_the_plugin_sees_nothing(findings, tmp_path, line, reason):
    (found,) = findings("dead-card-marker", f"-- Heat.md --\n{line}\nEnergy on its way.")
    assert found.endswith(f"the plugin sees no card here: {reason}")


@pytest.mark.parametrize(("line", "reason", "hint"), [
    ("What? #Karte  ", "there is more than one space after the tag", "delete the spaces"),
    ("What?#Karte", "there is no space before the tag", "put one before #Karte"),
    ("What? #karte", "the tag has other capital letters", "write #Karte"),
    ("What? #karte #x", "there is text after the tag", "end the line with #Karte"),
])  # fmt: skip
def test_the_tag_is_spelled_as_in_the_settings(graph, line, reason, hint):
    expression = neuracache.EXPRESSION.replace("flashcard", "Karte")
    data = {"settings": {"CUSTOM_REGEXPS": {"Basic": expression}, "Defaults": {"Deck": "D"}}}
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": json.dumps(data).encode()}
    text = f"-- Heat.md --\nWhat is work? #Karte\nForce.\n\n{line}\nEnergy on its way."
    (found,) = lint(graph(text, files), choose_rules(["dead-card-marker"]))
    assert (found.message, found.hint) == (f"the plugin sees no card here: {reason}", hint)


def test_a_question_without_an_answer_is_reported(findings):
    assert findings("dead-card-marker", """
        -- Heat.md --
        What is heat? #flashcard
    """) == ["Heat.md:1:15: the plugin sees no card here: no answer follows"]  # fmt: skip


def test_an_id_in_place_of_the_answer_is_named(findings):
    assert findings("dead-card-marker", """
        -- Heat.md --
        What is heat? #flashcard
        <!--ID: 1700000000001-->
        Energy.
    """) == [
        "Heat.md:1:15: the plugin sees no card here: an ID is between the tag and the answer"
    ]  # fmt: skip


@pytest.mark.parametrize("line", [
    "Write `#flashcard` behind the question.", "Tags: #flashcard", "#flashcard", "- #flashcard",
    "What? #flashcards", "What? #flashcard/physics", "See [the tag](#flashcard).", "What? #flashcard-old",
    "The style with #flashcard at the end is the usual one.",
])  # fmt: skip
def test_what_is_not_an_attempt_at_a_card(findings, line):
    assert findings("dead-card-marker", f"-- Heat.md --\n{line}\nMore text.") == []


def test_a_tag_in_the_properties_marks_no_card(findings):
    assert findings("dead-card-marker", """
        -- Heat.md --
        ---
        tags: [flashcard]
        ---
        Text.
    """) == []  # fmt: skip


def test_an_id_below_the_question_is_to_be_moved(graph):
    text = "What is heat? #flashcard\n\n<!--ID: 1700000000001-->\nEnergy.\n"
    (found,) = lint(graph(f"-- Heat.md --\n{text}"), choose_rules(["dead-card-marker"]))
    assert found.hint == "move the ID below the answer of the card that it belongs to"


def test_a_readme_explains_how_cards_are_written(findings):
    assert findings("dead-card-marker", "-- README.md --\nThe front?  #flashcard  \nThe back") == []


def test_a_tag_below_its_question_marks_no_card(graph):
    below = "-- Heat.md --\nWhat is heat?\n#flashcard\nEnergy.\n<!--ID: 1700000000001-->\n"
    [found] = lint(graph(below), choose_rules(["dead-card-marker", "orphan-card-id"]))
    assert found.message == "the plugin sees no card here: the tag is below the question"
    assert found.hint == "end the line above with #flashcard, and delete this one"


def test_warns_of_text_above_and_of_a_repeated_id(graph):
    dead = "-- Heat.md --\n- a\nWhat is heat? #flashcard  \nEnergy.\n<!--ID: 1700000000001-->\n\nWhat is work?#flashcard\nForce.\n<!--ID: 1700000000001-->\n"
    twice = "; ID 1700000000001 is below two texts: check first which of them Anki has"
    assert [found.hint for found in lint(graph(dead), choose_rules(["dead-card-marker"]))] == [
        "delete the spaces, and leave an empty line above the question" + twice,
        "put one before #flashcard" + twice,
    ]
