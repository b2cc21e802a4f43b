import json

import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"


def test_an_inline_card_without_an_answer(findings):
    assert findings("empty-answer", """
        -- Heat.md --
        STARTI [Basic] What is heat? ENDI
    """) == ["Heat.md:1:16: this card has no answer"]  # fmt: skip


def test_a_cloze_needs_no_answer(findings):
    assert findings("empty-answer", """
        -- Heat.md --
        START
        Cloze
        Heat is {{c1::energy}} on its way.
        END
    """) == []  # fmt: skip


def test_a_note_type_with_one_field_needs_none(findings):
    settings = json.dumps(
        {"settings": {"Defaults": {"Deck": "D"}}, "fields_dict": {"Fact": ["Text"]}}
    )
    vault = f"-- Heat.md --\nSTART\nFact\nHeat flows.\nEND\n-- {PLUGIN} --\n{settings}"
    assert findings("empty-answer", vault) == []


def test_an_image_is_an_answer(findings):
    assert findings("empty-answer", """
        -- Heat.md --
        START
        Basic
        What does an engine look like?
        Back: ![[engine.svg]]
        END
    """) == []  # fmt: skip


def test_anki_refuses_a_card_without_question_and_answer(findings):
    assert findings("empty-answer", """
        -- Heat.md --
        START
        Basic
        Back:
        END
    """) == [
        "Heat.md:1:1: this card has neither question nor answer, so Anki refuses it"
    ]  # fmt: skip


def test_colons_of_slides_are_not_an_error(graph):
    text = "-- Heat.md --\n::: block\nEnergy\n::: <!--SR:!2026-05-14,13,234-->\n"
    (found,) = lint(graph(text), choose_rules(["empty-answer"]))
    assert (str(found.severity), found.location.line) == ("info", 3)


@pytest.mark.parametrize(("deck", "message", "hint"), [
    ("", "this card is empty: only its schedule makes it a card",
     "write both sides if it is meant as a card"),
    ("#flashcards\n\n", "these colons are read as a card with nothing on either side",
     "write both sides, or remove this note from its deck if it should have no cards"),
])  # fmt: skip
def test_only_a_note_with_a_deck_can_be_removed_from_it(graph, deck, message, hint):
    text = f"-- Heat.md --\n{deck}::: block\nEnergy\n::: <!--SR:!2026-05-14,13,234-->\n"
    (found,) = lint(graph(text), choose_rules(["empty-answer"]))
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize(("number", "message", "hint"), [
    ("", "this card has neither question nor answer, so Anki refuses it", "write both, or delete it"),
    ("<!--ID: 1-->\n", "this card has neither question nor answer", "write both"),
])  # fmt: skip
def test_an_empty_card_that_anki_has_is_not_to_be_deleted(graph, number, message, hint):
    text = f"-- Heat.md --\nSTART\nBasic\nBack:\n{number}END\n"
    (found,) = lint(graph(text), choose_rules(["empty-answer"]))
    assert (found.message, found.hint) == (message, hint)


@pytest.mark.parametrize("text", [
    "Take a break. #card-spaced", "# Take a break. #card/spaced", "Take a break. #card-spaced\n^1700000000001",
])  # fmt: skip
def test_a_spaced_card_has_no_answer_by_design(findings, text):
    plugin = ".obsidian/plugins/flashcards-obsidian/data.json"
    assert findings("empty-answer", f"-- Heat.md --\n{text}\n-- {plugin} --\n{{}}") == []


def test_a_card_without_an_id_may_be_unfinished(graph):
    card = "START\nBasic\nWhat is heat?\nBack:\n{}END\n"
    levels = [
        lint(graph(f"-- Heat.md --\n{card.format(id_line)}"), choose_rules(["empty-answer"]))[
            0
        ].severity
        for id_line in ("", "<!--ID: 1700000000001-->\n")
    ]
    assert levels == [Severity.WARNING, Severity.ERROR]


def test_the_answer_may_be_below_an_empty_line(graph):
    data = b'{"settings": {"CUSTOM_REGEXPS": {"Basic": "^(.+)\\\\n\\u2014\\\\n((?:.+\\\\n?)*)"}}}'
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": data}
    text = "-- Heat.md --\nWhat is heat?\n—\n\nEnergy on its way.\n"
    (found,) = lint(graph(text, files), choose_rules(["empty-answer"]))
    assert found.hint == "write one, or delete the empty line 3 if the text below it is the answer"


@pytest.mark.parametrize(("id_line", "group"), [
    ("", "{count:,} cards have no answer yet"), ("<!--ID: 1700000000001-->\n", ""),
])  # fmt: skip
def test_only_cards_without_an_id_are_summed_up(graph, id_line, group):
    card = f"START\nBasic\nWhat is heat?\nBack:\n{id_line}END\n"
    (found,) = lint(graph(f"-- Heat.md --\n{card}"), choose_rules(["empty-answer"]))
    assert found.group_message == group
