import pytest

from vaultgraph import choose_rules, lint

TWO = """
    -- Heat.md --
    What is an engine? #flashcard
    ![[cars/engine.png]] That.

    What is a turbine? #flashcard
    ![[planes/engine.png]] That.
"""


@pytest.mark.parametrize(("first", "second", "places"), [
    (b"one", b"another", ["Heat.md:5:1"]),
    (b"same", b"same", []),
])  # fmt: skip
def test_only_files_that_differ_are_reported(graph, first, second, places):
    asked = graph(TWO, {"cars/engine.png": first, "planes/engine.png": second})
    found = lint(asked, choose_rules(["media-name-collision"]))
    assert [str(diagnostic.location) for diagnostic in found] == places


def test_a_picture_outside_of_cards_is_not_reported(findings):
    assert findings("media-name-collision", """
        -- Heat.md --
        What is an engine? #flashcard
        ![[cars/engine.svg]] That.

        ![[planes/engine.svg]]
        -- cars/engine.svg --
        a
        -- planes/engine.svg --
        b
    """) == []  # fmt: skip


def test_one_picture_on_two_cards_is_one_file(findings):
    assert findings("media-name-collision", """
        -- Heat.md --
        What is an engine? #flashcard
        ![[engine.svg]] That.

        What is a turbine? #flashcard
        ![[engine.svg]] That.
        -- engine.svg --
    """) == []  # fmt: skip
