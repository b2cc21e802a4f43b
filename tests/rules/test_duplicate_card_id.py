TWINS = """
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
    assert findings("duplicate-card-id", TWINS) == [
        "Heat.md:3:9: ID 1700000000001 is also that of “What is work?” in Work.md",
        "Work.md:3:9: ID 1700000000001 is also that of “What is heat?” in Heat.md",
    ]


def test_an_id_in_plain_text_is_no_card(findings):
    assert findings("duplicate-card-id", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        The comment <!--ID: 1700000000001--> is written by the plugin.
    """) == []  # fmt: skip
