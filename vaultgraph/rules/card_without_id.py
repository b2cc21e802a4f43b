"""The rule `card-without-id`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Card, Finding, Note, Severity
from vaultgraph.rules import rule

_ID_BELOW = re.compile(r"\s*\n\s*<!--ID: \d+")


@rule(Severity.WARNING)
def card_without_id(graph: VaultGraph, note: Note) -> Iterator[Finding]:
    """A flashcard has no ID, so Anki does not know it.

    Obsidian_to_Anki writes `<!--ID: …-->` behind every card that Anki took.  A card without one
    is new, or Anki refused it because it has the same question already.  If the plugin has left its
    settings in the vault, they tell which; otherwise each note is told once.

    Bad::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
    """
    unknown = [card for card in note.cards if card.lacks_id]
    if unknown:
        text = graph.vault.text(note.path)
        yield from _findings(graph, note, [c for c in unknown if not _ID_BELOW.match(text, c.end)])


def _findings(graph: VaultGraph, note: Note, cards: list[Card]) -> Iterator[Finding]:
    """Yield what is wrong with *cards*, all those of *note* that have no ID."""
    is_synced = graph.vault.is_synced(note.path) if cards else None
    if cards and is_synced is None:
        many = len(cards) > 1
        who = f"this card and {len(cards) - 1} more of this note have" if many else "this card has"
        why = "they are not in Anki" if many else "it is not in Anki"
        if graph.vault.card_finder.settings.hashes:
            why = "the note was never synced"
        hint = f"sync the note with {cards[0].plugin}, and look at what Anki says"
        yield Finding(cards[0].place(note.path), f"{who} no ID: {why}", hint)
        return
    for card in cards:
        place = card.place(note.path)
        if is_synced:
            hint = "it may have this question already: ask in other words, and change the note"
            yield Finding(place, "Anki refused this card at the last sync", hint)
        else:
            crowd = "{count} cards were written after the last sync of their notes"
            hint = "sync the note with Obsidian_to_Anki"
            message = "this card is not in Anki yet: its note changed since the last sync"
            yield Finding(place, message, hint, crowd, Severity.INFO)
