"""Any two pieces of the grammar, repeated, take time in proportion to how often.

    PYTHONPATH=tests python -m fuzz.test_repetition

tries all pairs, and prints those that do not.  CPU time is what a reader costs; a busy machine may
disturb one measurement, but not all of them.
"""

import gc
import random
from itertools import product
from time import process_time

import pytest
from fuzz.grammar import KEYS, MARKS, VALUES, WORDS

from card_expressions import STOCK
from vaultgraph.reading.cards import CardFinder, Flashcards
from vaultgraph.reading.cards.flashcards_obsidian import FlashcardsObsidian
from vaultgraph.reading.cards.obsidian_to_anki import CardSettings
from vaultgraph.reading.cards.spaced_repetition import Settings, SpacedRepetition
from vaultgraph.reading.note import parse_note

PIECES = [
    *MARKS, *WORDS, "[[Heat]]", "![[Heat]]", "[x](y)", "![x](y)", "`x`", "$x$", "%%x%%", "<!--x-->", "> ", "- ", "# ", "| x ",
    "\n- ", "\n> ", "\n# ", "\n| x | ", "\n```\n", "\n---\n", "\n\n    ", "\n  - ", "x #flashcard\ny\n", "\n<!--ID: 1700000000001-->\n", "a::b\n", "\n?\n",
]  # fmt: skip
PROPERTIES = [f"{key}: {value}\n" for key, value in product(KEYS, VALUES)]
SIZE = 40_000
ALL_PLUGINS = Flashcards(
    CardFinder(CardSettings(patterns=tuple(STOCK.items()), found=True)),
    spaced_repetition=SpacedRepetition(Settings(installed=True)),
    flashcards_obsidian=FlashcardsObsidian(installed=True, is_second=False),
)
CHANCE = random.Random(20)
SOME = [(CHANCE.choice(PIECES), CHANCE.choice(PIECES)) for _ in range(160)]


@pytest.mark.parametrize("part", range(8))
def test_two_pieces_repeated_take_linear_time(part):
    assert [pair for pair in SOME[part::8] if not is_linear("".join(pair))] == []


def test_properties_repeated_take_linear_time():
    chance = random.Random(21)
    some = (chance.choice(PROPERTIES) for _ in range(60))
    assert [text for text in some if not is_linear(text, "---\n", "---\n")] == []


def is_linear(piece, before="", behind=""):
    """Whether four times as many of *piece* take at most about four times as long."""
    number = SIZE // len(piece)
    for _ in range(4):
        short, long = (seconds(before + piece * n + behind) for n in (number // 4, number))
        if long < 9 * short + 0.05:
            return True
    return False


def seconds(text):
    """The CPU time that it takes to read *text* as a note."""
    gc.disable()
    try:
        start = process_time()
        parse_note("Note.md", text, (), ALL_PLUGINS)
        return process_time() - start
    finally:
        gc.enable()


def main():
    """Print the pairs that take longer."""
    pairs = [*product(PIECES, PIECES)]
    for first, second in pairs:
        if not is_linear(first + second):
            print(repr(first), repr(second), flush=True)
    for text in PROPERTIES:
        if not is_linear(text, "---\n", "---\n"):
            print(repr(text), flush=True)
    print(f"{len(pairs):,} pairs and {len(PROPERTIES):,} properties tried")


if __name__ == "__main__":
    main()
