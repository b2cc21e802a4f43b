import pytest

HEAT = """
    -- Heat.md --
    TARGET DECK: Physics

    What is heat? #flashcard
    Energy on its way.
    <!--ID: 1700000000001-->
    {more}
    -- Anki --
    1700000000001 in Physics: What is heat? | Energy on its way.
    1700000000002 in {deck}: What is <b>work</b>? | Force.
"""


def test_names_the_question_and_the_note_in_anki(findings):
    assert findings("gone-from-vault", HEAT.format(more="", deck="PHYSICS")) == [
        ".:1:1: Anki still has “What is work” (note 1700000000002), which is in no note of this vault"
    ]


def test_a_card_in_another_deck_is_not_of_this_vault(findings):
    assert findings("gone-from-vault", HEAT.format(more="", deck="Chemistry")) == []


@pytest.mark.parametrize("more", [
    "<!--ID: 1700000000002-->",
    "DELETE\n    ID: 1700000000002",
    "```\n    <!--ID: 1700000000002-->\n    ```",
    "id = 1700000000002",
])  # fmt: skip
def test_an_id_counts_wherever_it_is(findings, more):
    assert findings("gone-from-vault", HEAT.format(more=more, deck="Physics")) == []
