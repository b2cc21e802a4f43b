import json

import pytest

from vaultgraph import choose_rules, lint


def test_points_at_the_id(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        The card that stood here is gone.

        <!--ID: 1700000000001-->
    """) == ["Heat.md:3:9: ID 1700000000001 belongs to no card"]  # fmt: skip


def test_ids_of_cards_in_code_and_to_be_deleted_are_not_orphans(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1-->

        DELETE
        <!--ID: 2-->

        ```
        <!--ID: 3-->
        ```
    """) == []  # fmt: skip


def test_a_note_with_windows_line_endings_is_reported_by_another_rule(findings):
    assert (
        findings("orphan-card-id", "-- Heat.md --\nWhat? #flashcard\r\nThis.\r\n<!--ID: 1-->\r\n")
        == []
    )


def test_an_empty_line_separates_an_id_from_its_card(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        <!--ID: 1700000000001-->
    """) == ["Heat.md:4:9: an empty line separates ID 1700000000001 from the card on line 1"]  # fmt: skip


def test_an_id_inside_a_card_is_reported_by_the_rule_for_merged_cards(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1-->
        What is work? #flashcard
        Force times distance.
        <!--ID: 2-->
    """) == []  # fmt: skip


def test_the_id_of_a_card_that_is_lost_is_reported_with_the_card(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        START
        Basic of mine\x20
        What is heat?
        Back: Energy on its way.
        <!--ID: 1700000000001-->
        END
    """) == []  # fmt: skip


def test_an_empty_line_within_the_answer_separates_the_id_too(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        From warm to cold.
        <!--ID: 1700000000001-->
    """) == [
        "Heat.md:5:9: an empty line separates ID 1700000000001 from the card on line 1"
    ]  # fmt: skip


@pytest.mark.parametrize("between", [
    "# Laws", "What is work?#flashcard\nForce.\n", "<!--ID: 7-->", "What is work? #flashcard\nForce.\n<!--ID: 8-->\n",
])  # fmt: skip
def test_an_id_after_something_else_belongs_to_no_card(findings, between):
    text = f"What is heat? #flashcard\nEnergy.\n\n{between}\nText.\n<!--ID: 9-->"
    *_, last = findings("orphan-card-id", f"-- Heat.md --\n{text}")
    assert last.endswith("ID 9 belongs to no card")


def test_a_comment_separates_an_id_from_its_card_too(findings):
    text = "What is heat? #flashcard\nEnergy.\n<!-- check this -->\n<!--ID: 9-->"
    assert findings("orphan-card-id", f"-- Heat.md --\n{text}") == [
        "Heat.md:4:9: a comment separates ID 9 from the card on line 1"
    ]


@pytest.mark.parametrize("marker", [
    "What?#flashcard", "What? #flashcard #physics", "What? #Flashcard", "What? #flashcard  ",
])  # fmt: skip
def test_the_id_of_a_card_that_the_plugin_does_not_see_is_reported_with_the_card(findings, marker):
    text = f"-- Heat.md --\n{marker}\nEnergy.\n<!--ID: 9-->\n"
    assert findings("orphan-card-id", text) == []
    assert len(findings("dead-card-marker", text, folder="b")) == 1


def test_an_id_below_more_text_may_belong_to_a_deleted_card(graph):
    text = "-- Heat.md --\nQ #flashcard\nA\n\n{}<!--ID: 1700000000001-->"
    hints = [
        lint(graph(text.format(more)), choose_rules(["orphan-card-id"]))[0].hint
        for more in ("", "What is work?\nForce.\n")
    ]
    assert hints == [
        "move it to line 3, directly below the answer",
        "if it is the ID of that card, delete the empty line 3",
    ]


@pytest.mark.parametrize(("between", "hint"), [
    ("\nA2\n\n\nA3\n", "delete the empty lines 3, 5 and 6"),
    ("\nA2 ", "delete the empty line 3"),
    ("<!-- check -->\nA2\n", "move the comments between them below the ID"),
    ("<!-- check -->\nA2\n\n",
     "delete the empty line 5, and move the comments between them below the ID"),
])  # fmt: skip
def test_the_hint_keeps_the_whole_answer_above_the_id(graph, between, hint):
    text = f"-- Heat.md --\nQ #flashcard\nA1\n{between}<!--ID: 1700000000001-->"
    (found,) = lint(graph(text), choose_rules(["orphan-card-id"]))
    assert found.hint == f"if it is the ID of that card, {hint}"


WHERE = "put it directly below its answer, if its card is still in the vault"
MARKER = "if the text above it is its card, mark the question with #flashcard"


@pytest.mark.parametrize(("above", "hint"), [
    ("What is heat?\nEnergy.\n", MARKER),
    ("What is heat?\n\nEnergy. ", MARKER),
    ("Q #flashcard\nA\n<!--ID: 1-->\n\nWhat is heat?\nEnergy.\n",
     f"{MARKER}; the card on line 1 has its own ID"),
    ("Q #flashcard\nA\n<!--ID: 1-->\nEnergy.\n", f"{WHERE}; the card on line 1 has its own ID"),
    ("Q #flashcard\nA\n<!--ID: 1-->\n", f"{WHERE}; the card on line 1 has its own ID"),
    ("Text.\n\n", WHERE),
    ("## Heat\n", WHERE),
    ("", WHERE),
])  # fmt: skip
def test_an_id_below_text_may_have_lost_the_marker_of_its_card(graph, above, hint):
    text = f"-- Heat.md --\n{above}<!--ID: 1700000000002-->\n\nWhat is work? #flashcard\nForce."
    (found,) = lint(graph(text), choose_rules(["orphan-card-id"]))
    assert found.hint == hint


def test_without_settings_and_cards_it_is_unknown_how_cards_are_marked(graph):
    text = "-- Heat.md --\nWhat is heat?\nEnergy.\n<!--ID: 1700000000002-->"
    (found,) = lint(graph(text), choose_rules(["orphan-card-id"]))
    assert found.hint.startswith("keep it: nothing here shows how its card is marked")


def test_the_marker_is_spelled_as_in_the_settings(graph):
    expression = r"((?:[^\n][\n]?)+) #Karte ?\n*((?:\n(?:^.{1,3}$|^.{4}(?<!<!--).*))+)"
    settings = {"CUSTOM_REGEXPS": {"Basic": expression}, "Defaults": {"Deck": "D"}}
    plugin = ".obsidian/plugins/obsidian-to-anki-plugin/data.json"
    files = {plugin: json.dumps({"settings": settings}).encode()}
    text = "-- Heat.md --\nWhat is heat?\nEnergy.\n<!--ID: 1700000000002-->"
    (found,) = lint(graph(text, files), choose_rules(["orphan-card-id"]))
    assert found.hint.endswith("mark the question with #Karte")


def test_an_id_below_a_delimited_card_belongs_to_no_card(findings):
    text = "START\nBasic\nWhat is heat?\nBack: Energy.\nEND\n<!--ID: 9-->"
    assert findings("orphan-card-id", f"-- Heat.md --\n{text}") == [
        "Heat.md:6:9: ID 9 belongs to no card"
    ]


def test_the_ids_of_lost_cards_are_reported_with_them(findings):
    card = "START\nBasic \nWhat is {0}?\nBack: {0}\n<!--ID: 17000000{0}-->\nEND\n\n"
    text = "".join(card.format(number) for number in range(10_000, 10_003))
    assert findings("orphan-card-id", f"-- Heat.md --\n{text}") == []


def test_a_template_is_yet_to_be_filled_in(findings):
    vault = (
        "-- Templates/Term.md --\n# {{title}}\n\n*Question :: Answer*\n<!--ID: 1700000000001-->\n"
    )
    assert findings("orphan-card-id", vault) == []


def test_ids_of_a_note_without_cards_are_reported_once(graph):
    text = "".join(f"# {n}\nText.\n<!--ID: 170000000000{n}-->\n\n" for n in range(2))
    plugin = "-- .obsidian/plugins/obsidian-to-anki-plugin/data.json --\n"
    settings = plugin + '{"settings": {"CUSTOM_REGEXPS": {"Basic": "^Q: (.+)\\nA: (.+)"}}}'
    for also, severity in (("", "info"), (settings, "warning")):
        found = lint(graph(f"-- Heat.md --\n{text}{also}"), choose_rules(["orphan-card-id"]))
        assert [(each.message, str(each.severity)) for each in found] == [
            ("2 IDs in this note belong to no card", severity)
        ]
