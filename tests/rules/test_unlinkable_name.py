import pytest


@pytest.mark.parametrize("mark", ["#", "|", "[[", "]]"])
def test_marks_that_mean_something_in_a_link(findings, mark):
    assert findings("unlinkable-name", f"-- a/C{mark}.md --\nText.") == [
        f"a/C{mark}.md:1:1: no wikilink can name this note: its name contains {mark}"
    ]


def test_the_name_of_a_folder_may_contain_them(findings):
    assert findings("unlinkable-name", "-- C#/Heat.md --\nText.") == []


@pytest.mark.parametrize(
    ("name", "link"), [("C]]", "C%5D%5D.md"), ("C#", "C%23.md"), ("C#", "C%23")]
)
def test_a_markdown_link_can_reach_it(findings, name, link):
    vault = f"-- {name}.md --\nText.\n-- Heat.md --\n[C]({link})"
    assert (
        findings("unlinkable-name", vault) == findings("broken-link", vault, folder="again") == []
    )


@pytest.mark.parametrize("name", ["C#", "C|", "C[[", "C]]"])
def test_a_wikilink_by_that_name_does_miss_it(graph, name):
    asked = graph(f"-- {name}.md --\nText.\n-- Heat.md --\n[[{name}]]")
    assert asked.backlinks[f"{name}.md"] == ()


@pytest.mark.parametrize("name", ["C [draft] 2", "C^2", "C (2)", "100% C"])
def test_other_marks_do_no_harm(findings, graph, name):
    vault = f"-- {name}.md --\nText.\n-- Heat.md --\n[[{name}]]"
    assert findings("unlinkable-name", vault) == []
