import json

import pytest

from vaultgraph import choose_rules, lint
from vaults import unindented

SWALLOWED = """
    -- Heat.md --
    For $20 a year.

    What is heat? #flashcard
    Energy on its way.

    It costs 5$ more.
"""


def test_names_the_lines_between_which_cards_are_hidden(findings):
    assert findings("swallowed-card", SWALLOWED) == [
        "Heat.md:3:1: math opened on line 1 runs to line 6 and hides this card"
    ]


def test_no_other_rule_reports_the_same_card(findings):
    for rule in ("dead-card-marker", "orphan-card-id", "card-without-id"):
        assert findings(rule, SWALLOWED) == []


def test_a_backtick_hides_cards_too(findings):
    assert findings("swallowed-card", """
        -- Heat.md --
        An odd ` here.

        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        And one ` there.
    """) == ["Heat.md:3:1: code opened on line 1 runs to line 7 and hides this card"]  # fmt: skip


def test_cards_in_a_code_block_are_examples(findings):
    assert findings("swallowed-card", """
        -- Heat.md --
        For $20 a year.

        ```
        What is heat? #flashcard
        Energy on its way.
        ```

        It costs 5$ more.
    """) == []  # fmt: skip


def test_math_within_a_paragraph_hides_nothing(findings):
    assert findings("swallowed-card", """
        -- Heat.md --
        What is $Q$? #flashcard
        Heat, $mc \\Delta T$.
    """) == []  # fmt: skip


def test_each_span_is_reported_once(findings):
    assert findings("swallowed-card", """
        -- Heat.md --
        For $20 a year.

        What is heat? #flashcard
        Energy on its way.

        What is work? #flashcard
        Force times distance.

        It costs 5$ more.
    """) == [
        "Heat.md:3:1: math opened on line 1 runs to line 9 and hides 2 cards, starting with this one"
    ]  # fmt: skip


def test_the_hint_names_the_mark_that_is_unpaired(graph):
    text = """
        -- Heat.md --
        A `code` of its own.

        An odd ` here.

        Then `a` and `b`.

        What is heat? #flashcard
        Energy on its way.

        And `c` there.
    """
    (found,) = lint(graph(text), choose_rules(["swallowed-card"]))
    assert found.message == "code opened on line 5 runs to line 10 and hides this card"
    assert found.hint == "the ` on line 3 is unpaired: close it or remove it"


@pytest.mark.parametrize(("below", "severity"), [
    ("", "info"), ("\n# Work\nForce.\n<!--ID: 1700000000001-->\n", "error"),
])  # fmt: skip
def test_without_ids_a_heading_may_be_no_card(graph, below, severity):
    expression = r"^#+\s(.+)\n*((?:\n(?:^[^\n#].{0,2}$|^[^\n#].{3}(?<!<!--).*))+)"
    data = json.dumps({"settings": {"CUSTOM_REGEXPS": {"Basic": expression}}}).encode()
    text = SWALLOWED.replace("What is heat? #flashcard", "# What is heat?")
    files = {".obsidian/plugins/obsidian-to-anki-plugin/data.json": data}
    (found,) = lint(graph(unindented(text) + below, files), choose_rules(["swallowed-card"]))
    assert str(found.severity) == severity


START_END = "write the card between START and END"


@pytest.mark.parametrize(("above", "hint"), [
    ("```\nre.match('^[a-z]+$', name)\n```", f"the $ on line 2 is part of code: {START_END}"),
    ("~~~sh\necho $HOME\n~~~", f"the $ on line 2 is part of code: {START_END}"),
    ("Text.\n\n    echo $HOME", f"the $ on line 3 is part of code: {START_END}"),
    ("- So:\n  ```\n  echo $HOME\n  ```", f"the $ on line 3 is part of code: {START_END}"),
    ("The variable `$HOME` is set.", f"the $ on line 1 is part of code: {START_END}"),
    ("---\nprice: $20\n---", f"the $ on line 2 is part of a property: {START_END}"),
    ("Each `a` costs $20.",
     "the $ on line 1 is unpaired: write the currency in words, or close it if it is math"),
    ("An odd $x of math.", "the $ on line 1 is unpaired: close it or remove it"),
])  # fmt: skip
def test_code_and_properties_are_left_as_they_are(graph, above, hint):
    text = f"-- Heat.md --\n{above}\n\nWhat is heat? #flashcard\nEnergy.\n\nIt costs 5$ more."
    (found,) = lint(graph(text), choose_rules(["swallowed-card"]))
    assert found.hint == hint
