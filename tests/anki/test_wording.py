"""The words of a text that may be hostile are found in linear time."""

from time import process_time

import pytest

from vaultgraph.anki.wording import words

SIZE = 200_000


@pytest.mark.parametrize("piece", [
    "<!--", "%%", '<a class="obsidian-link">', "<a obsidian-link ", '<img src="', "<img src=a ",
    "[sound:", "![[", "![[a|", "![a](", "[[", "[", "[a](", "[a]((", "[a]((b)", "](", "a.", "a:", ":a", "<a@", "<", "<p ",
    "\n", "> ", "- ", "1. ", "```\n", "#", "#a", "{", "{1", "{{c1::", "&amp;", "&", "\\", "a",
])  # fmt: skip
def test_hostile_text_takes_linear_time(piece):
    start = process_time()
    words(piece * (SIZE // len(piece)))
    assert process_time() - start < 2
