import pytest


def test_words_next_to_the_image_are_an_answer(findings):
    assert findings("image-only-answer", """
        -- Heat.md --
        What is it? #flashcard
        ![[engine.svg]]
        ![](motor.png)

        And this? #flashcard
        ![[engine.svg]] an engine
    """) == ["Heat.md:1:1: the answer is only an image"]  # fmt: skip


@pytest.mark.parametrize("answer", [
    "![d](img(1).png)", '![d](<my engine.png> "so")', "![[a [b].png|100]]", '<img src="a.png" width=9>',
    "![x](https://example.org/picture)",
])  # fmt: skip
def test_an_image_is_one_however_it_is_written(findings, answer):
    assert findings("image-only-answer", f"-- Heat.md --\nWhat? #flashcard\n{answer}") == [
        "Heat.md:1:1: the answer is only an image"
    ]


@pytest.mark.parametrize(
    "answer", ["![[heat.mp3]]", "![[Work]]", "`![[a.png]]`", "x < y", "![](a b.png)"]
)
def test_answers_that_are_not_only_an_image(findings, answer):
    assert findings("image-only-answer", f"-- Heat.md --\nWhat? #flashcard\n{answer}") == []
