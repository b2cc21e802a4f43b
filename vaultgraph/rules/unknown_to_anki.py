"""The rule `unknown-to-anki`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.messages import plural, say
from vaultgraph.model import Finding, Severity, Span
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.anki import Collection


@rule(
    Severity.ERROR,
    plural("{count:,} card that Anki does not know", "{count:,} cards that Anki does not know"),
    on="Anki",
)
def unknown_to_anki(graph: VaultGraph, anki: "Collection") -> Iterator[Finding]:
    """A flashcard has an ID that Anki does not know.

    Its note was deleted in Anki, or belongs to another profile.  Obsidian_to_Anki silently skips
    such a card at every sync, so it is never shown.  This rule runs with `--anki`.

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

    When it is wrong to worry: the collection may belong to another profile, or be older than the
    card.  With a package of only some decks, cards of other decks are not reported; one with only
    some cards of a deck cannot be recognised.  Keep the ID, since a backup may have it.  Cards
    without an ID are reported by `card-without-id`.

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
    included = {deck for deck in decks if anki.includes_deck(deck)}
    for note, card in graph.cards:
        if card.goes_to_anki and card.id and card.id not in anki.notes and card.deck in included:
            yield Finding(
                Span(note.path, card.id_start, card.id_start + len(str(card.id))),
                say("Anki has no note {id}: this card is never shown", id=card.id),
                say("restore it from a backup of Anki, or compare with the Anki you study with"),
                say("{count:,} cards have IDs that are not in this Anki collection"),
            )
