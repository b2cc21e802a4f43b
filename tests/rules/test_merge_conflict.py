import pytest

from vaultgraph import choose_rules, lint

CONFLICT = "<<<<<<< HEAD\nMine.\n=======\nTheirs.\n>>>>>>> origin/main\n"
FAULT = "the merge of HEAD with origin/main was not completed"


@pytest.mark.parametrize(("text", "places"), [
    (CONFLICT, ["1:1"]),
    (f"# Heat\n\n{CONFLICT}\nText.\n{CONFLICT}", ["3:1", "10:1"]),
    (CONFLICT.replace("\n", "\r\n"), ["1:1"]),
    (CONFLICT.replace("=======", "||||||| 1a2b3c4\nOld.\n======="), ["1:1"]),
    (f"---\ntags: [a]\n---\n- item\n\n{CONFLICT}", ["6:1"]),
])  # fmt: skip
def test_a_merge_that_was_not_completed_is_an_error(findings, text, places):
    found = findings("merge-conflict", "", {"Heat.md": text.encode()})
    assert found == [f"Heat.md:{place}: {FAULT}" for place in places]


@pytest.mark.parametrize("text", [
    "Title\n=======\n\nText.",
    f"```\n{CONFLICT}```",
    f"~~~diff\n{CONFLICT}~~~",
    "Text.\n\n" + "\n".join(f"    {line}" for line in CONFLICT.splitlines()),
    "<<<<<<< HEAD\nMine.\n",
    "<<<<<<< HEAD\nMine.\n>>>>>>> main",
    "Title\n=======\n>>>>>>> a quote",
    CONFLICT.replace("<<<<<<<", "<<<<<<<<"),
    CONFLICT.replace("\n", "\n "),
])  # fmt: skip
def test_what_only_looks_like_one_is_fine(findings, text):
    assert findings("merge-conflict", f"-- Heat.md --\n{text}\n") == []


def test_canvases_and_bases_are_searched_as_well(findings):
    assert findings("merge-conflict", f"""
-- Board.canvas --
{{"nodes": [
{CONFLICT}]}}
-- Heat.base --
views: []
{CONFLICT}
""") == [f"Board.canvas:2:1: {FAULT}", f"Heat.base:2:1: {FAULT}"]  # fmt: skip


@pytest.mark.parametrize(("path", "text"), [
    ("Heat.md", f"---\ntitle: a\n{CONFLICT}---\nText. [[Work]]\n"),
    ("Board.canvas", f'{{"nodes": [\n{CONFLICT}]}}'),
])  # fmt: skip
def test_what_the_marks_break_is_not_reported_again(graph, path, text):
    found = lint(graph("-- Work.md --\n[[Heat]]\n", {path: text.encode()}), choose_rules())
    assert [each.rule for each in found if each.location.path == path] == ["merge-conflict"]


def test_a_long_name_of_a_side_is_shortened(findings):
    text = CONFLICT.replace("origin/main", "1a2b3c4 (" + "x" * 80 + ")").replace(" HEAD", "")
    (found,) = findings("merge-conflict", f"-- Heat.md --\n{text}")
    assert (
        found
        == f"Heat.md:1:1: the merge of one version with 1a2b3c4 ({'x' * 50}… was not completed"
    )
