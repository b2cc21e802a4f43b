def test_a_string_alike_is_not_enough(findings):
    assert findings("near-answer", """
        -- Words.md --
        What is a one-hot vector? #flashcard
        A vector of zeros with a one for the word

        What is a word embedding? #flashcard
        A vector of numbers with a place for the word
    """) == []  # fmt: skip


def test_equal_answers_are_another_rules_affair(findings):
    assert findings("near-answer", """
        -- Words.md --
        What is first? #flashcard
        One line of four words
        Another line of many words

        What is second? #flashcard
        One line of four words
        Another line of many words
    """) == []  # fmt: skip


def test_a_line_of_a_form_says_nothing(findings):
    cards = "\n\n".join(
        f"Question {n}? #flashcard\nThis is the first line of the form\nThis is the second line of the form\nanswer {n}"
        for n in range(12)
    )
    assert findings("near-answer", f"-- Form.md --\n{cards}") == []
