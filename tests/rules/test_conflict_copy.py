import pytest

from vaultgraph import choose_rules, lint

NAMES = [
    "Heat (Conflicted copy LAPTOP 202603121129).md",
    "Heat (Jane's conflicted copy 2026-03-12).md",
    "Heat (conflicted copy 2026-03-12 112930) (1).md",
    "Heat (SFConflict jane@example.org 2026-03-12-11-29-30).md",
    "Heat (cópia em conflito de Ana 2026-03-12).md",
    "Heat (In Konflikt stehende Kopie von Ana 2026-03-12).md",
    "Heat (Ana 的冲突副本 2026-03-12).md",
    "Heat.sync-conflict-20260312-112930-ABCDEFG.md",
    "Heat_conflict-20260312-112930.md",
    "Heat_LAPTOP_Mar-12-112930-2026_Conflict.md",
    "Heat.Conflict.md",
    "Heat [conflicted].md",
    "Heat (Case Conflict).md",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_copies_of_every_tool_are_known(findings, name):
    (found,) = findings("conflict-copy", f"-- Heat.md --\nA.\n-- {name} --\nB.\n")
    assert found == (
        f"{name}:1:1: this is a copy of Heat.md from a conflict: 1 line is only here and 1 line is"
        " only in Heat.md"
    )


@pytest.mark.parametrize("name", [
    "Heat 2.md", "Heat (1).md", "Heat (copy).md", "Conflict.md", "Heat (conflict of 1914).md",
    "conflicted copy 2026-03-12.md", "Heat-conflict.md", "Work.Conflict.md",
    "Work (conflicted copy).md", "Heat (conflicted copy 2026-03-12) and after.md",
])  # fmt: skip
def test_other_names_are_those_of_notes(findings, name):
    assert findings("conflict-copy", f"-- Heat.md --\nA.\n-- {name} --\nB.\n") == []


COPY = "Heat.sync-conflict-20260312-112930-ABCDEFG.md"


@pytest.mark.parametrize(("texts", "place", "message", "hint"), [
    (("A.\nB.\n", "A.  \n\nB.\n"), "1:1",
     "this copy from a conflict has the same lines as Heat.md", ""),
    (("A.\nB.\nC.\n", "A.\n"), "1:1",
     "this is a copy of Heat.md from a conflict: 2 lines are only in Heat.md",
     "all of its text is in Heat.md too"),
    (("A.\n", "A.\nB.\nC.\n"), "2:1",
     "this is a copy of Heat.md from a conflict: 2 lines are only here",
     "bring the text that you want to keep into Heat.md"),
])  # fmt: skip
def test_says_what_differs(graph, texts, place, message, hint):
    vault = graph(
        "", {path: text.encode() for path, text in zip(["Heat.md", COPY], texts, strict=True)}
    )
    (found,) = lint(vault, choose_rules(["conflict-copy"]))
    assert str(found.location) == f"{COPY}:{place}"
    assert (found.message, found.hint) == (message, hint)


def test_without_its_original_it_is_the_only_version(graph):
    (found,) = lint(graph(f"-- {COPY} --\nA.\n"), choose_rules(["conflict-copy"]))
    assert found.message == "this is a copy from a conflict, and there is no Heat.md"
    assert found.hint == "rename it to Heat.md if it is the one to keep"


@pytest.mark.parametrize(("copy", "message"), [
    ("<svg/>", "this copy from a conflict has the same bytes as Heat.svg"),
    ("<svg />", "this is a copy of Heat.svg from a conflict, with other bytes"),
])  # fmt: skip
def test_of_other_files_the_bytes_are_compared(findings, copy, message):
    name = COPY.replace(".md", ".svg")
    assert findings("conflict-copy", f"-- Heat.svg --\n<svg/>\n-- {name} --\n{copy}\n") == [
        f"{name}:1:1: {message}"
    ]


def test_a_copy_is_reported_by_one_rule(graph):
    """With the same content, it is no finding of `duplicate-note` or `duplicate-attachment` too."""
    text = "Energy on its way from a warm body to a cold one. [[Work]]\n"
    vault = graph(f"""
-- Heat.md --
{text}
-- {COPY} --
{text}
-- Work.md --
[[Heat]] ![[Heat.svg]]
-- Heat.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- {COPY.replace(".md", ".svg")} --
<svg xmlns="http://www.w3.org/2000/svg"/>
""")
    duplicates = choose_rules(["conflict-copy", "duplicate-note", "duplicate-attachment"])
    assert [each.rule for each in lint(vault, duplicates)] == ["conflict-copy"] * 2
