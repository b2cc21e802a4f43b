from vaultgraph import choose_rules, lint
from vaultgraph.model import Severity


def test_reports_links_without_a_target(findings):
    assert findings("empty-link", """
        -- Heat.md --
        [[|x]] [x]() ![]( ) [[#]] [x](#) [home](/) [here](.) - [ ] task
    """) == [
        "Heat.md:1:1: this link leads nowhere",
        "Heat.md:1:8: this link leads nowhere",
        "Heat.md:1:15: this image has no file",
    ]  # fmt: skip


def test_empty_brackets_are_not_a_link(findings):
    assert findings("empty-link", """
        -- Heat.md --
        [[]] [] f() `[x]()` handlers[0]() f(x)[1]()
    """) == []  # fmt: skip


def test_an_invisible_link_is_only_information(graph):
    found = lint(graph("-- Heat.md --\na []() b [x]() c"), choose_rules(["empty-link"]))
    assert [str(each.severity) for each in found] == ["info", "warning"]


def test_the_same_link_in_several_notes_comes_from_their_template(graph):
    notes = "".join(f"-- {name}.md --\n[Source]()\n" for name in "abc")
    found = lint(graph(f"{notes}-- d.md --\n[Other]()\n"), choose_rules(["empty-link"]))
    assert [str(each.severity) for each in found] == ["info", "info", "info", "warning"]


def test_the_sample_of_a_task_is_not_a_link(findings):
    text = "-- Heat.md --\n- [x] #tags, [links](), **formatting** supported\n"
    assert findings("empty-link", text) == []


def test_links_that_differ_only_in_a_number_count_as_the_same(graph):
    notes = "".join(f"-- {name}.md --\nPlace [{n}]() of it.\n" for n, name in enumerate("abc"))
    found = lint(graph(notes), choose_rules(["empty-link"]))
    assert [each.severity for each in found] == [Severity.INFO] * 3
