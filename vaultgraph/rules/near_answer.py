"""The rule `near-answer`."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, combinations

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import without_embeds
from vaultgraph.rules import rule

_FEWEST_WORDS, _FEWEST_LINES, _LARGEST_CROWD = 4, 2, 8
_NUMBER = re.compile(r"^\s*(?:\d+\s*[-.)]|[-*+])\s*")
_NO_WORD = re.compile(r"[^\w\\^${}]+")


@rule(Severity.INFO, asks="cards")
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
    cards = graph.cards
    lines = [_lines(card.answer) for _, card in cards]
    for (one, other), shared in sorted(_pairs(lines).items()):
        shorter = min(sum(lines[one].values()), sum(lines[other].values()))
        words = sum(lines[one][line] for line in shared)
        if len(shared) >= _FEWEST_LINES and 2 * words >= shorter and lines[one] != lines[other]:
            yield _finding(cards[one], cards[other])


def _pairs(lines: Sequence[Mapping[str, int]]) -> dict[tuple[int, int], list[str]]:
    """The lines that two cards share; one that stands in very many is a form, and says nothing."""
    counts = Counter(chain.from_iterable(lines))
    common = {line for line, count in counts.items() if 1 < count <= _LARGEST_CROWD}
    by_line: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(lines):
        for line in common & each.keys() if not common.isdisjoint(each) else ():
            if each[line] >= _FEWEST_WORDS:
                by_line[line].append(number)
    shared: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for line, numbers in by_line.items():
        for pair in combinations(numbers, 2):
            shared[pair].append(line)
    return shared


@lru_cache(maxsize=1 << 16)
def _lines(answer: str) -> Mapping[str, int]:
    """The lines of *answer* without numbers, images, case and punctuation; each with its words."""
    lines = without_embeds(answer).casefold().split("\n")
    words = (_NO_WORD.sub(" ", _NUMBER.sub("", line)).split() for line in lines)
    return {" ".join(each): len(each) for each in words if each}


def _finding(first: tuple[Note, Card], second: tuple[Note, Card]) -> Finding:
    (other, twin), (note, card) = first, second
    where = "" if other is note else f" in {other.path}"
    place = card.place(note.path)
    message = f"most of this answer stands in that of “{twin.title}”{where} too"
    return Finding(place, message, "say in each what sets it apart")
