"""The prose of a note, at its own offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgraph.reading import NO_PROSE, prose


@pytest.mark.parametrize(("text", "readable"), [
    ("Heat is energy.", "Heat is energy."),
    ("---\na: heat\n---\nHeat", "               \nHeat"),
    ("a `heat` ``b`c`` d", "a                d"),
    ("a $heat$ $$b$$ d", "a              d"),
    ("a\n```\nheat\n```\nb", "a\n            \nb"),
    ("a [[heat|warmth]] ![[heat]] b", "a                 !         b"),
    ("a [heat](b.md) [c](https://d.org/x) e", "a                                   e"),
    ("a https://heat.org/work b", "a https                 b"),
    ("write to ann@heat.org now", "write to              now"),
    ("a <b>heat</b> <!-- work --> c", "a    heat                   c"),
    ("a %% heat\nwork %% b", "a                 b"),
    ("a #heat/work b ^id", "a            b    "),
    (r"for \$5 and \$6", r"for \$5 and \$6"),
    ("topic:: heat", "        heat"),
    ("TARGET DECK: Heat\na", "                 \na"),
    ("TARGET DECK\nHeat\na", "                \na"),
    ("- [ ] heat [^1]\n\n[^1]: work", "- [ ] heat [^1]\n\n[^1]: work"),
    ("a\r\n`b`\r\nc", "a \n    \nc"),
])  # fmt: skip
def test_what_is_not_prose_is_left_out(text, readable):
    assert prose(text).replace(NO_PROSE, " ") == readable


@given(st.text(alphabet="ab `$[]()#^%<>!-:\n\\\r|{}"))
def test_each_character_stays_at_its_offset(text):
    found = prose(text)
    assert len(found) == len(text)
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    assert all(new in {old, NO_PROSE} for old, new in zip(plain, found, strict=True))
