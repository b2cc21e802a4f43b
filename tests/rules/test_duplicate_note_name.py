def test_points_at_the_note_with_the_longer_path(findings):
    assert findings("duplicate-note-name", """
        -- Energy.md --
        -- Society/energy.md --
    """) == ["Society/energy.md:1:1: Energy.md has the same name"]  # fmt: skip


def test_a_note_and_an_image_may_share_a_name(findings):
    assert findings("duplicate-note-name", """
        -- Energy.md --
        -- Images/Energy.png --
    """) == []  # fmt: skip
