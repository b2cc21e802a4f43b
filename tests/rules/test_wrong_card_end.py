import json

import pytest

from vaultgraph import choose_rules, lint

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
FIELDS = {"Basic": ["Front", "Back"]}
SETTINGS = {"settings": {"Defaults": {"Deck": "D"}}, "fields_dict": FIELDS}


@pytest.fixture
def told(graph):
    def find(text, *rules):
        files = {PLUGIN: json.dumps(SETTINGS).encode(), "Heat.md": text.encode()}
        found = lint(graph("-- Other.md --", files), choose_rules(rules or ["wrong-card-end"]))
        return [(f.location.line, f.message, f.hint) for f in found]

    return find


@pytest.mark.parametrize(("between", "hint"), [
    ("", "write a line END below its answer"),
    (" END\n", "keep only END in line 5"),
    ("END.\n", None),
])  # fmt: skip
def test_a_card_without_end_takes_in_the_next(told, between, hint):
    card = "START\nBasic\nQ\nBack: A\n"
    found = told(f"{card}{between}{card}<!--ID: 1700000000001-->\nEND\n")
    line = 5 + bool(between)
    message = f"this card has no END, so the card in line {line} is part of it"
    assert found == ([(1, message, hint)] if hint else [])


def test_a_word_that_begins_with_end_ends_a_card(told):
    text = "START\nBasic\nQ\nBack: the\nENDING\n<!--ID: 1700000000001-->\nEND\n"
    message = "the card ends here, because this line begins with END"
    assert told(text) == [(5, message, "begin the line with another word")]
    assert told(text, "card-without-id", "orphan-card-id") == []


def test_text_behind_end_is_no_fault_as_such(told):
    card = "START\nBasic\nQ\nBack: A\nEND of it\n"
    assert told(card) == []
    assert told(card + card) == []
