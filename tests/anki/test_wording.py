"""The words of a text that may be hostile are found in linear time."""

from time import process_time

import pytest

from vaultgraph.anki.wording import comparable_text

SIZE = 200_000


@pytest.mark.parametrize(("note", "anki"), [
    ("# 1. Look", "<h1>1. Look</h1>"),
    ("### 2) Look\ntwice", "<h3>2) Look</h3>\n<p>twice</p>"),
    ("**1. Look**", "<strong>1. Look</strong>"),
    (r"1\. Look", "1. Look"),
    ("> - [ ] 1. Look", "<blockquote><ul><li>1. Look</li></ul></blockquote>"),
    ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
    ("In 1905. Look", "In 1905. Look"),
    ("#physics Look #to/do", " Look "),
])  # fmt: skip
def test_words_are_the_same_on_both_sides(note, anki):
    assert comparable_text(note) == comparable_text(anki)


@pytest.mark.parametrize("piece", [
    "<!--", "%%", '<a class="obsidian-link">', "<a obsidian-link ", '<img src="', "<img src=a ",
    "[sound:", "![[", "![[a|", "![a](", "[[", "[", "[a](", "[a]((", "[a]((b)", "](", "a.", "a:", ":a", "<a@", "<", "<p ",
    "\n", "> ", "- ", "1. ", "```\n", "#", "#a", "{", "{1", "{{c1::", "&amp;", "&", "\\", "a",
])  # fmt: skip
def test_hostile_text_takes_linear_time(piece):
    start = process_time()
    comparable_text(piece * (SIZE // len(piece)))
    comparable_text("<img src=" + piece * (SIZE // len(piece)))
    assert process_time() - start < 4
