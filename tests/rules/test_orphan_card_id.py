def test_points_at_the_id(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        The card that stood here is gone.

        <!--ID: 1700000000001-->
    """) == ["Heat.md:3:9: ID 1700000000001 belongs to no card"]  # fmt: skip


def test_ids_of_cards_in_code_and_to_be_deleted_are_no_orphans(findings):
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


def test_in_a_note_with_windows_line_ends_another_rule_speaks(findings):
    assert (
        findings("orphan-card-id", "-- Heat.md --\nWhat? #flashcard\r\nThis.\r\n<!--ID: 1-->\r\n")
        == []
    )


def test_an_empty_line_cuts_an_id_off_from_its_card(findings, graph):
    assert findings("orphan-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        <!--ID: 1700000000001-->
    """) == ["Heat.md:4:9: an empty line cuts ID 1700000000001 off from its card"]  # fmt: skip


def test_an_id_within_a_card_is_told_by_the_rule_for_merged_cards(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1-->
        What is work? #flashcard
        Force times distance.
        <!--ID: 2-->
    """) == []  # fmt: skip


def test_the_id_of_a_card_that_is_lost_is_told_with_the_card(findings):
    assert findings("orphan-card-id", """
        -- Heat.md --
        START
        Basic of mine\x20
        What is heat?
        Back: Energy on its way.
        <!--ID: 1700000000001-->
        END
    """) == []  # fmt: skip
