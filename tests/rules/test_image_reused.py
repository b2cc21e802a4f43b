def test_points_at_the_second_and_names_the_first(findings):
    assert findings("image-reused", """
        -- Heat.md --
        What is heat? #flashcard
        ![[engine.svg]] ![[engine.svg]]
        -- Work.md --
        ![[engine.svg]]

        What is work? #flashcard
        ![[engine.svg]]
        -- engine.svg --
    """) == ["Work.md:4:1: “What is heat?” in Heat.md shows the same image"]  # fmt: skip
