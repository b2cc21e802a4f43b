import pytest

from vaultgraph import choose_rules, lint
from vaults import write_vault


def test_names_the_missing_image_and_its_place(findings):
    assert findings("broken-image", """
        -- Heat.md --
        A ![[engine.png|300]] here.
    """) == ["Heat.md:1:3: no image is called engine.png"]  # fmt: skip


def test_names_the_card_that_shows_it(findings):
    assert findings("broken-image", """
        -- Heat.md --
        What is heat? #flashcard
        ![[engine.png]]
        <!--ID: 1700000000001-->
    """) == ["Heat.md:2:1: no image is called engine.png, in the card “What is heat?”"]  # fmt: skip


def test_knows_markdown_images_with_encoded_names(findings):
    assert findings("broken-image", """
        -- Heat.md --
        ![an engine](Images/my%20engine.PNG) ![gone](gone.png)
        -- Images/my engine.png --
    """) == ["Heat.md:1:38: no image is called gone.png"]  # fmt: skip


def test_an_image_on_the_web_is_not_looked_up(findings):
    assert findings("broken-image", """
        -- Heat.md --
        ![](https://example.com/engine.png)
    """) == []  # fmt: skip


def test_a_folder_that_is_missing_as_a_whole_is_reported_once(run, tmp_path):
    images = "\n".join(f"![[assets/{number}.png]] ![[there/{number}.png]]" for number in range(5))
    vault = write_vault(tmp_path, f"-- Heat.md --\n{images}\n-- there/x.png --\nx")
    report = run("lint", vault, "--ignore", "orphan-note").stdout
    assert report.count("5 images are missing, and so is the folder assets") == 1
    assert report.count("there is no there/") == 5


def test_says_which_path_was_tried(findings):
    assert findings("broken-image", """
        -- Physics/Heat.md --
        ![](../Images/engine.png) ![](./engine.png)
    """) == [
        "Physics/Heat.md:1:1: there is no Images/engine.png",
        "Physics/Heat.md:1:27: there is no Physics/engine.png",
    ]  # fmt: skip


def test_what_only_links_an_image_shows_none(findings):
    links = """
        -- Heat.md --
        [[engine.png]] [it](engine.png) [[file:/engine.png]]
    """
    assert findings("broken-image", links) == []
    assert len(findings("broken-link", links)) == 2
    assert len(findings("url-in-wikilink", links)) == 1


def test_a_path_from_the_top_of_a_web_site_is_an_info(graph):
    vault = graph("-- Heat.md --\n![](/static/engine.png)\n")
    (found,) = lint(vault, choose_rules(["broken-image"]))
    assert str(found.severity) == "info"


def test_an_image_that_git_leaves_out_is_an_info(graph):
    vault = graph("-- Heat.md --\n![[engine.png]] ![](a/b.jpg)\n-- .gitignore --\n*.png\n")
    assert [str(found.severity) for found in lint(vault, choose_rules(["broken-image"]))] == [
        "info",
        "error",
    ]


@pytest.mark.parametrize(("html", "found"), [
    ('<img src="a.png">', ["no image is called a.png"]),
    ("<img src='img/a.png' width=90/>", ["there is no img/a.png"]),
    ("<IMG width=90 src = a.png>", ["no image is called a.png"]),
    ('<img src="img\\a.png">', ["there is no img/a.png"]),
    ('<img src="img/a%20&amp;%20b.png">', ["there is no img/a & b.png"]),
    ('<img src="a.png?raw=true">', ["no image is called a.png"]),
    ('<img src="../img/a.png">', ["there is no img/a.png"]),
    ('<img src="/there/a.png">', ["there is no /there/a.png"]),
    ('<img alt="a > b" src="a.png">', []),
    ('<div align="center">\n<img\n  alt="a > b"\n  src="a.png">\n</div>', ["no image is called a.png"]),
    ('Text.\n<img\n  alt="a"\n  src="a.png"\n>\ntext', ["no image is called a.png"]),
    ('- <IMG alt="a"\n  src="a.png">', ["no image is called a.png"]),
    ('> - text <img src="a.png">', ["no image is called a.png"]),
    ('| a |\n| - |\n| <img src="a.png"> |', ["no image is called a.png"]),
    ('<img src="b.png" srcset="b.png 1x, a.png 2x, a.png 3x">', ["no image is called a.png"]),
    ('<picture><source srcset="a.png, c.png 2x"><img src="b.png"></picture>',
     ["no image is called a.png", "no image is called c.png"]),
    ('%% done %% <img src="a.png">', ["no image is called a.png"]),
    ('```mermaid\n%% a\n```\n<img src="a.png">', ["no image is called a.png"]),
])  # fmt: skip
def test_a_missing_image_in_html_is_found(findings, html, found):
    text = f"-- Notes/Heat.md --\n{html}\n-- there/b.png --\n"
    messages = [each.split(": ", 1)[1] for each in findings("broken-image", text)]
    assert messages == found


@pytest.mark.parametrize("html", [
    '<img src="b.png"> <img src="there/b.png"> <img src="../../x/B.PNG"> <img src="/there/b.png">',
    '<img src="https://example.org/a.png"> <img src="//example.org/a.png">',
    '<img src="data:image/png;base64,AAAA"> <img src="app://local/a.png"> <img src="cid:a.png">',
    '<img src="C:/a.png"> <img src="file:///a.png"> <img src="/home/me/a.png">',
    '<img src="{{ site.url }}/a.png"> <img src="{{page.img}}.png"> <img src="${base}/a.png">',
    '<img src="<% tp.file.title %>.png"> <img src="%PUBLIC_URL%/a.png"> <img src="$a/a.png">',
    '<img src="@/assets/a.png"> <img src="~/a.png"> <img src="[name].png"> <img src=".../a.png">',
    '<img src="%7B%7B a %7D%7D/a.png"> <img src="../../a.png"> <img src=".gitbook/assets/a.png">',
    '<img src="/images/a.png"> <img src="/a.png"> <img src="url"> <img src="a.cgi?b=c.png"> <img>',
    '<img src=""> <img alt="src=a.png"> <img data-src="a.png"> <img src="./"> <video src="a.png">',
    '`<img src="a.png">` `` ` <img src="a.png"> ``',
    '`a\n<img src="a.png">\nb`',
    '`a\n<img\nsrc="a.png">\nb`', '```html\n<img\nsrc="a.png">\n```', 'a\n<img\n\nsrc="a.png">',
    '```html\n<img src="a.png">\n```\n\n    <img src="a.png">\n',
    'a <!-- <img src="a.png"> --> a <!--\n<img src="a.png">\n-->\n\n<div><!-- <img src="a.png"> --></div>',
    '%% <img src="a.png"> %%\n\n%%\n<img src="a.png">\n%%',
    '<pre>\n<img src="a.png">\n</pre>\n<script>\nx = \'<img src="a.png">\'\n</script>',
    "\\<img src='a.png'> <image src='a.png'> <imgs src='a.png'> $<img src='a.png'>$",
    '<img srcset="data:image/png;base64,AAAA, a.png 2x">',
])  # fmt: skip
def test_html_that_may_be_fine_is_not_reported(findings, html):
    text = f"-- Notes/Heat.md --\n{html}\n-- there/b.png --\n"
    assert findings("broken-image", text) == []


@pytest.mark.parametrize("file", ["_config.yml", "hugo.toml"])
def test_html_with_a_path_from_the_top_of_a_site_is_unknown(findings, file):
    text = f"-- Heat.md --\n<img src='/there/a.png'>\n-- there/b.png --\n-- {file} --\nText.\n"
    assert findings("broken-image", text) == []


def test_html_in_templates_is_not_checked(findings):
    assert findings("broken-image", "-- Templates/Heat.md --\n<img src='a.png'>\n") == []


def test_html_in_the_cards_of_a_canvas_is_checked(findings):
    node = r'{"type": "text", "text": "[[Heat]]\n<img src=\"a.png\">"}'
    board = f'{{"nodes": [{node}]}}'
    assert findings("broken-image", f"-- Heat.md --\n-- Board.canvas --\n{board}") == [
        "Board.canvas:1:48: no image is called a.png"
    ]


def test_an_image_in_html_is_hinted_at_but_not_fixed(graph):
    vault = graph("-- Heat.md --\n<img src='img/steam engine.jpg'>\n-- img/steam engine.png --\n")
    (found,) = lint(vault, choose_rules(["broken-image"]))
    assert (found.hint, found.fix) == ("did you mean img/steam engine.png?", None)
    assert (found.source, str(found.severity)) == ("<img src='img/steam engine.jpg'>", "error")


@pytest.mark.parametrize(("placeholder", "message"), [
    ("![Uploading steam engine.png…]()", "steam engine.png was never uploaded"),
    ("![Uploading engine (2).PNG...]( )", "engine (2).PNG was never uploaded"),
    ("![Uploading: engine.png...]()", "engine.png was never uploaded"),
    ("![Uploading file...]()", "this image was never uploaded"),
    ("![Uploading file..._k3v9x1]()", "this image was never uploaded"),
    ("![uploading…]()", "this image was never uploaded"),
])  # fmt: skip
def test_an_image_that_was_never_uploaded_is_missing(graph, placeholder, message):
    vault = graph(f"-- Heat.md --\n> Steam {placeholder}\n")
    (found,) = lint(vault, choose_rules(["broken-image", "empty-link"]))
    assert (found.rule, str(found.location)) == ("broken-image", "Heat.md:1:9")
    assert (found.message, found.hint) == (message, "insert the image again, or remove this")


@pytest.mark.parametrize("text", [
    "![Uploading engine.png]()", "![Uploaded…]()", "[Uploading engine.png…]()", "![uploader...]()",
])  # fmt: skip
def test_other_images_without_a_file_are_empty_links(graph, text):
    vault = graph(f"-- Heat.md --\n{text}\n")
    (found,) = lint(vault, choose_rules(["broken-image", "empty-link"]))
    assert found.rule == "empty-link"


def test_an_upload_with_an_address_or_in_code_is_fine(findings):
    text = "![Uploading a.png…](https://example.org/a.png) `![Uploading a.png…]()`"
    assert findings("broken-image", f"-- Heat.md --\n{text}\n") == []


@pytest.mark.parametrize(("name", "hint"), [
    ("steam engine.png", "the vault has img/steam engine.png: embed it if it is the same"),
    ("image.png", "insert the image again, or remove this"),
])  # fmt: skip
def test_the_hint_names_the_file_that_was_to_be_uploaded(graph, name, hint):
    vault = graph(f"-- Heat.md --\n![Uploading {name}…]()\n-- img/{name} --\n")
    (found,) = lint(vault, choose_rules(["broken-image", "unused-attachment"]))
    assert found.hint == hint
