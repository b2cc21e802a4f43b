"""The rule `duplicate-answer`."""

import re
import unicodedata
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import without_embeds
from vaultgraph.rules import rule

_FEWEST_WORDS = 4
_NEITHER_WORD_NOR_MATHS = re.compile(r"[^\w\\^${}]+")


@rule(Severity.WARNING)
def duplicate_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two questions of a deck have the same answer.

    Usually an answer was copied and not finished, and one of the two cards teaches something wrong.
    Answers of fewer than four words, pictures aside, may well be equal.

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
    first: dict[tuple[str, str], tuple[Note, Card]] = {}
    for note, card in graph.cards:
        answer = _words(card.answer)
        if answer.count(" ") + 1 < _FEWEST_WORDS:
            continue
        other, twin = first.setdefault((card.deck, answer), (note, card))
        if twin is not card and twin.question != card.question:
            where = "" if other is note else f" in {other.path}"
            place = card.place(note.path)
            yield Finding(
                place,
                f"same answer as “{twin.title}”{where}",
                "one of the two may be unfinished: say in each answer what sets it apart",
            )


def _words(answer: str) -> str:
    """The *answer* without embeds, case and punctuation; marks of formulas stay."""
    if len(answer) < 2 * _FEWEST_WORDS - 1:
        return ""
    plain = unicodedata.normalize("NFKC", without_embeds(answer)).casefold()
    return " ".join(_NEITHER_WORD_NOR_MATHS.sub(" ", plain).split())
