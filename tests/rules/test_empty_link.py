from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity


def test_tells_links_without_a_target(findings):
    assert findings("empty-link", """
        -- Heat.md --
        [[|x]] [x]() ![]( ) [[#]] [x](#) [home](/) [here](.) - [ ] task
    """) == [
        "Heat.md:1:1: this link leads nowhere",
        "Heat.md:1:8: this link leads nowhere",
        "Heat.md:1:15: this image has no file",
    ]  # fmt: skip


def test_empty_brackets_are_no_link_at_all(findings):
    assert findings("empty-link", """
        -- Heat.md --
        [[]] [] f() `[x]()` handlers[0]() f(x)[1]()
    """) == []  # fmt: skip


def test_a_link_that_nobody_sees_is_an_info(graph):
    told = lint(graph("-- Heat.md --\na []() b [x]() c"), choose_rules(["empty-link"]))
    assert [str(found.severity) for found in told] == ["info", "warning"]


def test_what_several_notes_have_alike_their_template_left(graph):
    notes = "".join(f"-- {name}.md --\n[Source]()\n" for name in "abc")
    told = lint(graph(f"{notes}-- d.md --\n[Other]()\n"), choose_rules(["empty-link"]))
    assert [str(found.severity) for found in told] == ["info", "info", "info", "warning"]


def test_the_sample_of_a_task_is_no_link(findings):
    text = "-- Heat.md --\n- [x] #tags, [links](), **formatting** supported\n"
    assert findings("empty-link", text) == []


def test_what_differs_in_its_number_is_alike(graph):
    notes = "".join(f"-- {name}.md --\nPlace [{n}]() of it.\n" for n, name in enumerate("abc"))
    found = lint(graph(notes), choose_rules(["empty-link"]))
    assert [each.severity for each in found] == [Severity.INFO] * 3
