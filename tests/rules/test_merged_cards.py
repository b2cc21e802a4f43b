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
