def test_names_the_note_that_stands_alone(findings):
    assert findings("orphan-note", """
        -- Heat.md --
        [[Energy]]
        -- Energy.md --
        -- Alone.md --
        ![[picture.png]]
        -- picture.png --
    """) == ["Alone.md:1:1: no note links here, and it links no note that exists"]  # fmt: skip


def test_a_link_to_itself_is_no_company(findings):
    assert findings("orphan-note", """
        -- Alone.md --
        # Top
        [[#Top]] [[Alone]]
    """) == ["Alone.md:1:1: no note links here, and it links no note that exists"]  # fmt: skip


def test_a_drawing_may_stand_alone(findings):
    assert findings("orphan-note", "-- Plan.excalidraw.md --\nText.") == []
