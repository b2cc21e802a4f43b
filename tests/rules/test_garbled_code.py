import pytest


@pytest.mark.parametrize(("question", "column"), [
    ("What does `$` match?", 11), ("What is `a$$b`?", 9), ("What is `$&`?", 9), ("What is `$'x'`?", 9),
    ("Compare `$a` with `$b`.", 9), ("What do `x` and `y$` match?", 17), ("What is `$x$`?", 9),
])  # fmt: skip
def test_code_with_a_dollar_sign_that_the_plugin_mistakes(findings, question, column):
    vault = f"-- Heat.md --\n{question} #flashcard\nEnergy.\n"
    assert findings("garbled-code", vault) == [
        f"Heat.md:1:{column}: Anki will not show this code as it is: the plugin mistakes its dollar sign"
    ]


@pytest.mark.parametrize("question", [
    "What is `$HOME`?", "What does `x` cost, $5 or $7?", "What is $x$ in `y`?", "What is `$1` in `sed`?", "What is $`a`$?",
    "What is $ `x` $?", "Is it `${x}`?",
])  # fmt: skip
def test_other_dollar_signs_reach_anki(findings, question):
    assert findings("garbled-code", f"-- Heat.md --\n{question} #flashcard\nEnergy.\n") == []


def test_fenced_code_is_code_too(findings):
    vault = "-- Heat.md --\nWhat is it? #flashcard\n```sh\necho $$\n```\n"
    assert findings("garbled-code", vault)[0].startswith("Heat.md:2:1: ")


def test_cards_of_other_plugins_are_not_changed(findings):
    assert findings("garbled-code", "-- Heat.md --\nWhat is `$`? #card\nEnergy.\n") == []


def test_a_card_that_another_plugin_uses_is_not_changed(findings):
    """Spaced Repetition has scheduled what both plugins would take for a card."""
    scheduled = "What is `$`? #flashcard::Energy.\n<!--SR:!2026-12-01,3,250-->\n"
    settings = {
        ".obsidian/plugins/obsidian-spaced-repetition/data.json": b'{"settings": {"flashcardTags": ["#flashcard"]}}'
    }
    assert findings("garbled-code", f"-- Heat.md --\n#flashcard\n\n{scheduled}", settings) == []
