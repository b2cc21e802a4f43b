"""The rule `duplicate-answer`."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from vaultgraph.graph import VaultGraph, card_reference
from vaultgraph.messages import Message, plural, say
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import embeds, group_duplicates, normalize_text, sketch
from vaultgraph.rules import rule

_MIN_WORDS = 8
_MIN_LENGTH = 2 * _MIN_WORDS - 1
_MAX_COMPARED = 2_000
_MAX_UNGROUPED = 20
_GROUP = say("{count:,} answers are the same as that of another question")


@rule(
    Severity.INFO,
    plural("{count:,} answer given twice", "{count:,} answers given twice"),
    on="vault",
)
def duplicate_answer(graph: VaultGraph) -> Iterator[Finding]:
    """Two questions of a deck have the same answer.

    An answer that was copied and not finished teaches something wrong.  Only the answer is
    compared, which is the second field of its note type: not a source or a hint in another field.

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
    written so; and a question that contains the other asks the same.  Answers of fewer than eight
    words outside of formulas are often alike.  A cloze has no answer besides its text.

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
    similar = chain.from_iterable(group_duplicates(graph.intended_cards, _sketch))
    groups = group_duplicates([*similar], _deck_and_words)
    duplicates = [duplicate for cards in groups for duplicate in _same_answers(cards)]
    group_message = _GROUP if len(duplicates) > _MAX_UNGROUPED else ""
    hint = say("if this is not intended, say in each answer what sets it apart")
    for note, card, first_note, first in duplicates:
        reference = card_reference(graph, first_note, first, note)
        message = _message(reference, other_images=embeds(card.answer) != embeds(first.answer))
        yield Finding(card.span(note.path), message, hint, group_message, other=first_note.path)


def _message(reference: str, *, other_images: bool) -> Message:
    if other_images:
        return say("same answer as {card}, with other images", card=reference)
    return say("same answer as {card}", card=reference)


def _sketch(pair: tuple[Note, Card]) -> bytes | None:
    """What an answer shares with equal ones; None if it is too short to have words enough."""
    answer = pair[1].answer
    return sketch(answer) if len(answer) >= _MIN_LENGTH else None


def _deck_and_words(pair: tuple[Note, Card]) -> tuple[str, str] | None:
    """The deck and the words of an answer that has enough words to compare, else None.

    A cloze needs no answer.  Only cards with a common sketch are asked whether they are one.
    """
    card = pair[1]
    words = _normalized(card.answer)
    return (card.deck, words.text) if words.prose >= _MIN_WORDS and not card.is_cloze else None


_normalized = lru_cache(maxsize=1 << 14)(normalize_text)


def _same_answers(cards: list[tuple[Note, Card]]) -> Iterator[tuple[Note, Card, Note, Card]]:
    """Yield all of *cards* but the first, each with the first, unless they ask the same.

    They do if one question is part of the other: *house*, and *Translate: house*.
    """
    (first_note, first), *others = cards
    for note, card in others:
        if not _is_same_question(card.question, first.question):
            yield note, card, first_note, first


def _is_same_question(question: str, other: str) -> bool:
    """Whether one of the two questions contains the words of the other, about the same images."""
    if embeds(question) != embeds(other) or len(question) + len(other) > _MAX_COMPARED:
        return question == other
    one, another = (f" {_normalized(each).text} " for each in (question, other))
    return one in another or another in one
