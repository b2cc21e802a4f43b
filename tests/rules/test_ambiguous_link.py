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


def test_a_note_in_the_same_folder_is_meant(findings):
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
    ("[[Energy]]", "write [[Physics/Energy]] or [[Economics/Energy]]; Obsidian opens Physics/Energy.md"),
    ("[[energy#Laws|e]]", "write [[Physics/Energy#Laws|e]] or [[Economics/Energy#Laws|e]]; Obsidian opens Physics/Energy.md"),
    ("[e](Energy.md)", "write [e](Physics/Energy.md) or [e](Economics/Energy.md); Obsidian opens Physics/Energy.md"),
    ("[[Force]]", "write [[aa/Force]] or [[bb/Force]]; their paths are equally long, so Obsidian may open either"),
])  # fmt: skip
def test_says_how_to_write_what_is_meant(graph, link, hint):
    files = (
        "-- Physics/Energy.md --\n-- Economics/Energy.md --\n-- aa/Force.md --\n-- bb/Force.md --\n"
    )
    (found,) = lint(graph(f"{files}-- Heat.md --\n{link}"), choose_rules(["ambiguous-link"]))
    assert found.hint == hint


def test_a_path_cannot_distinguish_colliding_names(findings):
    files = "-- T/Q.md --\n-- T/q.md --\n-- Heat.md --\n[[Q]]"
    assert findings("ambiguous-link", files) == []


def test_a_name_is_reported_once_with_the_notes_that_link_it(findings):
    notes = "".join(f"-- {name}.md --\n[[Energy]] [[energy]]\n" for name in "ABCDEF")
    assert findings("ambiguous-link", f"{notes}-- x/Energy.md --\n-- yy/Energy.md --\n") == [
        "A.md:1:1: Energy may mean x/Energy.md or yy/Energy.md, also in B.md, C.md, D.md and 2 more notes"
    ]


def test_a_markdown_link_means_the_file_that_its_path_leads_to(findings):
    files = "-- code/LICENSE --\n-- a/LICENSE.md --\n-- b/LICENSE.md --\n"
    assert findings("ambiguous-link", f"-- code/Heat.md --\n[licence](LICENSE)\n{files}") == []
    assert findings("ambiguous-link", f"-- Heat.md --\n[licence](code/LICENSE)\n{files}") == []


def test_copies_are_for_another_rule(findings):
    text = "What is conserved in every closed system, whatever happens in it.\n"
    files = f"-- a/Energy.md --\n{text}-- b/Energy.md --\n{text}"
    assert findings("ambiguous-link", f"-- Heat.md --\n[[Energy]]\n{files}") == []


@pytest.mark.parametrize(("count", "others"), [
    (1, "b.md"), (3, "b.md, c.md, d.md"), (4, "b.md, c.md, d.md and 1 more note"),
])  # fmt: skip
def test_names_three_of_the_notes_with_such_links(findings, count, others):
    notes = "".join(f"-- {name}.md --\n[[Energy]]\n" for name in "abcde"[: count + 1])
    assert findings(
        "ambiguous-link", f"{notes}-- Physics/Energy.md --\n-- Society/Energy.md --\n"
    ) == [f"a.md:1:1: Energy may mean Physics/Energy.md or Society/Energy.md, also in {others}"]
