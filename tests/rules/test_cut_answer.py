import pytest


@pytest.mark.parametrize(("answer", "what"), [
    ("```\na = 1\n\nb = 2\n```", "code"),
    ("$$\na = 1\n\nb = 2\n$$", "formula"),
    ("1. first\n\n2. second", "list"),
    ("- first\n\n  - its part", "list"),
])  # fmt: skip
def test_says_what_is_cut(findings, answer, what):
    (found,) = findings("cut-answer", f"-- Heat.md --\nWhat is heat? #flashcard\n{answer}")
    assert found == f"Heat.md:1:1: an empty line cuts the answer short, in its {what}"


@pytest.mark.parametrize("answer", [
    "```\na = 1\n```", "$$\na = 1\n$$", "1. first\n2. second\n\nMore text.",
    "- first\n\n- another list", "- first\n\n- What is work? #flashcard\n- Force times distance.",
    "1. first\n\n1. another list", "It costs $$ and more $$.",
])  # fmt: skip
def test_what_is_whole(findings, answer):
    assert findings("cut-answer", f"-- Heat.md --\nWhat is heat? #flashcard\n{answer}") == []


def test_a_written_out_card_may_have_empty_lines(findings):
    assert findings("cut-answer", """
        -- Heat.md --
        START
        Basic
        What is heat?
        Back: ```
        a = 1

        b = 2
        ```
        END
    """) == []  # fmt: skip
