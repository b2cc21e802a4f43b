def test_words_beside_the_image_are_an_answer(findings):
    assert findings("image-only-answer", """
        -- Heat.md --
        What is it? #flashcard
        ![[engine.svg]]
        ![](motor.png)

        And this? #flashcard
        ![[engine.svg]] an engine
    """) == ["Heat.md:1:1: the answer is only an image"]  # fmt: skip
