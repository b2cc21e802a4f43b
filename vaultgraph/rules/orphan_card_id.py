"""The rule `orphan-card-id`."""

from collections.abc import Iterator

from vaultgraph.graph import VaultGraph
from vaultgraph.model import Finding, Place, Severity
from vaultgraph.rules import rule


@rule(Severity.WARNING)
def orphan_card_id(graph: VaultGraph) -> Iterator[Finding]:
    """An ID belongs to no flashcard.

    Its card was deleted here but not in Anki, or something stands between the two, and at the next
    sync the card is taken for a new one.

    Bad::

        -- Heat.md --
        What is heat?
        Energy on its way.
        <!--ID: 1700000000001-->

    Good::

        -- Heat.md --
        What is heat? #flashcard
        Energy on its way.
        <!--ID: 1700000000001-->
    """
    for note in graph.notes:
        if not note.record.card_ids:
            continue
        owned = {card.id for card in note.cards}
        if not owned and "\r\n" in graph.vault.text(note.path):
            continue
        for number, start in note.record.card_ids:
            if number not in owned and not _is_deleted(graph, note.path, start):
                place = Place(note.path, start, start + len(str(number)))
                hint = "put it directly below its answer; DELETE above it deletes it in Anki too"
                yield Finding(place, f"ID {number} belongs to no card", hint)


def _is_deleted(graph: VaultGraph, path: str, start: int) -> bool:
    """Whether the plugin was told to delete the card with the ID at *start*."""
    above = graph.vault.text(path)[:start].removesuffix("<!--ID: ").rstrip()
    return above.endswith("DELETE")
