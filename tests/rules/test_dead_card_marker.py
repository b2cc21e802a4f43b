import pytest


@pytest.mark.parametrize(("line", "reason"), [
    ("What?#flashcard", "there is no space before the tag"),
    ("What? #flashcard  ", "there is more than one space behind the tag"),
    ("What? #flashcard #todo", "there is text behind the tag"),
    ("What? #Flashcard", "the tag has capital letters"),
])  # fmt: skip
def test_says_why_the_plugin_sees_nothing(findings, tmp_path, line, reason):
    (found,) = findings("dead-card-marker", f"-- Heat.md --\n{line}\nEnergy on its way.")
    assert found.endswith(f"the plugin sees no card here: {reason}")


def test_a_question_without_an_answer_is_told(findings):
    assert findings("dead-card-marker", """
        -- Heat.md --
        What is heat? #flashcard
    """) == ["Heat.md:1:15: the plugin sees no card here: no answer follows"]  # fmt: skip


@pytest.mark.parametrize("line", [
    "Write `#flashcard` behind the question.", "Tags: #flashcard", "#flashcard", "- #flashcard",
    "What? #flashcards", "What? #flashcard/physics", "See [the tag](#flashcard).", "What? #flashcard-old",
    "The style with #flashcard at the end is the usual one.",
])  # fmt: skip
def test_what_is_no_attempt_at_a_card(findings, line):
    assert findings("dead-card-marker", f"-- Heat.md --\n{line}\nMore text.") == []


def test_a_tag_in_the_properties_marks_no_card(findings):
    assert findings("dead-card-marker", """
        -- Heat.md --
        ---
        tags: [flashcard]
        ---
        Text.
    """) == []  # fmt: skip
