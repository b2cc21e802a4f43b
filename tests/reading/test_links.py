"""What is a link, and what is not; and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.reading.markdown.links import (
    display,
    wikilink_target,
    with_path,
    with_subpath,
    without_title,
)
from vaultgraph.reading.note import parse_note


@pytest.mark.parametrize(("text", "targets"), [
    pytest.param("[[Heat]]", ["Heat"], id="wikilink"),
    pytest.param("[[Heat|warmth]]", ["Heat"], id="with display text"),
    pytest.param("[[Heat#Laws#First]]", ["Heat#Laws#First"], id="heading"),
    pytest.param("[[Heat#^id]]", ["Heat#^id"], id="block"),
    pytest.param("[[#Laws]]", ["#Laws"], id="own heading"),
    pytest.param("[[  Heat  |x]]", ["Heat"], id="blanks around"),
    pytest.param("| [[Heat\\|warmth]] |", ["Heat"], id="pipe in a table"),
    pytest.param("[[|Heat]]", ["|Heat"], id="a pipe with nothing before it"),
    pytest.param("[[]] [[ ]]", [], id="empty"),
    pytest.param("[[a\nb]]", [], id="two lines"),
    pytest.param("[[x [[Heat]] y]]", ["Heat"], id="the inner one"),
    pytest.param("[['a'], [1]]", ["'a'], [1"], id="single brackets inside"),
    pytest.param("[[see [1]]]", ["see [1]"], id="bracket at the end"),
    pytest.param("^[see [[Heat]]]", ["Heat"], id="inline footnote"),
    pytest.param("[[a]][[b]]", ["a", "b"], id="side by side"),
    pytest.param("\\[\\[Heat\\]\\]", [], id="escaped"),
    pytest.param("**[[Heat]]** ==[[Work]]==", ["Heat", "Work"], id="emphasis"),
    pytest.param("> - [ ] [[Heat]]", ["Heat"], id="task in a quote"),
    pytest.param("# About [[Heat]]", ["Heat"], id="heading line"),
    pytest.param("%% [[Heat]] %%", ["Heat"], id="Obsidian comment"),
    pytest.param("[[[Heat]]] and [[[[Heat]]]]", ["Heat", "Heat"], id="in brackets"),
    pytest.param("[[[Heat]] and [[Work]]]", ["Heat", "Work"], id="two in brackets"),
    pytest.param("[[[Heat]]](Work.md)", ["Work.md", "Heat"], id="in a Markdown link"),
    pytest.param("[[[2024] Heat]]", ["[2024] Heat"], id="brackets that begin the name"),
    pytest.param("| [[Heat|warmth]] | `a|b` [[Work]] |\n| --- | --- |", ["Heat", "Work"], id="bars in a table"),
])  # fmt: skip
def test_wikilinks(note, text, targets):
    assert [link.target for link in note(text).links] == targets


@pytest.mark.parametrize(("text", "targets"), [
    pytest.param("[x](Heat.md)", ["Heat.md"], id="plain"),
    pytest.param("[x](My%20heat.md#The%20laws)", ["My heat.md#The laws"], id="encoded"),
    pytest.param("[x](<My heat.md>)", ["My heat.md"], id="angle brackets"),
    pytest.param("[x](My heat.md)", [], id="a raw blank"),
    pytest.param('[x](Heat.md "of things")', ["Heat.md"], id="title"),
    pytest.param("[x](Heat%20(1).md)", ["Heat (1).md"], id="parentheses"),
    pytest.param("[x](#Laws)", ["#Laws"], id="own heading"),
    pytest.param("[![i](a.png)](Heat.md)", ["Heat.md", "a.png"], id="image in a link"),
    pytest.param("[a [b](Heat.md)](Work.md) [c](Law.md)", ["Heat.md", "Law.md"], id="in a link"),
    pytest.param("[a [b](https://a.b)](Work.md)", [], id="an address in a link"),
    pytest.param("![a [b](Heat.md)](a.png)", ["a.png", "Heat.md"], id="in the text of an image"),
    pytest.param("[a [b](Heat.md)\n\n- [c](Law.md)", ["Heat.md", "Law.md"], id="behind an open bracket"),
    pytest.param("[x]() []()", [], id="empty"),
    pytest.param("[x](https://a.b/Heat.md) [y](mailto:a@b.c) [z](//a.b)", [], id="external"),
    pytest.param("[a](100%.md)", ["100%.md"], id="a lone percent sign"),
    pytest.param("[a](caf%C3%A9.md) [b](caf%E9.md)", ["café.md", "caf%E9.md"], id="other bytes"),
    pytest.param("[a](C%23.md#The%23law)", ["C%23.md#The#law"], id="a hash in the name"),
    pytest.param("[x][h] and [h]\n\n[h]: Heat.md", ["Heat.md", "Heat.md"], id="reference"),
    pytest.param("[x\n\ny](Heat.md)", [], id="two paragraphs"),
    pytest.param("`[x`](Heat.md)", [], id="bracket in code"),
    pytest.param("- [x\n- y](Heat.md)", [], id="two list items"),
    pytest.param("# [x\ny](Heat.md)", [], id="a heading and what is below"),
    pytest.param("[x\ny](Heat.md)", ["Heat.md"], id="two lines"),
    pytest.param("[x] (y) [z](Heat.md)", ["Heat.md"], id="brackets before it"),
    pytest.param("[x][h]\n\n[h]: Heat and more", [], id="a definition with text behind it"),
    pytest.param("[x][h]\n\n[h]: Heat.md 'of things'", ["Heat.md"], id="a definition with a title"),
    pytest.param("![][h]\n\n[h]: a.png width=9px", ["a.png"], id="a definition of MultiMarkdown"),
])  # fmt: skip
def test_markdown_links(note, text, targets):
    assert [link.target for link in note(text).links] == targets


@pytest.mark.parametrize("text", [
    pytest.param("`[[x]]`", id="code"),
    pytest.param("``[[x]] ` [[x]]``", id="code with a backtick"),
    pytest.param("`a\n[[x]]`", id="code on two lines"),
    pytest.param("```\n[[x]]\n```", id="fence"),
    pytest.param("~~~~\n~~~\n[[x]]\n~~~~", id="long fence"),
    pytest.param("```\n[[x]]", id="unclosed fence"),
    pytest.param("> ```\n> [[x]]\n> ```", id="fence in a quote"),
    pytest.param("1. a\n\n   ```\n   [[x]]\n   ```", id="fence in a list"),
    pytest.param("a\n\n    [[x]]\n\n    [[x]]", id="indented code"),
    pytest.param("$[[x]]$ $$[[x]]$$", id="maths"),
    pytest.param("$$\n[[x]]\n\n$$", id="maths block"),
    pytest.param("<!-- [[x]] -->", id="HTML comment"),
    pytest.param("a <!-- [[x]]\n[[x]] --> b", id="HTML comment on two lines"),
    pytest.param("<div>\n[[x]]\n</div>", id="HTML block"),
    pytest.param("<a title='[[x]]'>", id="HTML attribute"),
    pytest.param("- `a\n  [[x]]`", id="code on two lines of an item"),
    pytest.param("> `a\n> [[x]]`", id="code on two lines of a quote"),
    pytest.param("> `a\n[[x]]`", id="code that a quote does not end"),
    pytest.param("a: $$\n[[x]]\n$$", id="a formula that begins behind text"),
    pytest.param("- a: $$\n\t[[x]]\n\t$$\n- b", id="a formula in an item"),
    pytest.param("a\n```\n    ```\n[[x]]\n```", id="an indented fence closes none"),
    pytest.param("- ```\n  > ```\n  [[x]]\n  ```", id="a fence that a quote does not close"),
    pytest.param("| a |\n| - |\n| `[[x|y]]` |", id="a bar in code in a table"),
])  # fmt: skip
def test_no_links(note, text):
    assert note(text).links == ()


@pytest.mark.parametrize("text", [
    pytest.param("`` ` [[x]]", id="a lone backtick opens nothing"),
    pytest.param("`a\n\n[[x]] `", id="code ends with its paragraph"),
    pytest.param("- a\n\n    [[x]]", id="indented in a list"),
    pytest.param("a\n    [[x]]", id="indented in a paragraph"),
    pytest.param("5 $ and [[x]] for 6 $", id="prices"),
    pytest.param("$ 5 [[x]]\n$", id="a dollar on its own line"),
    pytest.param("<!--ID: 1-->\n[[x]]", id="after a comment of one line"),
    pytest.param("<div>\n\n[[x]]", id="after an HTML block"),
    pytest.param("> ```\n[[x]]", id="a fence ends with its quote"),
    pytest.param("```\n```\n[[x]]", id="after a fence"),
    pytest.param("a < b [[x]] > c", id="less and greater"),
    pytest.param("\\`[[x]]`", id="escaped backtick"),
    pytest.param("- a `b\n- [[x]] `c", id="code ends with its item"),
    pytest.param("1. a `b\n2. [[x]] `c", id="code ends with its numbered item"),
    pytest.param("# a `b\n[[x]] `c", id="code ends with its heading"),
    pytest.param("a `b\n# c\n[[x]] `d", id="code ends at a heading"),
    pytest.param("a `b\n> [[x]] `c", id="code ends at a quote"),
    pytest.param("> a `b\n> > [[x]] `c", id="code ends at a deeper quote"),
    pytest.param("> a `b\n>\n> [[x]] `c", id="code ends at an empty line of its quote"),
    pytest.param("> [!note] a `b\n> [[x]] `c", id="code ends with the title of its callout"),
    pytest.param("| a |\n|---|\n| `b | [[x]] `c |", id="code ends with its cell"),
    pytest.param("| a |\n|---|\n| `b |\n| [[x]] `c |", id="code ends with its row"),
    pytest.param("[^1]: a `b\n[^2]: [[x]] `c", id="code ends with its footnote"),
    pytest.param("|a|b|c|\n|-|-|-|\n|US$|[[x]]|EUR$|", id="math ends with its cell"),
    pytest.param("- a <!-- b\n- [[x]] -->", id="a comment ends with its item"),
    pytest.param("a <!-- b\n\n[[x]] -->", id="a comment ends with its paragraph"),
    pytest.param("1. a: $$\n\ty\n\t$$\n2. [[x]]", id="below a formula in an item"),
    pytest.param("- a: $$\n- [[x]]\n- b $$", id="a formula ends with its item"),
    pytest.param("It costs $$ here.\n\n[[x]] costs $$ too.", id="dollars in two paragraphs"),
    pytest.param("It costs $$\n\n[[x]]", id="a mark that nothing closes"),
    pytest.param("$$\na\n\n[[x]]", id="a formula that nothing closes"),
    pytest.param("- ```\n  a\n\n[[x]]", id="a fence ends with its item"),
    pytest.param("> > ```\n> > a\n> [[x]]", id="a fence ends with the deeper quote"),
    pytest.param("- a\n\n  ~~~\n  b\n  ~~~\n  [[x]]", id="after a fence in an item"),
    pytest.param("a <b [[x]] > c", id="no tag holds brackets"),
])  # fmt: skip
def test_still_links(note, text):
    assert [link.target for link in note(text).links] == ["x"]


@pytest.mark.parametrize("text", [
    "See [[Heat|x]] and ![[a.png]], [m](b.md), ![n](c.png).",
    "---\nup: '[[Heat]]'\nall: ['[[Work]]', '[[Heat]]']\n---\n[[x]]",
    "a\r\nb [[Heat]]\r\n\r\n![[c.png]]\r\n",
    "[r][Label] [Label]\n\n[label]: Heat.md",
])  # fmt: skip
def test_the_span_of_a_link_is_its_source_text(note, text):
    for link in note(text).links:
        assert text[link.start] in "[!"
        assert text[link.end - 1] in "])"
        assert link.embed == (text[link.start] == "!")


def test_properties_name_their_links(note):
    links = note("---\nup: '[[Heat]]'\nall:\n  - '[[Work]]'\n  - see [[x]]\nbare: [[y]]\n---").links
    assert [(link.key, link.target) for link in links] == [("up", "Heat"), ("all.0", "Work")]


MARKS = st.sampled_from(
    ["[[", "]]", "[", "]", "(", ")", "![[", "|", "#", "^", "`", "``", "```", "~~~", "$", "$$", "%%",
     "<!--", "-->", "<", ">", "\\", "\n", "\n\n", "\r\n", "    ", "\t", "- ", "> ", "1. ", "---", "===",
     ": ", "::", "a", "é", "😀", " ", " #flashcard \n", "<!--ID: 1-->", "TARGET DECK: x\n", "<div>", "\x00"]
)  # fmt: skip


@given(st.lists(MARKS, max_size=60).map("".join))
def test_any_text_can_be_read_and_its_places_are_true(text):
    note = parse_note("Note.md", text)
    for link in note.links:
        assert 0 <= link.start < link.end <= len(text)
        assert text[link.start] in "[!"
    for heading in note.headings:
        assert 0 <= heading.start <= len(text)
    for tag in note.tags:
        assert text.startswith(tag.name, tag.start)
    for block in note.blocks:
        assert text.startswith("^" + block.id, block.start)
    for card in note.cards:
        assert 0 <= card.start < card.end <= len(text)
        assert text[card.start :].lstrip().startswith(card.question[:1])
        assert not card.id or text.startswith(str(card.id), card.id_start)


@given(st.text())
def test_any_characters_can_be_read(text):
    parse_note("Note.md", text)


INLINE = st.sampled_from(
    ["`", "``", "$", "$$", "<!-- ", "-->", "[[x]]", "[", "](y.md)", "|", "\\", " a ", "(", ")", "<b "]
)  # fmt: skip


@given(
    st.lists(st.lists(INLINE, max_size=8).map("".join), max_size=5),
    st.sampled_from(["- a {}\n", "1. a {}\n", "# a {}\n", "a {}\n\n", "> a {}\n\n", "- > a {}\n"]),
)
def test_each_block_is_read_by_itself(texts, block):
    blocks = [block.format(text) for text in texts]
    alone = [link.target for each in blocks for link in parse_note("Note.md", each).links]
    assert [link.target for link in parse_note("Note.md", "".join(blocks)).links] == alone


def test_a_link_by_reference_keeps_its_path():
    assert with_path("[it][heat]", "Work.md") == ""


@pytest.mark.parametrize(("source", "path", "expected"), [
    ("[[a#b|c]]", "d", "[[d#b|c]]"), ("![[a\\|c]]", "d", "![[d\\|c]]"), ("[[#b]]", "d", "[[d#b]]"), ("[[a]", "d", ""),
    ("[x](a.md)", "d e%.md", "[x](d%20e%25.md)"), ("[x](<a b.md#c>)", "d e%.md", "[x](<d e%25.md#c>)"),
    ('[x](a.md "t")', "d(1).md", '[x](d%281%29.md "t")'), ("[x](a.md and)", "d", ""), ("[x](a b.md)", "d", ""),
])  # fmt: skip
def test_a_link_with_another_path(source, path, expected):
    assert with_path(source, path) == expected


@pytest.mark.parametrize(("source", "subpath", "expected"), [
    ("[[a#b|c]]", "#d", "[[a#d|c]]"), ("![[a#b\\|c]]", "#d", "![[a#d\\|c]]"), ("[[#b]]", "", "[[]]"), ("[[a]]", "#d", ""),
    ("[x](a.md#b)", "#d (e)%", "[x](a.md#d%20%28e%29%25)"), ("[x](<a.md#b>)", "#d e%", "[x](<a.md#d e%25>)"),
    ('[x](a.md#b(c) "t")', "#d", '[x](a.md#d "t")'), ("[x](a.md)", "#d", ""), ("[x][y]", "#d", ""),
])  # fmt: skip
def test_a_link_with_another_subpath(source, subpath, expected):
    assert with_subpath(source, subpath) == expected


@pytest.mark.parametrize(("destination", "title_cut"), [
    ("a.md 't'", "a.md"), ('a.md "t" ', "a.md"), ('a.md"t"', 'a.md"t"'), ('"t"', '"t"'), ("a.md 't\"", "a.md 't\""),
    ('a "b" c', 'a "b" c'), ('a.md "', 'a.md "'), ("a.md\t'b c'", "a.md"),
])  # fmt: skip
def test_a_destination_without_its_title(destination, title_cut):
    assert without_title(destination) == title_cut


@pytest.mark.parametrize(("inside", "target"), [
    ("a|b|c", "a"), ("a\\|b", "a"), ("a \\|b", "a"), ("a\\", "a\\"), (" |b", "|b"), ("|", "|"),
    ("a\u00a0b", "a b"), ("e\u0301\u202f", "\u00e9"),
])  # fmt: skip
def test_the_target_of_a_wikilink(inside, target):
    assert wikilink_target(inside) == target


@pytest.mark.parametrize(("source", "syntax", "shown"), [
    ("[it](Heat.md)", "markdown", "it"), ("[it][heat]", "markdown", "it"), ("[heat]", "markdown", "heat"),
    ("![it](a.png)", "markdown", "it"), ("[a](b](c)", "markdown", "a](b"), ("[](a.md)", "markdown", ""),
    ("[[Heat|]]", "wikilink", "Heat"), ("[[|x]]", "wikilink", "|x"), ("[[ Heat # Laws |it ]]", "wikilink", "it"),
    ("[[#Laws]]", "wikilink", "Laws"), ("[[Heat##Laws]]", "wikilink", "Heat > Laws"), ("Heat.md", "canvas", ""),
])  # fmt: skip
def test_what_a_link_shows(source, syntax, shown):
    assert display(source, syntax) == shown
