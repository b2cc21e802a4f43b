"""A side of a card is cut by the grammar of notes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.reading import spans
from vaultgraph.reading.note import parse_note


def cut(text):
    return [(span.kind, text[span.start : span.end]) for span in spans(text)]


@pytest.mark.parametrize(("text", "expected"), [
    ("Heat is [[Energy|energy]].", [("text", "Heat is "), ("link", "[[Energy|energy]]"), ("text", ".")]),
    ("![d](img(1).png)$x$", [("embed", "![d](img(1).png)"), ("math", "$x$")]),
    ("`a [[b]]` ``c ` d``", [("code", "`a [[b]]`"), ("text", " "), ("code", "``c ` d``")]),
    ("so:\n```py\n[[b]]\n```\nend", [("text", "so:\n"), ("code", "```py\n[[b]]\n```"), ("text", "\nend")]),
    ("$$\n[[b]]\n$$", [("math", "$$\n[[b]]\n$$")]),
    ("a\n\n    [[b]]", [("text", "a\n"), ("code", "\n    [[b]]")]),
    ("[![i](i.png)](a.md)", [("text", "["), ("embed", "![i](i.png)"), ("text", "](a.md)")]),
    ("![x](https://example.org/a.png)", [("embed", "![x](https://example.org/a.png)")]),
    ("<!-- [[b]] -->", [("text", "<!-- [[b]] -->")]),
    ("`open [[b]]", [("text", "`open "), ("link", "[[b]]")]),
    ("", []),
])  # fmt: skip
def test_cuts(text, expected):
    assert cut(text) == expected


@given(
    st.lists(
        st.sampled_from(
            [
                "[[a]]",
                "![[b|c]]",
                "[d](e.md)",
                "![",
                "](",
                "`",
                "$",
                "$$",
                "\n",
                "\n\n",
                "```\n",
                "    ",
                "> ",
                "- ",
                "|",
                " x ",
                "<!--",
                "-->",
                "[",
                "]",
                "\\",
            ]
        ),
        max_size=12,
    ).map("".join)
)
def test_the_spans_are_the_text_and_the_links_are_those_of_a_note(text):
    found = spans(text)
    assert "".join(text[span.start : span.end] for span in found) == text
    in_note = {(link.start, link.end): link.target for link in parse_note("Note.md", text).links}
    for span in found:
        if span.kind in {"embed", "link"} and span.target:
            assert in_note[span.start, span.end] == span.target


@pytest.mark.parametrize("piece", ["![", "[[a]] ", "`", "$", "[![", "](b)", "```\n"])
def test_takes_linear_time(piece):
    assert spans(piece * 50_000)
