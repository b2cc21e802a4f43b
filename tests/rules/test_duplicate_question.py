def test_points_at_the_later_card(findings):
    assert findings("duplicate-question", """
        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        -- Warmth.md --
        What is heat? #flashcard
        A feeling.
    """) == ["Warmth.md:1:1: the same question is asked in Heat.md already"]  # fmt: skip


def test_like_questions_are_different_questions(findings):
    assert findings("duplicate-question", """
        -- Transformer.md --
        How does attention work in the encoder? #flashcard
        Every word looks at every word.

        How does attention work in the decoder? #flashcard
        Every word looks at those before it.
    """) == []  # fmt: skip
