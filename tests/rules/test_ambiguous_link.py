import pytest

from vaultgraph import choose_rules, lint

NAMESAKES = """
        -- Physics/Energy.md --
        -- Society/Energy.md --
"""


def test_names_what_the_link_may_mean(findings):
    assert findings("ambiguous-link", f"""
        -- Heat.md --
        [[Energy]]
        {NAMESAKES}
    """.replace("\n\n", "\n")) == [
        "Heat.md:1:1: Energy may mean Physics/Energy.md or Society/Energy.md"
    ]  # fmt: skip


def test_a_note_beside_is_meant(findings):
    assert findings("ambiguous-link", """
        -- Physics/Heat.md --
        [[Energy]]
        -- Physics/Energy.md --
        -- Society/Energy.md --
    """) == []  # fmt: skip


def test_a_note_at_the_top_is_meant(findings):
    assert findings("ambiguous-link", """
        -- Physics/Heat.md --
        [[Energy]]
        -- Energy.md --
        -- Society/Energy.md --
    """) == []  # fmt: skip


@pytest.mark.parametrize(("link", "hint"), [
    ("[[Energy]]", "Obsidian opens Physics/Energy.md; write [[Physics/Energy]] to say so"),
    ("[[energy#Laws|e]]", "Obsidian opens Physics/Energy.md; write [[Physics/Energy#Laws|e]] to say so"),
    ("[e](Energy.md)", "Obsidian opens Physics/Energy.md; write [e](Physics/Energy.md) to say so"),
    ("[[Force]]", "no rule decides; aa/Force.md comes first; write [[aa/Force]] to say so"),
])  # fmt: skip
def test_says_how_to_write_what_is_meant(graph, link, hint):
    files = (
        "-- Physics/Energy.md --\n-- Economics/Energy.md --\n-- aa/Force.md --\n-- bb/Force.md --\n"
    )
    (found,) = lint(graph(f"{files}-- Heat.md --\n{link}"), choose_rules(["ambiguous-link"]))
    assert found.hint == hint


def test_names_that_collide_cannot_be_told_apart(findings):
    files = "-- T/Q.md --\n-- T/q.md --\n-- Heat.md --\n[[Q]]"
    assert findings("ambiguous-link", files) == []
