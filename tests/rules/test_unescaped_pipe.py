import pytest

from vaultgraph import VaultGraph, choose_rules, lint, read_vault
from vaultgraph.linting.fixing import apply_fixes, plan_fixes

OTHERS = "-- Work.md --\nx\n-- engine.png --\n-- 1.md --\nx\n"
HEAD = "| a | b |\n|---|---|\n"


def cut(graph, text):
    """What the rule finds in *text*: the line, and the text of the fix."""
    vault = graph(f"-- Heat.md --\n{text}\n{OTHERS}")
    found = lint(vault, choose_rules(["unescaped-pipe"]))
    return [(each.location.line, each.fix.text) for each in found]


def test_a_link_in_a_table_needs_a_backslash(findings):
    text = f"-- Heat.md --\n[[Work|w]] | x\n\n{HEAD}| [[Work|w]] | [[Work\\|w]] |\n{OTHERS}"
    assert findings("unescaped-pipe", text) == [
        "Heat.md:5:3: this | begins the next cell of the table, so the link is cut"
    ]


@pytest.mark.parametrize(("text", "fixes"), [
    (f"{HEAD}| ![[engine.png|100]] | x |", [(3, r"![[engine.png\|100]]")]),
    (f"{HEAD}| ![[engine.png|so|100]] | x |", [(3, r"![[engine.png\|so\|100]]")]),
    (f"{HEAD}| ![[engine.png\\|so|100]] | x |", [(3, r"![[engine.png\|so\|100]]")]),
    (f"{HEAD}| [[Work|w]], [[Work#a|v]] | [[Work|u]] |", [(3, r"[[Work\|w]]"), (3, r"[[Work#a\|v]]"), (3, r"[[Work\|u]]")]),
    ("a | b\n-|-\n[[Work|w]] | x", [(3, r"[[Work\|w]]")]),
    ("a | [[Work|w]]\n:-: | -\nx | y", [(1, r"[[Work\|w]]")]),
    ("> [!note] so\n> | a | b |\n> |---|---|\n> | [[Work|w]] | x |", [(4, r"[[Work\|w]]")]),
    (f"# x\n{HEAD}| x | y |\n| [[Work|w]] | x |", [(5, r"[[Work\|w]]")]),
    (f"{HEAD}| [[Work|w]] |", [(3, r"[[Work\|w]]")]),
    (f"{HEAD}| [[Energy|e]] | x |", [(3, r"[[Energy\|e]]")]),
    (f"{HEAD}| `a` | *[[Work|$w$]]* |", [(3, r"[[Work\|$w$]]")]),
    (f"{HEAD}| [[Work|w]] | y |\n\n{HEAD}| [[Work|w]] | z |", [(3, r"[[Work\|w]]"), (7, r"[[Work\|w]]")]),
])  # fmt: skip
def test_every_bar_of_the_link_gets_one(graph, text, fixes):
    assert cut(graph, text) == fixes


@pytest.mark.parametrize("text", [
    "Both [[Work|w]] and a | b", "| [[Work|w]] | x |", f"{HEAD}| `[[Work|w]]` | x |", f"{HEAD}| $[[Work|w]]$ | x |",
    f"```\n{HEAD}| [[Work|w]] | x |\n```", f"{HEAD}| x | y |\n\n| [[Work|w]] | x |", "a\n---\n| [[Work|w]] | x |",
    "| a | b | c |\n|---|---|\n| [[Work|w]] | x |", f"{HEAD}\n[[Work|w]] | x", f"{HEAD}[[Work|w]]", f"{HEAD}| \\[[Work|w]] | x |",
    "| a | b | c |\n|---|---|---|\n| [[ cold | warm ]] | x |", f"---\na: '[[Work|w]] |'\n---\n{HEAD}| x | y |",
    f"{HEAD}| [x](Work.md \"|\") | x |", f"<div>\n{HEAD}| [[Work|w]] | x |\n</div>",
])  # fmt: skip
def test_a_bar_elsewhere_is_fine(graph, text):
    assert cut(graph, text) == []


def test_the_fix_joins_the_cells_and_changes_nothing_else(vault):
    text = "| a | b |\r\n|---|---|\r\n| [[Work|w]] | ![[engine.png|9]] |\r\n[[Work|w]]\r\n"
    notes = VaultGraph(vault(OTHERS, {"Heat.md": text.encode()}))
    links = notes.vault.notes["Heat.md"].links
    fixes = plan_fixes(notes, lint(notes, choose_rules(["unescaped-pipe"])))
    assert apply_fixes(notes, fixes) == {}
    fixed = read_vault(notes.vault.root)
    row = r"| [[Work\|w]] | ![[engine.png\|9]] |"
    assert fixed.text("Heat.md") == text.replace("| [[Work|w]] | ![[engine.png|9]] |", row)
    targets = [link.target for link in links]
    assert [link.target for link in fixed.notes["Heat.md"].links] == targets
    assert not lint(VaultGraph(fixed), choose_rules(["unescaped-pipe"]))
