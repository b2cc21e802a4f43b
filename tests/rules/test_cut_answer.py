import pytest

from vaultgraph import choose_rules, lint


@pytest.mark.parametrize(("answer", "what"), [
    ("```\na = 1\n\nb = 2\n```", "code"),
    ("~~~\na = 1\n\nb = 2\n~~~", "code"),
    ("````\n```\na = 1\n\n```\n````", "code"),
    ("- so:\n  ```\n  a = 1\n\n  b = 2\n  ```", "code"),
    ("- ```\n  a = 1\n\n  b = 2\n  ```", "code"),
    ("> ```\n> a = 1\n\n> b = 2\n> ```", "code"),
    ("$$\na = 1\n\nb = 2\n$$", "formula"),
    ("1. first\n\n2. second", "list"),
    ("- first\n\n  - its part", "list"),
    ("1. first\n\n   - its part", "list"),
    ("- first\n\n \n\n  - its part", "list"),
])  # fmt: skip
def test_says_what_is_cut(findings, answer, what):
    (found,) = findings("cut-answer", f"-- Heat.md --\nWhat is heat? #flashcard\n{answer}")
    assert found == f"Heat.md:1:1: an empty line in the {what} cuts the answer short"


@pytest.mark.parametrize("answer", [
    "```\na = 1\n```", "$$\na = 1\n$$", "1. first\n2. second\n\nMore text.",
    "- first\n\n- another list", "- first\n\n- What is work? #flashcard\n- Force times distance.",
    "1. first\n\n1. another list", "1. first\n\n3. third", "1. first\n\n- another list", "- first\n\n2. another list",
    "  - first\n\n- another list", "```\nunclosed, but whole", "It costs $$ and more $$.",
    "````\n```\na = 1\n````\n\nMore.\n\n```\nb\n```", "```bash\necho $$\n```\n\nIt costs $$.",
    "It costs `$$`.\n\n$$\na = 1\n$$", "```\nunclosed\n\n```python\nb\n```", "$$\na\n\nText.\n\n$$\nb\n$$",
    "```\nunclosed\n\nWhy? #flashcard\n```\nb\n```",
    "```a``` is code.\n\nMore:\n```\nunclosed", "The words $a$$b$.\n\nIt costs $$.",
])  # fmt: skip
def test_what_is_whole(findings, answer):
    assert findings("cut-answer", f"-- Heat.md --\nWhat is heat? #flashcard\n{answer}") == []


def test_a_delimited_card_may_have_empty_lines(findings):
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


@pytest.mark.parametrize(("text", "hint"), [
    ("```\na = 1\n\nb = 2\n```", "delete the empty lines in the code, from line 4 on"),
    ("```\n<p>\n<!-- more -->\n</p>\n```", "put a space before the comments in the code, from line 4 on"),
    ("```\na = 1\n<!--ID: 1-->\n\nb = 2\n```",
     "delete the empty lines in the code, and move the ID on line 4 below it"),
])  # fmt: skip
def test_the_hint_names_the_line_that_cuts(graph, text, hint):
    cut = graph(f"-- Heat.md --\nWhat is heat? #flashcard\n{text}")
    (found,) = lint(cut, choose_rules(["cut-answer"]))
    assert found.hint == hint


@pytest.mark.parametrize("text", [
    "$$\nWhat is q? #flashcard\nq = m c\n$$\n<!--ID: 1-->\n\nMore.",
    "```\nWhat is q? #flashcard\nq = m c\n```\n<!--ID: 1-->\n\nMore.\n\n```\ncode\n```",
])  # fmt: skip
def test_what_the_question_opens_the_answer_may_close(findings, text):
    assert findings("cut-answer", f"-- Heat.md --\n{text}") == []


def test_a_space_before_a_comment_keeps_the_answer_whole(findings):
    answer = "```\n<p>\n <!-- more -->\n</p>\n```"
    assert findings("cut-answer", f"-- Heat.md --\nWhat is heat? #flashcard\n{answer}") == []


@pytest.mark.parametrize("comment", [
    "<!-- ID: 1700000000001 -->", "<!--id:1700000000001-->", "<!--SR:!2026-05-14,13,234-->",
])  # fmt: skip
def test_an_id_or_a_schedule_stays_where_it_is(findings, comment):
    text = f"-- Heat.md --\nWhat is heat? #flashcard\n```\na\n{comment}\nb\n```"
    assert findings("cut-answer", text) == []
