import pytest


def test_names_the_file_that_nobody_uses(findings):
    assert findings("unused-attachment", """
        -- Heat.md --
        ![[b.svg]]
        -- Images/a.svg --
        -- Images/b.svg --
    """) == ["Images/a.svg:1:1: no note uses this image"]  # fmt: skip


@pytest.mark.parametrize("use", [
    pytest.param("![[my photo.png|alt|100]]", id="embed with size"),
    pytest.param("[[my photo.png]]", id="link"),
    pytest.param("![](my%20photo.png)", id="Markdown image"),
    pytest.param('<img src="Files/my photo.png" width=10>', id="HTML"),
    pytest.param("<p>\n<img src='Files/my%20photo.png'>\n</p>", id="HTML block"),
    pytest.param("---\nbanner: Files/my photo.png\n---", id="path in a property"),
    pytest.param("---\ncover: '[[my photo.png]]'\n---", id="link in a property"),
    pytest.param("```gallery\nFiles/my photo.png\n```", id="code block"),
    pytest.param("```yaml\nimage: my photo.png\n```", id="value in a code block"),
    pytest.param("![photo]\n\n[photo]: <Files/my photo.png>", id="reference"),
    pytest.param("%% ![[my photo.png]] %%", id="comment"),
])  # fmt: skip
def test_counts_every_kind_of_use(findings, use):
    body = use.replace("\n", "\n        ")
    assert findings("unused-attachment", f"""
        -- Heat.md --
        {body}
        -- Files/my photo.png --
    """) == []  # fmt: skip


@pytest.mark.parametrize("node", [
    pytest.param('{"type": "file", "file": "a.png"}', id="file card"),
    pytest.param('{"type": "text", "text": "![[a.png]]"}', id="text card"),
    pytest.param('{"type": "group", "background": "a.png"}', id="background of a group"),
])  # fmt: skip
def test_a_canvas_uses_files(findings, node):
    assert findings("unused-attachment", f"""
        -- Heat.md --
        -- a.png --
        -- Board.canvas --
        {{"nodes": [{node}]}}
    """) == []  # fmt: skip


def test_of_two_files_with_one_name_only_the_shown_one_is_used(findings):
    assert findings("unused-attachment", """
        -- Heat.md --
        ![[a/x.png]]
        -- a/x.png --
        -- b/x.png --
    """) == ["b/x.png:1:1: no note uses this image"]  # fmt: skip


def test_a_crowd_is_told_in_one_sentence(graph):
    from vaultgraph.linting import choose_rules, lint

    files = "\n".join(f"-- Images/{number}.png --" for number in range(5))
    found = lint(graph(f"-- Heat.md --\n{files}"), choose_rules(["unused-attachment"]))
    assert {diagnostic.crowd for diagnostic in found} == {"{count} of 5 images are unused"}
