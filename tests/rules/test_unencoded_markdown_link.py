import pytest

from vaultgraph import choose_rules, lint


def test_points_at_what_was_meant_as_a_link(findings):
    assert findings("unencoded-markdown-link", """
        -- Heat.md --
        See [a](My laws.md#First law) and ![b](Files/my pic.png).
        -- My laws.md --
        -- Files/my pic.png --
    """) == [
        "Heat.md:1:5: unencoded space in the link target",
        "Heat.md:1:36: unencoded space in the link target",
    ]  # fmt: skip


def test_text_in_parentheses_is_just_text(findings):
    assert findings("unencoded-markdown-link", """
        -- Heat.md --
        A list [1](see the laws below), a task [ ] (not now).
        -- My laws.md --
    """) == []  # fmt: skip


@pytest.mark.parametrize(("link", "fixed"), [
    ("[a](My laws.md)", "[a](My%20laws.md)"),
    ("![a]( My laws.md )", "![a]( My%20laws.md)"),
    ('[a](My laws.md "My laws.md")', '[a](My%20laws.md "My laws.md")'),
    ("[a](My laws.md 'of heat')", "[a](My%20laws.md 'of heat')"),
    ("[a](My laws.md (of heat))", "[a](My%20laws.md (of heat))"),
    ("[a](My laws.md#First law)", "[a](My%20laws.md#First%20law)"),
    ("[a](My laws)", "[a](My%20laws)"),
    ("[a](./My laws.md)", "[a](./My%20laws.md)"),
    ("[a](Laws (2).md)", "[a](Laws%20%282%29.md)"),
    ("[a](My laws (new))", "[a](My%20laws%20%28new%29)"),
    ("[a](Top 10%.md)", "[a](Top%2010%25.md)"),
    ("[a](A%20b c.md)", "[a](A%20b%20c.md)"),
    ("[a](Raw%20and 1.md)", "[a](Raw%2520and%201.md)"),
    ("[a](#Two words)", "[a](#Two%20words)"),
    ("[a]: My laws.md", "[a]: My%20laws.md"),
    ("[a]: My laws.md 'of heat'", "[a]: My%20laws.md 'of heat'"),
    ("- x [a](My laws.md)\n- y", "- x [a](My%20laws.md)\n- y"),
])  # fmt: skip
def test_every_form_is_rewritten_so_that_it_is_a_link(graph, link, fixed):
    rest = "\n\n# Two words\n" + "".join(
        f"-- {name}.md --\n# First law\n"
        for name in ["My laws", "My laws (new)", "Laws (2)", "Top 10%", "A b c", "Raw%20and 1"]
    )
    (found,) = lint(
        graph(f"-- Heat.md --\n{link}{rest}"), choose_rules(["unencoded-markdown-link"])
    )
    text = link[: found.span.start] + found.fix.text + link[found.span.end :]
    assert (text, found.fix.safe) == (fixed, True)
    after = graph(f"-- Heat.md --\n{fixed}\n\n[b][a]{rest}")
    assert list(lint(after, choose_rules(["unencoded-markdown-link"]))) == []
    assert all(edge.target for edge in after.edges)
    assert after.edges


def test_with_a_size_after_the_name_it_has_no_fix(graph):
    vault = graph("-- Heat.md --\n![](pic.png =300x200)\n-- pic.png --\n")
    (found,) = lint(vault, choose_rules(["unencoded-markdown-link"]))
    assert (found.hint, found.fix) == ("write (pic.png)", None)


@pytest.mark.parametrize("text", [
    "[a](My\nlaws.md)",
    "- [a\n- b](My laws.md)",
    "[a]: see My laws",
    "[^1]: My laws.md",
    "[a](#No such heading)",
    "[a](Their laws.md)",
    "[a](https://example.org/My laws.md)",
])  # fmt: skip
def test_what_is_not_meant_as_a_link(findings, text):
    vault = f"-- Heat.md --\n{text}\n-- My laws.md --\nText.\n"
    assert findings("unencoded-markdown-link", vault) == []


def test_what_names_a_heading_that_is_not_there_has_no_fix(graph):
    links = "[a](Work#Heading 3) [b](Work#Heading 1) [c](Work#^a b) [d](Work.md#Heading 3)"
    vault = graph(f"-- Heat.md --\n{links}\n-- Work.md --\n# Heading 1\n")
    found = lint(vault, choose_rules(["unencoded-markdown-link"]))
    assert [each.fix and each.fix.text for each in found] == ["[b](Work#Heading%201)", None]
