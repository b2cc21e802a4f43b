import pytest


@pytest.mark.parametrize("mark", ["#", "^", "|", "[", "]"])
def test_marks_that_mean_something_in_a_link(findings, mark):
    assert findings("unlinkable-name", f"-- a/C{mark}.md --\nText.") == [
        f"a/C{mark}.md:1:1: no link can reach this note: its name holds {mark}"
    ]


def test_a_folder_may_hold_them(findings):
    assert findings("unlinkable-name", "-- C#/Heat.md --\nText.") == []


def test_a_markdown_link_can_reach_it(findings):
    assert findings("unlinkable-name", "-- C].md --\nText.\n-- Heat.md --\n[C](C%5D.md)") == []
