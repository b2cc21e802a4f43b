import json

import pytest

from vaultgraph import choose_rules, lint

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
FIELDS = {"Basic": ["Front", "Back"], "Lückentext": ["Text", "Extra"]}
SETTINGS = {"settings": {"Defaults": {"Deck": "D"}}, "fields_dict": FIELDS}
INSIDE = "Basic\nWhat is heat?\nBack: Energy.\n<!--ID: 1700000000001-->\n"


@pytest.fixture
def told(graph):
    """The line, the reason and the hint of each finding in a vault with the plugin's settings."""

    def find(text):
        files = {PLUGIN: json.dumps(SETTINGS).encode(), "Heat.md": text.encode()}
        found = lint(graph("-- Other.md --", files), choose_rules(["unread-card"]))
        return [(f.location.line, f.message.partition(": ")[2], f.hint) for f in found]

    return find


@pytest.mark.parametrize(("text", "expected"), [
    (f"START \n{INSIDE}END", (1, "there is a space beside START", "remove the spaces from this line")),
    (f" START\n{INSIDE}END", (1, "there is a space beside START", "remove the spaces from this line")),
    (f"> START\n> {INSIDE}> END", (1, "START is not alone on its line", "keep only START on this line")),
    (f"- START\n{INSIDE}END", (1, "START is not alone on its line", "keep only START on this line")),
    (f"**START**\n{INSIDE}END", (1, "START is not alone on its line", "keep only START on this line")),
    (f"x\n\nStart\n{INSIDE}End", (3, "the word must be START", "write START")),
    (f"START\n{INSIDE}\nMore.", (1, "no line END follows", "end the card with a line END")),
    (f"START\n{INSIDE} END\n", (1, "no line begins with END", "remove the text before END on line 6")),
    (f"START \n\n{INSIDE}END", (1, "there is a space beside START", "remove the spaces from this line")),
    ("START\nLückentext\n{{c1::Heat}}", (1, "no line END follows", "end the card with a line END")),
    (f"START:\n{INSIDE}END", (1, "START is not alone on its line", "keep only START on this line")),
    (f"1. START\n{INSIDE}END", (1, "START is not alone on its line", "keep only START on this line")),
    (f"START\n{INSIDE}**END**\n", (1, "no line begins with END", "remove the text before END on line 6")),
    (f"START\n{INSIDE}END\n\nSTART \n{INSIDE}END", (8, "there is a space beside START", "remove the spaces from this line")),
    (f"```\nSTART \n{INSIDE}END\n```\n\nSTART \n{INSIDE}END", (10, "there is a space beside START", "remove the spaces from this line")),
    ("`x` STARTI  [Basic] Q", (1, "there is no ENDI on this line", "end the card with ENDI")),
    ("STARTI [Basic] Q Back: A\nENDI", (1, "there is no ENDI on this line", "end the card with ENDI")),
])  # fmt: skip
def test_says_why_the_plugin_does_not_read_it(told, text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize("text", [
    f"START\n{INSIDE}END",
    "# START\n\nBasic",
    "START\nof the way.",
    "Start\nBasic\nAdvanced",
    f"```\nSTART\n{INSIDE}```",
    "STARTI [see the note] where it begins",
    f"START\n{INSIDE}START \nEND",
    f"Start\n{INSIDE}",
    "```\nSTARTI [Basic] Q\n```",
    "STARTI [Other] Q",
])  # fmt: skip
def test_the_word_alone_is_not_a_card(told, text):
    assert told(text) == []


def test_no_other_rule_reports_the_id_within(graph):
    files = {PLUGIN: json.dumps(SETTINGS).encode(), "Heat.md": f"START \n{INSIDE}END".encode()}
    rules = ["orphan-card-id", "card-without-id", "dead-card-marker"]
    assert lint(graph("-- Other.md --", files), choose_rules(rules)) == []
