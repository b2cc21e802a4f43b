import pytest

from vaultgraph import choose_rules, lint


@pytest.mark.parametrize(("name", "hint"), [
    ("engine.heic", "convert it to PNG, JPEG or WebP"),
    ("engine.TIFF", "convert it to PNG, JPEG or WebP"),
    ("engine.avi", "convert it to MP4 or MP3"),
    ("engine.docx", "embed it as PDF, or link to it"),
    ("engine.zip", "link to it"),
])  # fmt: skip
def test_says_what_to_do_with_the_file(graph, name, hint):
    vault = graph(f"-- Heat.md --\n![[{name}|300]]\n\n![]({name})\n-- {name} --\n")
    found = lint(vault, choose_rules(["unshowable-embed"]))
    extension = name.rpartition(".")[2]
    assert {(each.message, each.hint) for each in found} == {
        (f"Obsidian does not show .{extension} files", hint)
    }
    assert [str(each.location) for each in found] == ["Heat.md:1:1", "Heat.md:3:1"]


@pytest.mark.parametrize("embed", [
    "[[a.heic]]", "[a](a.heic)", "![[missing.heic]]", "`![[a.heic]]`", "![](https://example.org/a.tiff)",
    "![[a.svg]] ![[b.bmp]] ![[c.avif]] ![[d.pdf]] ![[Work]] ![[e.canvas]] ![[f.base]] ![[g.ogg]]",
    "![[h.csv]] ![[i.drawio]]",
])  # fmt: skip
def test_what_obsidian_or_a_common_plugin_shows_is_fine(findings, embed):
    names = [
        "a.heic",
        "a.svg",
        "b.bmp",
        "c.avif",
        "d.pdf",
        "Work.md",
        "e.canvas",
        "f.base",
        "g.ogg",
        "h.csv",
        "i.drawio",
    ]
    files = "".join(f"-- {name} --\n" for name in names)
    assert findings("unshowable-embed", f"-- Heat.md --\n{embed}\n{files}") == []


@pytest.mark.parametrize(("plugins", "count"), [
    ('["heic-viewer"]', 0), ('["extended-file-support"]', 0), ('["dataview"]', 1), ("{", 1),
])  # fmt: skip
def test_a_plugin_of_the_vault_may_show_it(findings, plugins, count):
    text = f"-- Heat.md --\n![[a.heic]]\n-- a.heic --\n-- .obsidian/community-plugins.json --\n{plugins}"
    assert len(findings("unshowable-embed", text)) == count


@pytest.mark.parametrize(("name", "rules"), [
    ("engine.docx", ["unshowable-embed"]), ("engine.tiff", ["unshowable-embed"]),
    ("engine.mp4", ["unsupported-embed"]), ("engine.png", []),
])  # fmt: skip
def test_in_a_card_one_rule_reports_it(graph, name, rules):
    text = f"-- Heat.md --\nWhat? #flashcard\nThis: ![[{name}]]\n-- {name} --\n"
    found = lint(graph(text), choose_rules(["unshowable-embed", "unsupported-embed"]))
    assert [each.rule for each in found] == rules
