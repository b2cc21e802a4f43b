"""The rule `unknown-to-anki`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.anki import Collection


@rule(Severity.ERROR, on="Anki")
def unknown_to_anki(graph: VaultGraph, anki: "Collection") -> Iterator[Finding]:
    """A flashcard has an ID that Anki does not know.

    Its note was deleted in Anki, or belongs to another profile.  Obsidian_to_Anki passes over such
    a card at every sync and says nothing, so it is never asked.  This rule runs with `--anki`.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000002: What is work? | Force times distance.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
        -- Anki --
        1700000000001: What is heat? | Energy on its way.

    When it is wrong to worry: the collection may be that of another profile, or older than the
    card.  Of a package with only some decks, cards of other decks are not reported; one with only
    some cards of a deck does not say so.  Keep the ID, for a backup may know it.  Cards without an
    ID are for `card-without-id`.

    Fine::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

        What is work? #card
        Force times distance.
        ^1700000000001
        -- Anki --
        1700000000002: What is power? | Work per time.
    """
    decks = {card.deck for _, card in graph.cards}
    told = {deck for deck in decks if anki.tells_of(deck)}
    for note, card in graph.cards:
        if card.goes_to_anki and card.id and card.id not in anki.notes and card.deck in told:
            yield Finding(
                Span(note.path, card.id_start, card.id_start + len(str(card.id))),
                f"Anki knows no note {card.id}: this card is never asked",
                "restore it in Anki from a backup, or compare with the Anki that you study with",
                "{count} cards have IDs that this collection of Anki does not know",
            )
