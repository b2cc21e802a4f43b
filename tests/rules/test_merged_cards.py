def test_points_at_the_first_line_of_both(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        # Cards

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1-->
        What is work? #flashcard
        Force times distance.
        <!--ID: 2-->
    """) == ["Heat.md:3:1: more than one card runs into one here"]  # fmt: skip


def test_a_heading_above_the_question_is_no_second_card(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        # Cards
        What is heat? #flashcard
        Energy on its way.
    """) == []  # fmt: skip


def test_a_deck_line_above_the_question_is_part_of_it(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        TARGET DECK: Physics
        What is heat? #flashcard
        Energy on its way.
    """) == ["Heat.md:1:1: the deck line is part of this question"]  # fmt: skip


def test_a_question_about_the_marker_quotes_it(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        What does `#flashcard` do? #flashcard
        It makes a card.
    """) == []  # fmt: skip


def test_an_id_amid_a_block_is_that_of_another_card(findings):
    assert findings("merged-cards", """
        -- Heat.md --
        START
        Basic
        What is heat?
        <!--ID: 1-->
        Back: Energy on its way.
        <!--ID: 2-->
        END
    """) == ["Heat.md:3:1: more than one card runs into one here"]  # fmt: skip
