"""The rule `unknown-to-anki`."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from vaultgraph.graph import VaultGraph
from vaultgraph.lazy import lazy_re
from vaultgraph.messages import plural, say
from vaultgraph.model import Card, Finding, Fix, Severity, Span
from vaultgraph.rules import rule

if TYPE_CHECKING:
    from vaultgraph.anki import Collection

_LINE = lazy_re(r"<!--ID: \d+-->[ \t]*|ID: \d+[ \t]*")
_ENDS_CARD = lazy_re(r"[ \t]*(?:\n|\Z)|END\b")


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
    some cards of a deck cannot be recognised.  Keep the ID as long as a backup may have it:
    without it, the card is learned from scratch.  `--fix --unsafe` removes it if Anki knows most
    other cards of the vault.  Cards without an ID are reported by `card-without-id`.

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
    compared = [
        (note, card)
        for note, card in graph.cards
        if card.goes_to_anki and card.id and card.deck in included
    ]
    unknown = [(note, card) for note, card in compared if card.id not in anki.notes]
    # A collection that lacks most of the cards is probably that of another profile.
    is_proof = len(unknown) < len(compared) / 2
    for note, card in unknown:
        yield Finding(
            Span(note.path, card.id_start, card.id_start + len(str(card.id))),
            say("Anki has no note {id}: this card is never shown", id=card.id),
            say("restore it from a backup of Anki, or compare with the Anki you study with"),
            say("{count:,} cards have IDs that are not in this Anki collection"),
            fix=_without_id(graph.vault.text(note.path), card) if is_proof else None,
        )


def _without_id(text: str, card: Card) -> Fix | None:
    """Return the fix that removes the ID of *card*, so that the plugin adds the card again.

    None where its mark is not one that the plugin writes, or is in the text more than once.
    """
    start, end = text.rfind("\n", 0, card.id_start) + 1, text.find("\n", card.id_start)
    line, after = (text[start:], "") if end < 0 else (text[start:end], text[end + 1 :])
    if _LINE.fullmatch(line) and start:
        # Before text that follows at once, an empty line has to keep the cards apart.
        mark = f"\n{line}" if _ENDS_CARD.match(after) else line
    else:
        mark = f" <!--ID: {card.id}-->"
    return Fix("", safe=False, replaces=mark) if text.count(mark) == 1 else None
