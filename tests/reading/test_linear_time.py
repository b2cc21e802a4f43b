"""A megabyte of hostile text takes time in proportion to its size."""

from time import process_time

import pytest

from vaultgraph.reading.note import parse_note

TEXTS = {
    "open wikilinks": "[[",
    "open embeds": "![[a|",
    "open brackets": "[",
    "open images": "![",
    "nested brackets": "![a](b) [",
    "closed brackets": "](x)",
    "dollars": "$",
    "spaced dollars": "$a ",
    "backticks": "`",
    "spaced backticks": "` ",
    "growing backticks": None,
    "comments": "<!-- ",
    "percent": "%%\n",
    "maths blocks": "$$\n\n$$ a\n",
    "tags": "<a ",
    "nested quotes": "> ",
    "nested lists": "- ",
    "deep indents": "\n\n    a",
    "indents in a list": "- a\n\n    b\n\n",
    "hashes": "# ",
    "carets": "^a ",
    "one long line": "a b c ",
    "definitions": "[a]: b\n",
    "half a definition": "\n[" + "a" * 50,
    "cards without answers": "a #flashcard\n",
    "cards": "a #flashcard\nb\n\n",
    "card markers in one paragraph": "a #flashcard b\n",
    "ids": "a #flashcard\nb\n<!--ID: 1-->\n",
    "relations": "Up: [[a]], ",
    "labels": "label: ",
    "code mentions": "`x.png` ",
    "frontmatter keys": "---\na: b\n",
}


def make(name: str, size: int) -> str:
    piece = TEXTS[name]
    if piece is None:
        runs = "".join("`" * length + " " for length in range(1, 700))
        return (runs * (size // len(runs) + 1))[:size]
    return piece * (size // len(piece))


def seconds(text: str) -> float:
    start = process_time()
    parse_note("Note.md", text)
    return process_time() - start


@pytest.mark.parametrize("name", TEXTS)
def test_four_times_the_text_takes_about_four_times_as_long(name):
    # A busy machine may disturb one measurement, but not all of them.
    for _ in range(4):
        small, large = seconds(make(name, 250_000)), seconds(make(name, 1_000_000))
        if large < 9 * small + 0.1:
            return
    pytest.fail(f"{small:.3f} s, then {large:.3f} s")
