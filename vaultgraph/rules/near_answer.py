"""The rule `near-answer`."""

import re
from collections import defaultdict
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import without_embeds
from vaultgraph.rules import rule

_FEWEST_WORDS, _FEWEST_LINES, _LARGEST_CROWD = 4, 2, 8
_NUMBER = re.compile(r"^\s*(?:\d+\s*[-.)]|[-*+])\s*")
_NO_WORD = re.compile(r"[^\w\\^${}]+")


@rule(Severity.INFO)
def near_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two answers share most of their lines.

    Usually one was copied from the other and changed in part: it is worth asking whether the two
    cards can still be told apart.

    Bad::

        -- Heat.md --
        How does an engine work? #flashcard
        1 - Gas is burnt in the cylinder
        2 - The piston turns the shaft
        3 - The gas is let out

        How is an engine built? #flashcard
        1 - Gas is burnt in the cylinder
        2 - The piston turns the shaft
        3 - It is cast and milled

    Good::

        -- Heat.md --
        How does an engine work? #flashcard
        1 - Gas is burnt in the cylinder
        2 - The piston turns the shaft

        How is an engine built? #flashcard
        1 - The block is cast
        2 - The bores are milled
    """
    by_line: defaultdict[str, list[int]] = defaultdict(list)
    cards = graph.cards
    lines = [_lines(card.answer) for _, card in cards]
    for number, each in enumerate(lines):
        for line in each:
            by_line[line].append(number)
    for (one, other), shared in sorted(_pairs(by_line).items()):
        shorter = min(_words(lines[one]), _words(lines[other]))
        near = len(shared) >= _FEWEST_LINES and 2 * _words(shared) >= shorter
        if near and lines[one] != lines[other]:
            yield _finding(cards[one], cards[other])


def _pairs(by_line: dict[str, list[int]]) -> dict[tuple[int, int], list[str]]:
    """The lines that two cards share; one that stands in very many is a form, and says nothing."""
    shared: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for line, numbers in by_line.items():
        if len(line.split()) >= _FEWEST_WORDS and len(numbers) <= _LARGEST_CROWD:
            for place, one in enumerate(numbers):
                for other in numbers[place + 1 :]:
                    shared[one, other].append(line)
    return shared


def _lines(answer: str) -> list[str]:
    """The lines of *answer* without numbers, images, case and punctuation, each once."""
    lines = without_embeds(answer).casefold().split("\n")
    plain = (" ".join(_NO_WORD.sub(" ", _NUMBER.sub("", line)).split()) for line in lines)
    return list(filter(None, dict.fromkeys(plain)))


def _words(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _finding(first: tuple[Note, Card], second: tuple[Note, Card]) -> Finding:
    (other, twin), (note, card) = first, second
    where = "" if other is note else f" in {other.path}"
    place = card.place(note.path)
    message = f"most of this answer stands in that of “{twin.title}”{where} too"
    return Finding(place, message, "say in each what sets it apart")
