"""Texts are compared by what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.reading.normalized_text import (
    _sketch_of,
    normalize_lines,
    normalize_text,
    sketch,
    sketches,
)

PIECES = [
    "heat", "Heat", "HEAT", " ", "  ", "\n", ",", "é", "E\u0301", "É", "ß", "ss", "SS", "½", "1⁄2", "²", "2", "µ", "μ", "ª", "a", "ﬁ", "fi",
    "Ｗ", "w", "K", "k", "İ", "’", "—", "ação", "AÇÃO", "$x$", "$X$", "$", "`y`", "`Y`", "$$z\nz$$", "```\nw\n```", "~~~\nV\n~~~", "```", "\\$", "![[a.png]]", "![](b.png)",
    "1 - ", "- ", "_", "^", "{", "\\", "热", "\u00a0", "\u00ad",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=6).map("".join)


@given(TEXTS, TEXTS)
def test_equal_normalized_texts_have_equal_sketches(one, other):
    if normalize_text(one).text == normalize_text(other).text:
        assert sketch(one) == sketch(other)


@given(TEXTS)
def test_a_sketch_is_that_of_the_normalized_text(text):
    assert sketch(text) == _sketch_of(normalize_text(text).text)


@given(TEXTS)
def test_the_lines_of_a_text_have_the_sketches_of_their_normalized_texts(text):
    assert sketches(text) == {_sketch_of(line) for line in normalize_lines(text).lines} - {b""}


@pytest.mark.parametrize(("text", "said"), [
    ("It costs $5, or $6", "it costs 5 or 6"),
    ("so `` `B` ``", "so ```B```"),
    ("~~~\nf(A)\n~~~", "~~~f(A)~~~"),
    ("```\nf(A)", "```f(A)"),
])  # fmt: skip
def test_code_and_formulas_are_those_of_a_note(text, said):
    assert normalize_text(text).text == said


@pytest.mark.parametrize("code", ["~~~\nf(x)\n~~~", "````\n```\nf(x)\n```\n````", "```\nf(x)"])
def test_no_line_of_code_is_one_of_the_text(code):
    assert list(normalize_lines(f"Heat flows:\n{code}").lines) == ["heat flows"]


def test_different_texts_have_different_sketches():
    texts = ("heat", "work", "é", "e", "1", "", "тепло", "работа", "热", "功", "^", "{")
    assert len({sketch(text) for text in texts}) == len(texts)
