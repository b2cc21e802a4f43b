import json

import pytest

from vaultgraph import choose_rules, lint

PLUGIN = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
FIELDS = {"Basic": ["Front", "Back"], "Gap": ["Text", "Extra"], "One": ["Text"]}
TEXT = b"Q heat = energy\n\nHeat is {{c1::energy}}.\n"


@pytest.fixture
def messages(graph):
    def find(expressions, rules=("card-settings",), text=TEXT, **defaults):
        settings = {"CUSTOM_REGEXPS": expressions, "Defaults": defaults}
        data = {"settings": settings, "fields_dict": FIELDS}
        files = {PLUGIN: json.dumps(data).encode(), "Heat.md": text}
        return [
            f"{found.severity}: {found.message}"
            for found in lint(graph("-- Other.md --", files), choose_rules(rules))
        ]

    return find


@pytest.mark.parametrize(("expressions", "expected"), [
    ({"Basic": r"^Q .+ = .+"},
     ["error: the expression for Basic has no group, so Anki refuses all its cards as empty"]),
    ({"Basic": r"^(Q) (.+) = (.+)"},
     ["warning: the expression for Basic has 3 groups, but the note type has 2 fields: the text of group 3 is lost"]),
    ({"One": r"^(Q) (.+) = (.+)"},
     ["warning: the expression for One has 3 groups, but the note type has 1 field: the text of group 2 is lost"]),
    ({"Basic": r"^Q (.+) = .+"},
     ["warning: the expression for Basic has one group, so its cards have no answer"]),
    ({"Basic": r"^F (.+) = (.+)"}, ["info: the expression for Basic finds no card in this vault"]),
    ({"Basik": r"^Q (.+) = (.+)"},
     ["error: no note type is called Basik: the plugin stops its whole sync at its first card"]),
    ({"Basik": r"^F (.+) = (.+)"}, ["info: the expression for Basik finds no card in this vault"]),
    ({"Basic": r"^Q (.+) = (.+)", "Gap": r"^(.*\{\{c.*)$"}, []),
    ({"Cloze": "gap"}, ["info: the expression for Cloze has no group, so it finds no card"]),
])  # fmt: skip
def test_expressions(messages, expressions, expected):
    assert messages(expressions) == expected


def test_cards_between_start_and_end_are_not_those_of_an_expression(messages):
    text = b"START\nBasic\nWhat is heat?\nBack: Energy.\nEND\n\nGap is {{c1::it}}.\n"
    expressions = {"Basic": r"^F (.+) = (.+)", "Gap": r"^(Gap.+)"}
    assert messages(expressions, text=text) == [
        "info: the expression for Basic finds no card in this vault"
    ]


def test_no_note_is_blamed_for_an_expression_without_a_place_for_the_answer(messages):
    rules = ("empty-answer", "card-without-id", "duplicate-question")
    assert messages({"Basic": r"^Q .+ = .+"}, rules) == []
    assert messages({"Basic": r"^Q (.+) = .+"}, ["empty-answer"]) == []


def test_a_folder_to_scan_that_is_a_file_stops_the_plugin(messages):
    assert messages({}, **{"Scan Directory": "Heat.md"}) == [
        "error: the folder to scan is a file, so the plugin scans nothing"
    ]


def test_a_file_outside_the_vault_is_not_reported(messages, tmp_path):
    (tmp_path / "elsewhere").write_text("x")
    for path in ("../elsewhere", str(tmp_path / "elsewhere")):
        assert messages({}, **{"Scan Directory": path}) == []


def test_without_settings_nothing_is_known(findings):
    assert findings("card-settings", "-- Heat.md --\nNo card.") == []


def test_a_bare_word_is_not_a_fault_where_its_cards_are_delimited(graph):
    settings = {"CUSTOM_REGEXPS": {"Basic": "School"}, "Defaults": {"Deck": "D"}}
    data = json.dumps({"settings": settings, "fields_dict": FIELDS}).encode()
    text = b"START\nBasic\nWhat is heat?\nBack: Energy.\nEND\n"
    vault = graph("", {PLUGIN: data, "Heat.md": text})
    (found,) = lint(vault, choose_rules(["card-settings"]))
    assert str(found.severity) == "info"
    assert found.message == (
        "the expression for Basic has no group, so it makes empty cards, which Anki refuses"
    )


def test_an_expression_that_is_that_of_an_earlier_type_finds_nothing(graph):
    expression = r"^Q: (.+)\nA: (.+)"
    vault = f"-- Heat.md --\nQ: a\nA: b\n-- {PLUGIN} --\n" + json.dumps(
        {
            "settings": {
                "CUSTOM_REGEXPS": {"Basic": expression, "Basic (and reversed card)": expression}
            }
        }
    )
    [found] = lint(graph(vault), choose_rules(["card-settings"]))
    assert found.message == (
        "the expression for Basic (and reversed card) is the same as that for Basic, which takes all its cards"
    )


def test_an_expression_that_loses_the_cards_of_a_vault_is_a_warning(graph):
    settings = json.dumps({"settings": {"CUSTOM_REGEXPS": {"Basic": r"^Q: (.+)\nA: (.+)"}}})
    vault = f"-- Heat.md --\n# Heat\nEnergy.\n<!--ID: 1700000000001-->\n-- {PLUGIN} --\n{settings}"
    [found] = lint(graph(vault), choose_rules(["card-settings"]))
    assert str(found.severity) == "warning"
    assert found.message.endswith("finds no card in this vault, though notes have card IDs")
