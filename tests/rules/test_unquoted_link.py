import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.linting.fixing import apply_fixes, plan_fixes


def lost(graph, yaml):
    """What the rule finds in *yaml*: the line, and the text of the fix or else the hint."""
    others = "-- Work.md --\nx\n-- Carnot, Sadi.md --\nx\n-- 1824.md --\nx\n"
    vault = graph(f"-- Heat.md --\n---\n{yaml}\n---\n{others}")
    return [
        (found.location.line, found.fix.text if found.fix else found.hint)
        for found in lint(vault, choose_rules(["unquoted-link"]))
    ]


def test_a_link_needs_quotes(findings):
    assert findings("unquoted-link", """
        -- Heat.md --
        ---
        up: [[Physics]]
        down: "[[Work]]"
        matrix: [[1, 2]]
        ---
    """) == ["Heat.md:2:5: without quotes, this is a list in a list and not a link"]  # fmt: skip


@pytest.mark.parametrize(("yaml", "fixes"), [
    ("up: [[Work]]", [(2, '"[[Work]]"')]),
    ("up:   [[Work|w]]  # why", [(2, '"[[Work|w]]"')]),
    ("up:\n  - [[Work]]\n  - '[[Work]]'\n  - [[Work#x]]", [(3, '"[[Work]]"'), (5, '"[[Work#x]]"')]),
    ("up: [ [[Work]], [[Work]] ]", [(2, '"[[Work]]"')] * 2),
    ("up: [[[Work]], a]", [(2, '"[[Work]]"')]),
    ("up:\n  down: [[Work]]", [(3, '"[[Work]]"')]),
    ("by: [[Carnot, Sadi]]", [(2, '"[[Carnot, Sadi]]"')]),
    ("year: [[1824]]", [(2, '"[[1824]]"')]),
    ('up: [[Work|a "b"]]', [(2, "'[[Work|a \"b\"]]'")]),
    ("up: [[Energy]]", [(2, 'write "[[Energy]]"')]),
    ("up: [[Work|a: b]]", [(2, '"[[Work|a: b]]"')]),
    ('{"up": [[Work]]}', [(2, '"[[Work]]"')]),
])  # fmt: skip
def test_quotes_are_a_fix_if_the_note_exists(graph, yaml, fixes):
    assert lost(graph, yaml) == fixes


@pytest.mark.parametrize("yaml", [
    "matrix: [[1]]", "point: [[1.5]]", "pairs: [[cold, warm]]", "pairs: [[a: 1]]", "up:\n  - [Work]", "up: [['Work']]",
    "text: |\n  [[Work]]", 'text: "a\n\n  [[Work]]"', "text: a\n  [[Work]]", "# up: [[Work]]", "up: '[[Work]]'", "up: [\n[[Work]]",
])  # fmt: skip
def test_a_list_and_text_are_fine(graph, yaml):
    assert lost(graph, yaml) == []


def test_a_link_in_a_text_does_not_hide_one_without_quotes(graph):
    assert lost(graph, "text: |\n  [[Work]]\nup: [[Work]]") == [(4, '"[[Work]]"')]


def test_the_fix_makes_it_a_link_and_changes_nothing_else(vault):
    text = "---\r\nup: [[Work]] # why\r\nall:\r\n- [[work]]\r\n---\r\n[[Work]]\r\n"
    notes = VaultGraph(vault("-- Work.md --\nx\n", {"Heat.md": text.encode()}))
    fixes = plan_fixes(notes, lint(notes, choose_rules(["unquoted-link"])))
    assert apply_fixes(notes, fixes) == {}
    fixed = read_vault(notes.vault.root)
    assert fixed.text("Heat.md") == text.replace("up: [[Work]]", 'up: "[[Work]]"').replace(
        "- [[work]]", '- "[[work]]"'
    )
    assert [link.key for link in fixed.notes["Heat.md"].links] == ["up", "all.0", ""]
