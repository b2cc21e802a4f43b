"""The rule `card-without-id`."""

import re
from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Severity
from vaultgraph.rules import rule

_ID_BELOW = re.compile(r"\s*\n\s*<!--ID: (\d+)")


@rule(Severity.WARNING)
def card_without_id(graph: VaultGraph) -> Iterator[Finding]:
    """A flashcard has no ID, so Anki does not know it.

    Obsidian_to_Anki writes `<!--ID: …-->` behind every card that Anki took.  A card without one
    was never synced, or Anki refused it because it has the same question already.  An empty line
    between a card and its ID cuts them apart.

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
    for note, card in graph.cards:
        if card.id:
            continue
        place = card.place(note.path)
        if cut_off := _ID_BELOW.match(graph.vault.text(note.path), card.end):
            hint = f"delete the empty line above ID {cut_off[1]}"
            yield Finding(place, "an empty line cuts this card off from its ID", hint)
        else:
            hint = "sync the note with Obsidian_to_Anki, and look at what Anki says"
            yield Finding(place, "this card has no ID: it is not in Anki", hint)
