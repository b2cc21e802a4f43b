import pytest

from vaultgraph import choose_rules, lint


def test_reports_addresses_in_double_brackets(findings):
    assert findings("url-in-wikilink", """
        -- Heat.md --
        [[https://example.com/a]] [[www.example.com]] [[Note: a title]]
    """) == [
        "Heat.md:1:1: a web address in double brackets is a link to a note",
        "Heat.md:1:27: a web address in double brackets is a link to a note",
    ]  # fmt: skip


def test_each_broken_link_is_reported_by_one_rule(graph):
    found = lint(graph("""
        -- Heat.md --
        [[https://example.com]] [[|x]] [[Disorder]] ![[x.png]] [[Old/Gone]] [[Work]]
        -- Entropy.md --
        ---
        aliases: [Disorder]
        ---
        Disorder, counted.
    """), choose_rules(ignore=["orphan-note"]))  # fmt: skip
    assert [diagnostic.rule for diagnostic in found] == [
        "url-in-wikilink", "empty-link", "alias-as-target", "broken-image", "broken-link", "unwritten-note"
    ]  # fmt: skip


@pytest.mark.parametrize(("link", "text", "is_safe"), [
    ("[[https://example.org/a#b]]", "<https://example.org/a#b>", True),
    ("[[https://example.org|a page]]", "[a page](https://example.org)", True),
    ("![[https://example.org/a.png]]", "![](https://example.org/a.png)", True),
    ("[[www.example.org]]", "<https://www.example.org>", True),
    ("[[https://example.org/a_(b)|c]]", "[c](https://example.org/a_(b))", False),
    ("[[https://example.org/a b]]", "<https://example.org/a b>", False),
    ("[[file:///a.png]]", "<file:///a.png>", False),
    ('---\nsite: "[[https://example.org]]"\n---', '"https://example.org"', False),
])  # fmt: skip
def test_says_how_to_write_it(graph, link, text, is_safe):
    (found,) = lint(graph(f"-- Heat.md --\n{link}"), choose_rules(["url-in-wikilink"]))
    assert found.hint == f"write {text}"
    assert (found.fix.text if found.fix else "") == (text if is_safe else "")


def test_an_address_that_follows_is_the_one_to_open(graph):
    vault = graph("-- Heat.md --\n[[www.example.org]](https://example.org)")
    (found,) = lint(vault, choose_rules(["url-in-wikilink"]))
    assert (found.hint, found.fix) == (
        r"write [\[www.example.org\]](address): double brackets are for notes",
        None,
    )


def test_a_file_before_an_address_was_lost_by_another_program(graph):
    vault = graph("-- Heat.md --\n[[file:1F/a.svg]](https://example.org)")
    (found,) = lint(vault, choose_rules(["url-in-wikilink"]))
    assert (str(found.severity), found.hint, found.fix) == ("info", "", None)
