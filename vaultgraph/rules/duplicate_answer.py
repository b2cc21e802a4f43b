"""The rule `duplicate-answer`."""

from collections.abc import Iterator
from functools import lru_cache

from vaultgraph.graph import VaultGraph, named
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import embeds, twins, without_embeds, wording
from vaultgraph.rules import rule

_FEWEST_WORDS, _MANY_WORDS = 8, 12
_MOST_COPIES = 3


@rule(Severity.WARNING, asks="cards")
def duplicate_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two questions of a deck have the same answer.

    Usually an answer was copied and not finished, and one of the two cards teaches something wrong.
    Answers of fewer than eight words outside formulas may well be equal.  It is only an info below
    twelve words, where the words are a note below another picture, and on more than three cards,
    where that is taken for meant.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way from a warm body to a cold one, by itself
        <!--ID: 1700000000001-->

        What is work? #flashcard
        Energy on its way from a warm body to a cold one, by itself
        <!--ID: 1700000000002-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way from a warm body to a cold one, by itself
        <!--ID: 1700000000001-->

        What is work? #flashcard
        Energy on its way that lifts, turns or presses something else
        <!--ID: 1700000000002-->
    """
    for cards in twins(graph.cards, _said):
        yield from _findings(graph, cards)


def _said(pair: tuple[Note, Card]) -> tuple[str, str] | None:
    """The deck and the words of an answer that has enough of them to say something."""
    answer = pair[1].answer
    if len(answer) < 2 * _FEWEST_WORDS - 1:
        return None
    words = _wording(answer)
    return (pair[1].deck, words.text) if words.prose >= _FEWEST_WORDS else None


_wording = lru_cache(maxsize=1 << 14)(wording)


def _findings(graph: VaultGraph, cards: list[tuple[Note, Card]]) -> Iterator[Finding]:
    """Yield all *cards* but the first; many of them are meant to be equal."""
    (first, twin), *others = cards
    crowd = "{count} answers stand on many cards" if len(cards) > _MOST_COPIES else ""
    for note, card in others:
        if card.question != twin.question:
            differs = embeds(card.answer) != embeds(twin.answer)
            is_quiet = crowd or _wording(card.answer).prose < _MANY_WORDS
            is_note = differs and _begins_with_pictures(card) and _begins_with_pictures(twin)
            yield Finding(
                card.place(note.path),
                f"same answer as {named(graph, first, twin, note)}"
                + ", but for the pictures" * differs,
                "one of the two may be unfinished: say in each answer what sets it apart",
                crowd,
                Severity.INFO if is_quiet or is_note else None,
                other=first.path,
            )


def _begins_with_pictures(card: Card) -> bool:
    """Whether the words of the answer begin below pictures and an empty line."""
    return not without_embeds(card.answer.partition("\n\n")[0]).strip()
