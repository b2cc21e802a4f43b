"""The rule `duplicate-answer`."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import twins, without_embeds
from vaultgraph.rules import rule

_FEWEST_WORDS = 4
_MOST_COPIES = 3
_NEITHER_WORD_NOR_MATHS = re.compile(r"[^\w\\^${}]+")


@rule(Severity.WARNING, asks="cards")
def duplicate_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two questions of a deck have the same answer.

    Usually an answer was copied and not finished, and one of the two cards teaches something wrong.
    Answers of fewer than four words, pictures aside, may well be equal; and one that stands on more
    than three cards is taken for meant.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way between bodies
        <!--ID: 1700000000001-->

        What is work? #flashcard
        Energy on its way between bodies
        <!--ID: 1700000000002-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way between bodies
        <!--ID: 1700000000001-->

        What is work? #flashcard
        Force along a path, summed up
        <!--ID: 1700000000002-->
    """
    for cards in twins(graph.cards, _said):
        yield from _findings(cards)


def _said(pair: tuple[Note, Card]) -> tuple[str, str] | None:
    """The deck and the words of an answer that has enough of them to say something."""
    words = _words(pair[1].answer)
    return (pair[1].deck, words) if words else None


def _findings(cards: list[tuple[Note, Card]]) -> Iterator[Finding]:
    """Yield all *cards* but the first; many of them are meant to be equal."""
    (first, twin), *others = cards
    is_meant = len(cards) > _MOST_COPIES
    for note, card in others:
        if card.question != twin.question:
            where = "" if first is note else f" in {first.path}"
            yield Finding(
                card.place(note.path),
                f"same answer as “{twin.title}”{where}",
                "one of the two may be unfinished: say in each answer what sets it apart",
                "{count} answers stand on many cards" if is_meant else "",
                Severity.INFO if is_meant else None,
            )


@lru_cache(maxsize=1 << 16)
def _words(answer: str) -> str:
    """The *answer* without embeds, case and punctuation, but with marks of formulas.

    Empty if it has few words.
    """
    if len(answer) < 2 * _FEWEST_WORDS - 1:
        return ""
    plain = unicodedata.normalize("NFKC", without_embeds(answer)).casefold()
    words = _NEITHER_WORD_NOR_MATHS.sub(" ", plain).split()
    return " ".join(words) if len(words) >= _FEWEST_WORDS else ""
