import json

import pytest

from vaultgraph import choose_rules, lint

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
SETTINGS = {"settings": {"Defaults": {"Deck": "D"}}, "fields_dict": {"Basic": ["Front", "Back"]}}


@pytest.mark.parametrize(("card", "message"), [
    ("START\nBasics\nQ\nBack: A\nEND", "no note type is called “Basics”: this card is never added"),
    ("START\nBasic \nQ\nBack: A\nEND", "no note type is called “Basic ”: this card is never added"),
    ("START\nBasics\nQ\nBack: A\n<!--ID: 7-->\nEND",
     "no note type is called “Basics”: this card is no longer updated"),
    ("STARTI Q Back: A ENDI", "this card names no note type: the plugin aborts the whole sync here"),
    ("`STARTI` and `ENDI`", "this card names no note type: the plugin aborts the whole sync here"),
    ("STARTI [Basics] Q ENDI", "no note type is called “Basics”: this card is never added"),
    ("STARTI [Basics] Q <!--ID: 7--> ENDI",
     "no note type is called “Basics”: this card is no longer updated"),
])  # fmt: skip
def test_says_what_the_plugin_does(findings, card, message):
    vault = f"-- Heat.md --\n{card}\n-- {PLUGIN} --\n{json.dumps(SETTINGS)}"
    column = 2 if card.startswith("`") else 1
    assert findings("unknown-note-type", vault) == [f"Heat.md:1:{column}: {message}"]


def test_the_hint_says_where_the_type_belongs(graph):
    card = "FROZEN - :\nBack: more\n\nSTARTI Q ENDI\n\nSTART\n\nEND"
    vault = f"-- Heat.md --\n{card}\n-- {PLUGIN} --\n{json.dumps(SETTINGS)}"
    hints = [found.hint for found in lint(graph(vault), choose_rules(["unknown-note-type"]))]
    assert [hint.partition(",")[0] for hint in hints] == [
        "write it before the colon",
        "write it in brackets",
        "write it on the first line of the card",
    ]


def test_a_frozen_field_of_an_unknown_type_aborts_the_sync(findings):
    frozen = "FROZEN - Basics:\nBack: more\n\nSTARTI [Basic] Q Back: A ENDI"
    vault = f"-- Heat.md --\n{frozen}\n-- {PLUGIN} --\n{json.dumps(SETTINGS)}"
    assert findings("unknown-note-type", vault) == [
        "Heat.md:1:10: no note type is called “Basics”: the plugin aborts the whole sync here"
    ]


def test_without_settings_any_type_may_exist(findings):
    assert findings("unknown-note-type", """
        -- Heat.md --
        START
        Fact of my own
        Q
        Back: A
        END
    """) == []  # fmt: skip


def test_the_hint_names_the_similar_one(graph):
    card = "START\nBasics\nQ\nBack: A\nEND"
    vault = f"-- Heat.md --\n{card}\n-- {PLUGIN} --\n{json.dumps(SETTINGS)}"
    (found,) = lint(graph(vault), choose_rules(["unknown-note-type"]))
    assert found.hint == "did you mean Basic?"


@pytest.mark.parametrize(("card", "hint"), [
    ("START\n\nThe heat\n\nBack: x\n<!--ID: 7-->\nEND", "write the note type on a line above it, such as Basic"),
    ("START\nHeat\nBack: x\nEND", "write the note type on a line above it, such as Basic"),
    ("START\nHeat\nflows\nBack: x\nEND",
     "if it is the question, write the note type on a line above it, such as Basic; if not, name a note type that exists in Anki"),
    ("START\nWhat is Basic?\nEnergy\nEND", "write the note type on a line above it, such as Basic"),
    ("STARTI What is [basic]? Back: A ENDI", "write a note type in brackets before the question, such as [Basic]"),
    ("STARTI [Heat] What? Back: A ENDI", "name a note type that exists in Anki"),
])  # fmt: skip
def test_the_hint_never_replaces_the_question(graph, card, hint):
    vault = f"-- Heat.md --\n{card}\n-- {PLUGIN} --\n{json.dumps(SETTINGS)}"
    (found,) = lint(graph(vault), choose_rules(["unknown-note-type"]))
    assert found.hint == hint


def test_the_hint_names_the_note_type_of_most_cards(graph):
    settings = {**SETTINGS, "fields_dict": {**SETTINGS["fields_dict"], "Fact": ["Name", "Back"]}}
    card = "START\nFact\nQ\nBack: A\nEND\n\nSTART\nWhat is heat?\nBack: A\nEND"
    vault = f"-- Heat.md --\n{card}\n-- {PLUGIN} --\n{json.dumps(settings)}"
    (found,) = lint(graph(vault), choose_rules(["unknown-note-type"]))
    assert found.hint == "write the note type on a line above it, such as Fact"


def test_without_settings_a_space_after_the_type_is_deleted(graph):
    vault = "-- Heat.md --\nSTART\nBasic \nQ\nBack: A\nEND"
    (found,) = lint(graph(vault), choose_rules(["unknown-note-type"]))
    assert found.hint == "delete the spaces around it"


def test_the_hint_names_only_the_most_similar_type(graph):
    fields = {"Basics": ["Front", "Back"], "Basic": ["Front", "Back"]}
    vault = "-- Heat.md --\nSTART\nBasik\nQ\nBack: A\nEND\n"
    files = {PLUGIN: json.dumps({**SETTINGS, "fields_dict": fields}).encode()}
    (found,) = lint(graph(vault, files), choose_rules(["unknown-note-type"]))
    assert found.hint == "did you mean Basic?"
