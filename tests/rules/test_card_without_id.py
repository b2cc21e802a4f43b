def test_points_at_the_question(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        # Cards

        What is heat? #flashcard
        Energy on its way.
    """) == ["Heat.md:3:1: this card has no ID: it is not in Anki"]  # fmt: skip


def test_an_empty_line_cuts_the_id_off(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        <!--ID: 1700000000001-->
    """) == ["Heat.md:1:1: an empty line cuts this card off from its ID"]  # fmt: skip


def test_an_id_may_end_the_line_of_the_answer(findings):
    assert findings("card-without-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.<!--ID: 1700000000001-->
    """) == []  # fmt: skip
