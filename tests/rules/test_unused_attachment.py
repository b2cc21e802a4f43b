import pytest

from vaultgraph import choose_rules, lint
from vaultgraph.settings import load_settings


def test_reports_the_file_that_nothing_uses(findings):
    assert findings("unused-attachment", """
        -- Heat.md --
        ![[b.svg]]
        -- Images/a.svg --
        -- Images/b.svg --
    """) == ["Images/a.svg:1:1: nothing in the vault refers to this file"]  # fmt: skip


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


def test_of_two_files_with_one_name_both_are_used(findings):
    assert findings("unused-attachment", """
        -- Heat.md --
        ![[a/x.png]]
        -- a/x.png --
        -- b/x.png --
    """) == []  # fmt: skip


@pytest.mark.parametrize(("settings", "kind"), [
    ("", "5 images"), ("-- .vaultgraph.toml --\n[rules.unused-attachment]\nother-kinds = true\n", "6 files"),
])  # fmt: skip
def test_many_are_summed_up_in_one_sentence(graph, settings, kind):
    files = "".join(f"-- Images/{number}.png --\n{number}\n" for number in range(5))
    read = graph(f"-- Heat.md --\n-- Heat.pdf --\n{files}{settings}")
    found = lint(read, choose_rules(["unused-attachment"], (), load_settings(read.vault.root)))
    assert {diagnostic.group_message for diagnostic in found} == {
        f"{{count:,}} of {kind} are unused: nothing in the vault refers to them"
    }


def test_a_copy_is_reported_by_another_rule(findings):
    vault = "-- Heat.md --\n![[a/x.png]]\n-- a/x.png --\nA picture.\n-- b/y.png --\nA picture.\n"
    assert findings("unused-attachment", vault) == []
    assert len(findings("duplicate-attachment", vault, folder="again")) == 1


@pytest.mark.parametrize("use", [
    pytest.param("---\nbanner: '![[Files/x.png]]'\n---", id="embed in a property"),
    pytest.param("---\nbanner: '![](Files/x.png)'\n---", id="Markdown image in a property"),
    pytest.param("---\nnote: see [[x.png|it]] there\n---", id="link among words of a property"),
    pytest.param("![](../Old/x.png)", id="what a broken embed means"),
    pytest.param("![](my files/x.png)", id="not a link because of a space"),
    pytest.param('![](my files/x.png "a title")', id="not a link, with a title"),
    pytest.param('<p style="background:url(Files/x.png)">', id="style"),
    pytest.param("<style>\np { background: url('Files/x.png') }\n</style>", id="style sheet"),
])  # fmt: skip
def test_a_file_that_was_meant_is_used(findings, use):
    assert findings("unused-attachment", f"-- Heat.md --\n{use}\n-- Files/x.png --\n") == []


@pytest.mark.parametrize("file", [
    pytest.param('-- Board.canvas --\n{"nodes": [{"type": "text", "text": "<img src=a.png>"}]}', id="HTML on a canvas"),
    pytest.param("-- View.base --\nviews:\n  - type: cards\n    image: a.png", id="a base"),
    pytest.param("-- a.excalidraw.md --\n-- a.excalidraw.png --\n-- a.excalidraw.dark.svg --\n-- b.md --\n![[a.png]]", id="a drawing"),
])  # fmt: skip
def test_other_files_count_too(findings, file):
    assert findings("unused-attachment", f"{file}\n-- a.png --\n-- Heat.md --\n") == []


@pytest.mark.parametrize("name", ["Makefile", "main.go", "theme.css", "data.yaml", "figure.eps"])
def test_what_obsidian_does_not_show_is_not_an_attachment(findings, name):
    assert findings("unused-attachment", f"-- Heat.md --\n-- {name} --\n") == []


NAMES = {"my\\_": "my_x.png", "my": "my x.png"}


@pytest.mark.parametrize("use", [
    pytest.param(r"![[img\x.png]]", id="path of Windows"),
    pytest.param("![[a/my%20x.png]]", id="percent-encoded in a wikilink"),
    pytest.param("<img src='a/my&#32;x.png'>", id="entity"),
    pytest.param(r"![[my\_x.png]]", id="escaped mark"),
    pytest.param("![[x]]", id="no extension"),
    pytest.param("![[x.jpg]]", id="an extension that it had"),
    pytest.param('<img srcset="a.png 1x, b/x.png 2x">', id="a picture of two sizes"),
    pytest.param("ดูx.png", id="Thai"),
    pytest.param("![two](app://local/C:/vault/att%2Fx.png?17)", id="address of the app"),
    pytest.param("---\ntitle: a: b\ncover: img/x.png\n---", id="properties that are not valid YAML"),
    pytest.param("The picture x.png shows it.", id="prose"),
    pytest.param("如图x.png所示", id="prose without spaces"),
    pytest.param("![[X.PNG]]", id="capitals"),
])  # fmt: skip
def test_a_name_counts_however_it_is_written(findings, use):
    file = next((name for sign, name in NAMES.items() if sign in use), "x.png")
    assert findings("unused-attachment", f"-- Heat.md --\n{use}\n-- {file} --\n") == []


@pytest.mark.parametrize("use", ["data x.png", "data-x.png", "datax.png", "xx.png", "x.pngs", "x"])
def test_a_name_within_another_is_not_named(findings, use):
    vault = f"-- Heat.md --\nsee `{use}` there\n-- x.png --\n-- data x.png --\n-- data-x.png --\n"
    assert "x.png:1:1: nothing in the vault refers to this file" in findings(
        "unused-attachment", vault
    )


@pytest.mark.parametrize("file", [
    pytest.param('-- app/main.c --\nload("x.png");', id="code"),
    pytest.param("-- a.tex --\n\\includegraphics[width=5cm]{fig/x}", id="LaTeX"),
    pytest.param("-- page.html --\n<img src=x.png>", id="HTML"),
    pytest.param("-- a.excalidraw --\n{\"file\": \"x.png\"}", id="an old drawing"),
    pytest.param('-- a.json --\n{"a": "b\\u002fx.png"}', id="JSON with escapes"),
    pytest.param("-- b.svg --\n<svg><image href='x.png'/></svg>\n-- Work.md --\n![[b.svg]]", id="a picture of pictures"),
    pytest.param("-- .obsidian/snippets/look.css --\nbody {background: url('../../x.png')}", id="snippet"),
    pytest.param('-- Board.canvas --\n{"nodes": [{"type": "file", "file": "x.png"}', id="a broken canvas"),
])  # fmt: skip
def test_any_text_of_the_vault_may_name_a_file(findings, file):
    assert findings("unused-attachment", f"-- Heat.md --\n-- x.png --\n{file}\n") == []


@pytest.mark.parametrize("encoding", ["utf-16", "latin-1"])
def test_a_text_in_another_encoding_may_name_a_file(findings, encoding):
    files = {"Heat.md": "![[Gerät.png]]".encode(encoding), "a.tex": "{Maß.png}".encode(encoding)}
    vault = "-- Gerät.png --\n-- Maß.png --\n-- Masse.png --\n-- Work.md --\n"
    unused = ["Masse.png:1:1: nothing in the vault refers to this file"]
    assert findings("unused-attachment", vault, files) == unused


def test_its_own_text_and_our_reports_do_not_use_a_file(findings):
    assert findings("unused-attachment", """
        -- Heat.md --
        -- x.svg --
        <svg docname="x.svg"/>
        -- lint.json --
        {"generator": "vaultgraph 1.0", "path": "x.svg"}
    """) == ["x.svg:1:1: nothing in the vault refers to this file"]  # fmt: skip


@pytest.mark.parametrize("program", [
    pytest.param("-- app/main.py --\n-- app/icons/x.png --", id="below code"),
    pytest.param("-- app/package.json --\n-- app/guide.md --\n-- app/src/a/x.png --", id="in a project with notes"),
    pytest.param("-- app/README.md --\n-- app/main.js --\n-- app/x.png --", id="beside code and its README"),
])  # fmt: skip
def test_files_next_to_source_code_are_not_checked(findings, program):
    assert findings("unused-attachment", f"-- Heat.md --\n{program}\n") == []


@pytest.mark.parametrize("notes", [
    pytest.param("-- build.py --\n-- Images/x.png --", id="a script at the top"),
    pytest.param("-- Lab/Lab.md --\n-- Lab/lab.py --\n-- Lab/x.png --", id="a script among notes"),
])  # fmt: skip
def test_files_among_notes_are_checked(findings, notes):
    assert len(findings("unused-attachment", f"-- Heat.md --\n{notes}\n")) == 1


def test_documents_are_reported_only_on_request(findings):
    files = "-- Heat.md --\n-- paper.pdf --\n-- talk.mp3 --\n"
    asked = "-- .vaultgraph.toml --\n[rules.unused-attachment]\nother-kinds = true\n"
    assert findings("unused-attachment", files) == []
    assert len(findings("unused-attachment", asked + files)) == 2


def test_a_drawing_of_a_plugin_is_named_by_a_hash(findings):
    name = f"desmos-graph-{'0a' * 32}.svg"
    assert findings("unused-attachment", f"-- Heat.md --\nText.\n-- {name} --") == []
