import pytest


def test_points_at_the_line(findings):
    assert findings("blank-line-in-card", "-- Heat.md --\nWhat? #flashcard\nThat.\n  \nMore.") == [
        "Heat.md:3:1: this line contains only spaces, so it does not end the card"
    ]


@pytest.mark.parametrize("text", [
    "What? #flashcard\nThat.\n\nMore.",
    "What? #flashcard\n```\na = 1\n  \nb = 2\n```",
    "What? #flashcard\nThat.\n  \n\nMore.",
    "What? #flashcard\nThat.\n  \nMore.\n<!--ID: 1700000000001-->",
    "START\nBasic\nWhat?\nBack: That.\n  \nMore.\nEND",
    "What? #flashcard\nThat.\n  \nWhy? #flashcard\nSo.",
    "No card.\n  \nMore.",
])  # fmt: skip
def test_a_blank_line_is_harmless_where(findings, text):
    assert findings("blank-line-in-card", f"-- Heat.md --\n{text}") == []
