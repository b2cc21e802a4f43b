"""The words of a note and those of its card in Anki are the same."""

import pytest

from vaultgraph.anki.comparable_text import comparable_text


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
