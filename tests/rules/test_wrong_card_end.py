import json

import pytest

from vaultgraph import choose_rules, lint

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
FIELDS = {"Basic": ["Front", "Back"]}
MOVE = "if the note was synced like this, move the ID on line {} below the answer of the first card"
MARKED = r"((?:[^\n][\n]?)+) #flashcard ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"
SETTINGS = {
    "settings": {"Defaults": {"Deck": "D"}, "CUSTOM_REGEXPS": {"Basic": MARKED}},
    "fields_dict": FIELDS,
}


@pytest.fixture
def told(graph):
    def find(text, *rules):
        files = {PLUGIN: json.dumps(SETTINGS).encode(), "Heat.md": text.encode()}
        found = lint(graph("-- Other.md --", files), choose_rules(rules or ["wrong-card-end"]))
        return [(f.location.line, f.message, f.hint) for f in found]

    return find


@pytest.mark.parametrize(("between", "hint"), [
    ("", f"write a line END below its answer; {MOVE.format(9)}"),
    (" END\n", f"keep only END on line 5; {MOVE.format(10)}"),
    ("END.\n", None),
])  # fmt: skip
def test_a_card_without_end_includes_the_next(told, between, hint):
    card = "START\nBasic\nQ\nBack: A\n"
    found = told(f"{card}{between}{card}<!--ID: 1700000000001-->\nEND\n")
    line = 5 + bool(between)
    message = f"this card has no END, so the card on line {line} is part of it"
    assert found == ([(1, message, hint)] if hint else [])


@pytest.mark.parametrize(("below", "hint"), [
    ("<!--ID: 1-->\n", "write a line END below its ID, on line 6"),
    ("ID: 1\n\nMore.\n", "write a line END below its ID, on line 6"),
    ("Tags: a b\n<!--ID: 1-->\n", "write a line END below its ID, on line 7"),
    ("Tags: a b\n", "write a line END below its tags, on line 6"),
    ("<!--ID: 1-->\n END\n", "keep only END on line 6"),
    (" END\n<!--ID: 1-->\n", "keep only END on line 5, and move the ID on line 6 above it"),
    ("\nR #flashcard\nB\n<!--ID: 2-->\n", "write a line END below its answer"),
    ("<!--ID: 1-->\n\nR #flashcard\nB\n<!--ID: 2-->\n", "write a line END below its ID, on line 6"),
])  # fmt: skip
def test_the_end_is_below_the_id_of_that_card(told, below, hint):
    card = "START\nBasic\nQ\nBack: A\n"
    assert [found[2] for found in told(f"{card}{below}\n{card}END\n")] == [hint]


def test_a_word_that_begins_with_end_ends_a_card(told):
    text = "START\nBasic\nQ\nBack: the\nENDING\n<!--ID: 1700000000001-->\nEND\n"
    message = "the card ends here, because this line begins with END"
    assert told(text) == [(5, message, "begin the line with another word")]
    assert told(text, "card-without-id", "orphan-card-id") == []


def test_text_after_end_alone_is_fine(told):
    card = "START\nBasic\nQ\nBack: A\nEND of it\n"
    assert told(card) == []
    assert told(card + card) == []


@pytest.mark.parametrize("id_line", ["  <!--ID: 1762184131452-->", "- <!--ID: 1762184131452-->"])
def test_an_id_within_a_list_stays_where_it_is(graph, id_line):
    first = f"START\nBasic\nWhat is heat?\nBack:\n- Energy\n{id_line}\n  END\n"
    second = "START\nBasic\nWhat is work?\nBack: Force.\n<!--ID: 1762184131455-->\nEND\n"
    found = lint(graph(f"-- Heat.md --\n{first}\n{second}"), choose_rules(["wrong-card-end"]))
    assert found
    assert not any("move the ID" in each.hint for each in found)
