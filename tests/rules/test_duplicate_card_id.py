import pytest

from vaultgraph import choose_rules, lint

SAME_ID = """
    -- Heat.md --
    What is heat? #flashcard
    Energy on its way.
    <!--ID: 1700000000001-->
    -- Work.md --
    What is work? #flashcard
    Force times distance.
    <!--ID: 1700000000001-->
"""


def test_points_at_both_ids_and_names_the_other_card(findings):
    assert findings("duplicate-card-id", SAME_ID) == [
        "Heat.md:3:9: ID 1700000000001 also belongs to “What is work?” in Work.md",
        "Work.md:3:9: ID 1700000000001 also belongs to “What is heat?” in Heat.md",
    ]


def test_an_id_in_plain_text_belongs_to_no_card(findings):
    assert findings("duplicate-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        The comment <!--ID: 1700000000001--> is written by the plugin.
    """) == []  # fmt: skip


@pytest.mark.parametrize(("question", "hint"), [
    ("What is work?", "keep the ID on the card that Anki has now; without it, the other gets its own at the next sync"),
    ("What is heat?", "both ask the same question, so they can be only one note: merge the cards"),
])  # fmt: skip
def test_no_advice_makes_a_card_that_anki_refuses(graph, question, hint):
    first, *_ = lint(
        graph(SAME_ID.replace("What is work?", question)), choose_rules(["duplicate-card-id"])
    )
    assert first.hint == hint


def test_cards_that_differ_in_their_answers_are_not_the_same(graph):
    card = "-- {}.md --\nWhat is heat? #flashcard\n{}\n<!--ID: 1700000000001-->\n"
    for answer, is_same in (("Energy.", True), ("Energy on its way.", False)):
        vault = graph(card.format("A", "Energy.") + card.format("B", answer))
        found = lint(vault, choose_rules(["duplicate-card-id"]))
        assert ["identical" in each.hint for each in found] == [is_same] * 2
