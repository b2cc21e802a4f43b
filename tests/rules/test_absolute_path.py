import pytest

from vaultgraph import choose_rules, lint


@pytest.mark.parametrize("link", [
    r"![](C:\Users\me\a.png)", r"![](C:\Users\My Name\a.png)", "![](<C:/My Notes/a.png>)",
    "![](C:%5CUsers%5Cme%5Ca.png)", "[a](D:/a.pdf)", "![](file:///Users/me/a.png)",
    "[a](file://server/a.pdf)", "![](app://local/C:/Users/me/a.png?17)",
    "![](app://1a2b/Users/me/a.png)", "[a](/home/me/notes/a.pdf)", "![](/Users/me/a.png)",
    "![](/Volumes/Stick/a.png)", "[a](/mnt/c/a.pdf)", "![](/storage/emulated/0/a.png)",
    r"![[C:\Users\me\a.png]]", "[[/home/me/Work.md]]",
    '<img src="C:/Users/me/a.png">', "<img width='1' src='file:///a.png'/>",
    "<video src=C:/a.mp4></video>", '<a href="file:///C:/a.pdf">a</a>',
])  # fmt: skip
def test_a_path_on_one_machine_is_reported_once(graph, link):
    vault = graph(f"-- Heat.md --\nSee {link}\n\n{link}\n-- Work.md --\n[[Heat]]\n")
    found = lint(vault, choose_rules(ignore=["orphan-note"]))
    assert [(each.rule, str(each.location)) for each in found] == [
        ("absolute-path", "Heat.md:1:5"), ("absolute-path", "Heat.md:3:1")
    ]  # fmt: skip


@pytest.mark.parametrize("text", [
    "![](/img/a.png) [a](/about/us.md) [a](/users/me/posts.md) [a](/home.md) [[/home/Work]]",
    "[a](https://example.org/C:/x) [a](tel:1) [a](zotero://select/C:/x) [a](note:/x)",
    "[a](app://obsidian.md/help) [a](file:notes.md) [a](file:///...)",
    r"`![](C:\a.png)` C:\a.png and file:///a.png",
    "```\n![](C:\\a.png)\n<img src=\"C:/a.png\">\n```",
    '`<img src="C:/a.png">` <!-- <img src="C:/a.png"> --> <img src="a.png" alt="C:/a.png">',
    '<img src="https://example.org/a.png"> <image src="C:/a.png">',
])  # fmt: skip
def test_other_addresses_are_fine(findings, text):
    assert findings("absolute-path", f"-- Heat.md --\n{text}\n-- img/a.png --\n") == []


@pytest.mark.parametrize("file", ["home/us/Heat.md", "_config.yml"])
def test_a_path_from_the_top_of_a_vault_or_site_is_fine(findings, file):
    text = f"-- Heat.md --\n[a](/home/me/a.md)\n-- {file} --\nText.\n"
    assert findings("absolute-path", text) == []


def test_canvases_are_searched_as_well(findings):
    board = r'{"nodes": [{"type": "text", "text": "[[Heat]]\n![](C:/a.png) [[Heat]]"}]}'
    assert findings("absolute-path", f"-- Heat.md --\n-- Board.canvas --\n{board}") == [
        "Board.canvas:1:48: C:/a.png is a path on one machine"
    ]


@pytest.mark.parametrize(("files", "hint"), [
    ("-- Images/my a.png --\n", "the vault has Images/my a.png: link to it if it is the same"),
    ("-- a/my a.png --\n-- b/my a.png --\n", "put the file into the vault, and link to it there"),
    ("", "put the file into the vault, and link to it there"),
])  # fmt: skip
def test_the_hint_names_the_only_file_of_that_name(graph, files, hint):
    vault = graph(f"-- Heat.md --\n![](file:///C:/Users/me/my%20a.png)\n{files}")
    (found,) = lint(vault, choose_rules(["absolute-path"]))
    assert (found.hint, found.fix) == (hint, None)
