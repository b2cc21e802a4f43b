NAMESAKES = """
        -- Physics/Energy.md --
        -- Society/Energy.md --
"""


def test_names_what_the_link_may_mean(findings):
    assert findings("ambiguous-link", f"""
        -- Heat.md --
        [[Energy]]
        {NAMESAKES}
    """.replace("\n\n", "\n")) == [
        "Heat.md:1:1: Energy may mean Physics/Energy.md or Society/Energy.md"
    ]  # fmt: skip


def test_a_note_beside_is_meant(findings):
    assert findings("ambiguous-link", """
        -- Physics/Heat.md --
        [[Energy]]
        -- Physics/Energy.md --
        -- Society/Energy.md --
    """) == []  # fmt: skip


def test_a_note_at_the_top_is_meant(findings):
    assert findings("ambiguous-link", """
        -- Physics/Heat.md --
        [[Energy]]
        -- Energy.md --
        -- Society/Energy.md --
    """) == []  # fmt: skip
