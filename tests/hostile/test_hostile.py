"""Hostile text takes work in proportion to its size: calls and instructions are counted."""

import re
import shutil

import pytest

from hostile.count import ALL_CASES, SLOW_CASE, instructions
from hostile.texts import Case
from sampling import sample
from work import calls

PARTS = 4


def is_slow(small, large, most=4.5):
    """Whether four times the text takes more than about four times the work."""
    return large > most * small


@pytest.mark.parametrize("part", range(PARTS))
def test_four_times_the_text_takes_about_four_times_the_calls(part):
    counted = {name: _calls(case) for name, case in [*ALL_CASES.items()][part::PARTS]}
    assert {name: found for name, found in counted.items() if is_slow(*found)} == {}


def test_calls_that_are_too_many_are_noticed():
    def read(text):
        for place in range(0, len(text), 8):
            for match in re.finditer("a", text[place:]):
                match.start()

    assert is_slow(*_calls(Case("a", read)))


@pytest.mark.skipif(
    not shutil.which("valgrind"), reason="VALGRIND IS MISSING: INSTRUCTIONS WERE NOT COUNTED"
)
@pytest.mark.parametrize("part", range(2))
def test_four_times_the_text_takes_about_four_times_the_instructions(part):
    # What follows a card was quadratic inside one expression, where a sample would miss it; so would
    # be an expression that looks for a mark from every character of a long line without one.
    at_card = [name for name in ALL_CASES if re.search("(after|before) a card", name)]
    others = [name for name in ALL_CASES if name not in at_card]
    chosen = [*at_card, *sample(others, 50)][part::2]
    counted = instructions([*chosen, SLOW_CASE])
    # An expression may look ahead so many characters as the small text does not have.
    slow = {name: found for name, found in counted.items() if is_slow(*found, most=6)}
    assert slow.pop(SLOW_CASE)
    assert slow == {}


def _calls(case):
    """How many calls it takes to read 1,000 and 4,000 characters, and a few more for what is rare."""
    case.read(case.text(100))  # what is made once
    small, large = case.text(1_000), case.text(4_000)
    return calls(lambda: case.read(small)) + 50, calls(lambda: case.read(large))
