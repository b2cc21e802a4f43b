"""The rule `duplicate-answer`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import embeds, group_duplicates, normalize_text, sketch
from vaultgraph.rules import rule

_FEWEST_WORDS = 8
_SHORTEST = 2 * _FEWEST_WORDS - 1
_LONGEST_COMPARED = 2_000
_MOST_ONE_BY_ONE = 20


@rule(Severity.INFO, on="vault")
def duplicate_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two questions of a deck have the same answer.

    An answer that was copied and not finished teaches something wrong.  Compared is the answer
    alone: the second field of its note type, not a source or a hint in another.

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

    When it is wrong to worry: two questions may well have one answer, and a whole deck may be
    written so; and a question that holds the other asks the same.  Answers of fewer than eight
    words outside of formulas are alike by nature.  A cloze has no answer beside its text.

    Fine::

        -- Heat.md --
        Is heat a form of energy? #flashcard
        Yes, it is.

        Is work a form of energy? #flashcard
        Yes, it is.

    Fine::

        -- Heat.md --
        START
        Cloze
        {{c1::Heat}} flows by itself.
        Extra: From a warm body to a cold one, and for good, as everybody knows
        END

        START
        Cloze
        {{c1::Warmth}} flows by itself.
        Extra: From a warm body to a cold one, and for good, as everybody knows
        END
        -- .obsidian/plugins/obsidian-to-anki-plugin/data.json --
        {"settings": {"Defaults": {"Deck": "D"}}, "fields_dict": {"Cloze": ["Text", "Extra"]}}
    """
    alike = chain.from_iterable(group_duplicates(graph.intended_cards, _sketched))
    equal = [same for cards in group_duplicates([*alike], _said) for same in _same_answers(cards)]
    group_message = "{count} answers are also those of another question"
    for note, card, first, twin in equal:
        differs = embeds(card.answer) != embeds(twin.answer)
        yield Finding(
            card.span(note.path),
            f"same answer as {card_reference(graph, first, twin, note)}"
            + ", with other images" * differs,
            "if that is not meant, say in each answer what sets it apart",
            group_message if len(equal) > _MOST_ONE_BY_ONE else "",
            other=first.path,
        )


def _sketched(pair: tuple[Note, Card]) -> bytes | None:
    """What an answer has in common with its equals; None where it cannot have words enough."""
    answer = pair[1].answer
    return sketch(answer) if len(answer) >= _SHORTEST else None


def _said(pair: tuple[Note, Card]) -> tuple[str, str] | None:
    """The deck and the words of an answer that has enough of them to say something.

    Gaps need no answer; what a card is, is asked only of those that have something in common.
    """
    card = pair[1]
    words = _wording(card.answer)
    return (card.deck, words.text) if words.prose >= _FEWEST_WORDS and not card.is_cloze else None


_wording = lru_cache(maxsize=1 << 14)(normalize_text)


def _same_answers(cards: list[tuple[Note, Card]]) -> Iterator[tuple[Note, Card, Note, Card]]:
    """Yield all of *cards* but the first, each with the first, unless they ask the same.

    They do if one question is part of the other: *house*, and *Translate: house*.
    """
    (first, twin), *others = cards
    for note, card in others:
        if not _asks_for_same(card.question, twin.question):
            yield note, card, first, twin


def _asks_for_same(question: str, other: str) -> bool:
    """Whether one of the two questions holds the words of the other, about the same images."""
    if embeds(question) != embeds(other) or len(question) + len(other) > _LONGEST_COMPARED:
        return question == other
    one, another = (f" {_wording(each).text} " for each in (question, other))
    return one in another or another in one
