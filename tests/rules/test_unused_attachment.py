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


@pytest.mark.parametrize("use", [
    pytest.param("---\nbanner: '![[Files/x.png]]'\n---", id="embed in a property"),
    pytest.param("---\nbanner: '![](Files/x.png)'\n---", id="Markdown image in a property"),
    pytest.param("---\nnote: see [[x.png|it]] there\n---", id="link among words of a property"),
    pytest.param("![](../Old/x.png)", id="what a broken embed means"),
    pytest.param("![](my files/x.png)", id="what is no link for a blank in it"),
    pytest.param('![](my files/x.png "a title")', id="what is none, with a title"),
    pytest.param('<p style="background:url(Files/x.png)">', id="style"),
    pytest.param("<style>\np { background: url('Files/x.png') }\n</style>", id="style sheet"),
])  # fmt: skip
def test_what_is_meant_is_used(findings, use):
    assert findings("unused-attachment", f"-- Heat.md --\n{use}\n-- Files/x.png --\n") == []


@pytest.mark.parametrize("file", [
    pytest.param('-- Board.canvas --\n{"nodes": [{"type": "text", "text": "<img src=a.png>"}]}', id="HTML on a canvas"),
    pytest.param("-- View.base --\nviews:\n  - type: cards\n    image: a.png", id="a base"),
    pytest.param("-- a.excalidraw.md --\n-- a.excalidraw.png --\n-- a.excalidraw.dark.svg --\n-- b.md --\n![[a.png]]", id="a drawing"),
])  # fmt: skip
def test_other_files_use_some_too(findings, file):
    assert findings("unused-attachment", f"{file}\n-- a.png --\n-- Heat.md --\n") == []


@pytest.mark.parametrize("name", ["Makefile", "main.go", "theme.css", "data.yaml", "figure.eps"])
def test_what_obsidian_does_not_show_is_no_attachment(findings, name):
    assert findings("unused-attachment", f"-- Heat.md --\n-- {name} --\n") == []


def test_a_script_that_a_view_runs_is_used(graph):
    view = '```dataviewjs\nawait dv.view("Views/year", {})\n```'
    asked = graph(
        f"-- Heat.md --\n{view}\n-- Views/year.js --\n-- Views/year/view.css --\n-- x.js --\n"
    )
    assert asked.used_files == {"Views/year.js", "Views/year/view.css"}
