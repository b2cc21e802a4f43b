"""The rule `duplicate-question`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.reading import twins
from vaultgraph.rules import rule

_HTML = re.compile(r"<[^<>\n]+>")


@rule(Severity.WARNING, asks="cards")
def duplicate_question(graph: VaultGraph) -> Iterator[Finding]:
    """Two flashcards of one note type ask the same question.

    Anki refuses a new note whose first field it knows, without a word in Obsidian: a card that has
    no ID yet is never learned, which is an error.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        What is heat? #flashcard
        Motion of particles, seen from far.
        <!--ID: 1700000000002-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->

        What is temperature? #flashcard
        Motion of particles, seen from far.
        <!--ID: 1700000000002-->
    """
    sent = (pair for pair in graph.cards if pair[1].goes_to_anki)
    for cards in twins(sent, lambda pair: (pair[1].note_type, _plain(pair[1].question))):
        yield from _findings(cards)


def _findings(cards: list[tuple[Note, Card]]) -> Iterator[Finding]:
    """Yield all *cards* but the one that Anki knows already, or else the first."""
    kept, original = next((pair for pair in cards if pair[1].id), cards[0])
    for note, card in cards:
        if card is not original:
            where = "this note" if kept is note else kept.path
            refused = not card.id and card.deck == original.deck
            yield Finding(
                card.place(note.path),
                f"the same question is asked in {where} already" + ", so Anki refuses it" * refused,
                "delete one of the cards, or ask in other words",
                severity=Severity.ERROR if refused else None,
            )


def _plain(question: str) -> str:
    """The *question* without HTML, as Anki compares it."""
    return (_HTML.sub("", question) if "<" in question else question).strip()
