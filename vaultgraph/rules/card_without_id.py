"""The rule `card-without-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


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
        if not card.id:
            place = Place(note.path, card.start, card.start + len(card.question.partition("\n")[0]))
            hint = "sync the note with Obsidian_to_Anki, and look at what Anki says"
            yield Finding(place, "this card has no ID: it is not in Anki", hint)
